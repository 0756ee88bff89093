package io.centerline.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.centerline.replay.Difference;
import io.centerline.replay.ReplayJson;
import io.centerline.replay.ReplayRefused;
import io.centerline.replay.Replayed;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Replays for people, who read what differs only, or for programs, who read all; counts them. Not thread-safe. */
final class ReplayText {
    private static final JsonFactory JSON = new JsonFactory();

    /** So many reasons are remembered; a decision with a further one is told at once. */
    private static final int MOST_REASONS = 100;

    private static final int MOST_NAMED = 5;

    private final boolean json;
    private final Map<Reason, List<Long>> refusals = new LinkedHashMap<>();
    private final Map<Reason, Long> counts = new HashMap<>();
    private long same;
    private long different;
    private long moved;
    private long refused;

    ReplayText(boolean json) {
        this.json = json;
    }

    String of(Replayed replayed) {
        same += replayed.same() ? 1 : 0;
        different += replayed.same() ? 0 : 1;
        moved += replayed.moved() ? 1 : 0;
        if (json) {
            return new String(ReplayJson.write(replayed), StandardCharsets.UTF_8) + "\n";
        }
        if (replayed.same()) {
            return "";
        }
        Page page = new Page().field("Decision " + replayed.index(), replayed.id());
        String label = "Differs";
        for (Difference difference : replayed.differences()) {
            page.field(label, difference.sentence());
            label = "";
        }
        return page + "\n";
    }

    /** A decision that was not decided again. For people, those with one reason are told together, before the total. */
    String of(long index, ReplayRefused refusal) {
        refused++;
        Reason reason = new Reason(String.valueOf(refusal.getMessage()), refusal.help());
        if (json) {
            return line(index, reason.message(), reason.help());
        }
        if (refusals.size() == MOST_REASONS && !refusals.containsKey(reason)) {
            return reason.of(List.of(index), 1);
        }
        List<Long> named = refusals.computeIfAbsent(reason, first -> new ArrayList<>());
        if (named.size() < MOST_NAMED) {
            named.add(index);
        }
        counts.merge(reason, 1L, Long::sum);
        return "";
    }

    /** Why decisions were not decided again. */
    private record Reason(String message, String help) {
        /** The decisions that have it, the first of them by their place. */
        String of(List<Long> indices, long count) {
            Page page = new Page();
            if (count == 1) {
                page.field("Decision " + indices.get(0), "was not decided again");
            } else {
                String more = count > indices.size() ? " and " + (count - indices.size()) + " more" : "";
                page.field(
                        "Decisions",
                        indices.stream().map(String::valueOf).collect(Collectors.joining(", ")) + more
                                + " were not decided again");
            }
            page.field("Why", message);
            if (!help.isEmpty()) {
                page.field("Help", help);
            }
            return page + "\n";
        }
    }

    private static String line(long index, String message, String help) {
        StringWriter out = new StringWriter();
        try (JsonGenerator line = JSON.createGenerator(out)) {
            line.writeStartObject();
            line.writeNumberField("index", index);
            line.writeStringField("refused", message);
            line.writeStringField("help", help);
            line.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return out.append('\n').toString();
    }

    /** Why decisions were not decided again, and how many came out how; empty for programs, who can count. */
    String total() {
        if (json) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        refusals.forEach((reason, indices) -> text.append(reason.of(indices, counts.getOrDefault(reason, 0L))));
        return text.toString()
                + new Page()
                        .field("Replayed", decisions(same + different))
                        .field("The same", decisions(same) + ", byte for byte")
                        .field("Different", decisions(different) + ", of which " + moved + " in status or Center")
                        .field("Not replayed", decisions(refused));
    }

    private static String decisions(long count) {
        return count == 1 ? "1 decision" : count + " decisions";
    }

    long different() {
        return different;
    }

    long refused() {
        return refused;
    }
}
