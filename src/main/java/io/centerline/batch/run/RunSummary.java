package io.centerline.batch.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.batch.RowCounts;
import io.centerline.tariff.Center;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run.
 *
 * @param read the rows of all inputs: those counted, those set aside and those rejected
 * @param rows what became of them
 * @param importers how many importers are decided
 * @param lines how many entry lines vote
 * @param centers for each Center with importers, and for {@code PNDING} and {@code NOTELG}, how many
 * @param bases for each basis, how many importers rest on it
 * @param reviews for each review, how many importers have it
 * @param comparison who is placed elsewhere than before; null where nothing is compared
 * @param onFile who is on file in another Center than the count says; null where nothing was recorded
 * @param notes how the inputs were read, one finished sentence each
 */
public record RunSummary(
        long read,
        RowCounts rows,
        long importers,
        long lines,
        List<OfCenter> centers,
        Map<String, Long> bases,
        Map<String, Long> reviews,
        @Nullable Comparison comparison,
        @Nullable Comparison onFile,
        List<String> notes) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public RunSummary {
        centers = List.copyOf(centers);
        notes = List.copyOf(notes);
    }

    /**
     * The importers of one Center.
     *
     * @param code the code of the Center, {@code PNDING} or {@code NOTELG}
     * @param importers how many
     * @param lines how many of their entry lines vote
     * @param value the value of those in US dollars, scale 2
     */
    public record OfCenter(String code, long importers, long lines, String value) {

        /** Its name in words. */
        public String name() {
            Optional<Center> center = Stream.of(Center.values())
                    .filter(each -> each.code().equals(code))
                    .findFirst();
            return center.map(Center::title).orElse(code.equals("PNDING") ? "Pending" : "Not eligible");
        }
    }

    /**
     * Who is placed elsewhere than before.
     *
     * @param with what the decisions are compared with
     * @param compared how many importers both have
     * @param onlyHere how many only this run has
     * @param onlyThere how many only the other has
     * @param flows from where to where how many move, the largest first
     */
    public record Comparison(String with, long compared, long onlyHere, long onlyThere, List<Flow> flows) {
        public Comparison {
            flows = List.copyOf(flows);
        }

        /** How many move. */
        public long moved() {
            return flows.stream().mapToLong(Flow::importers).sum();
        }
    }

    /**
     * Importers that move from one Center to another.
     *
     * @param from the code before
     * @param to the code now
     * @param lines how many of their entry lines vote
     */
    public record Flow(String from, String to, long importers, long lines) {}

    /** The summary as JSON that ends with a line break. */
    byte[] json() {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode all = root.putObject("rows");
        all.put("read", read);
        all.put("counted", rows.counted());
        ObjectNode aside = all.putObject("setAside");
        rows.notCounted().forEach((reason, number) -> aside.put(reason.name(), number));
        aside.put("titles", rows.titles());
        aside.put("sums", rows.sums());
        aside.put("otherVersions", rows.dropped());
        all.put("rejected", rows.rejected());
        root.put("importers", importers);
        root.put("lines", lines);
        ArrayNode list = root.putArray("centers");
        for (OfCenter each : centers) {
            list.addObject()
                    .put("code", each.code())
                    .put("name", each.name())
                    .put("importers", each.importers())
                    .put("lines", each.lines())
                    .put("value", each.value());
        }
        ObjectNode byBasis = root.putObject("bases");
        bases.forEach(byBasis::put);
        ObjectNode byReview = root.putObject("reviews");
        reviews.forEach(byReview::put);
        write(root, "comparison", comparison);
        write(root, "onFile", onFile);
        ArrayNode said = root.putArray("notes");
        notes.forEach(said::add);
        try {
            return (JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(ObjectNode root, String name, @Nullable Comparison comparison) {
        if (comparison == null) {
            return;
        }
        ObjectNode compared = root.putObject(name);
        compared.put("with", comparison.with());
        compared.put("compared", comparison.compared());
        compared.put("onlyHere", comparison.onlyHere());
        compared.put("onlyThere", comparison.onlyThere());
        compared.put("moved", comparison.moved());
        ArrayNode flows = compared.putArray("flows");
        comparison
                .flows()
                .forEach(flow -> flows.addObject()
                        .put("from", flow.from())
                        .put("to", flow.to())
                        .put("importers", flow.importers())
                        .put("lines", flow.lines()));
    }

    /** The summary for people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%,d rows read: %,d counted, %,d set aside, %,d rejected%n",
                read,
                rows.counted(),
                rows.setAside(),
                rows.rejected()));
        rows.notCounted()
                .forEach((reason, number) -> text.append(String.format(Locale.ROOT, "  %,14d %s%n", number, reason)));
        other(text, rows.titles(), "titles and blank rows");
        other(text, rows.sums(), "sums of other rows");
        other(text, rows.dropped(), "other versions of a line");
        text.append(String.format(Locale.ROOT, "%,d importers decided, from %,d entry lines%n%n", importers, lines));
        text.append(String.format(Locale.ROOT, "%-47s %12s %7s %14s%n", "", "importers", "share", "lines"));
        for (OfCenter each : centers) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-47s %,12d %6.1f%% %,14d%n",
                    each.code() + " " + each.name(),
                    each.importers(),
                    100.0 * each.importers() / Math.max(1, importers),
                    each.lines()));
        }
        text.append('\n');
        bases.forEach((basis, number) -> text.append(String.format(Locale.ROOT, "%-47s %,12d%n", basis, number)));
        reviews.forEach((review, number) ->
                text.append(String.format(Locale.ROOT, "%-47s %,12d%n", "review " + review, number)));
        if (comparison != null) {
            compare(text, comparison);
        }
        if (onFile != null) {
            compare(text, onFile);
        }
        if (!notes.isEmpty()) {
            text.append('\n');
            notes.forEach(note -> text.append(note).append('\n'));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static void other(StringBuilder text, long number, String what) {
        if (number > 0) {
            text.append(String.format(Locale.ROOT, "  %,14d %s%n", number, what));
        }
    }

    private static void compare(StringBuilder text, Comparison comparison) {
        text.append(String.format(
                Locale.ROOT,
                "%ncompared with %s: %,d of %,d importers move%n",
                comparison.with(),
                comparison.moved(),
                comparison.compared()));
        comparison
                .flows()
                .forEach(flow -> text.append(String.format(
                        Locale.ROOT,
                        "  %-8s to %-8s %,12d importers %,14d lines%n",
                        flow.from(),
                        flow.to(),
                        flow.importers(),
                        flow.lines())));
        if (comparison.onlyHere() + comparison.onlyThere() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %,d importers are only in this run, %,d only in the other%n",
                    comparison.onlyHere(),
                    comparison.onlyThere()));
        }
    }
}
