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

/** Replays for people, who read what differs only, or for programs, who read all; counts them. Not thread-safe. */
final class ReplayText {
    private static final JsonFactory JSON = new JsonFactory();

    private final boolean json;
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

    String of(long index, ReplayRefused refusal) {
        refused++;
        String message = String.valueOf(refusal.getMessage());
        if (json) {
            return line(index, message, refusal.help());
        }
        Page page =
                new Page().field("Decision " + index, "was not decided again").field("Why", message);
        if (!refusal.help().isEmpty()) {
            page.field("Help", refusal.help());
        }
        return page + "\n";
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

    /** How many came out how; empty for programs, who can count. */
    String total() {
        if (json) {
            return "";
        }
        return new Page()
                .field("Replayed", decisions(same + different))
                .field("The same", decisions(same) + ", byte for byte")
                .field("Different", decisions(different) + ", of which " + moved + " in status or Center")
                .field("Not replayed", decisions(refused))
                .toString();
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
