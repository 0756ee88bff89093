package io.centerline.rulebook.evidence;

import io.centerline.facts.DayRule;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.yaml.Fields;
import io.centerline.rulebook.yaml.FindingSink;
import io.centerline.rulebook.yaml.YamlNode;
import io.centerline.rulebook.yaml.YamlNode.Items;
import io.centerline.rulebook.yaml.YamlNode.Scalar;
import io.centerline.rulebook.yaml.YamlReader;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code evidence.yaml} strictly, and tells everything that is wrong with it at once. */
public final class EvidenceReader {
    private static final String PATH = "rules/" + RangeEvidence.FILE;
    private static final int MOST_PIECES = 2_000;
    private static final int MOST_RANGES = 500;
    private static final int LONGEST_CITATION = 200;
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_FINDINGS = 500;

    private static final Pattern ID = Pattern.compile("SRC-[0-9]{3,4}");
    private static final Pattern RANGE = Pattern.compile("([0-9][0-9.]*[0-9])(?:-([0-9][0-9.]*[0-9]))?");
    private static final Pattern PREFIX = Pattern.compile("[0-9]{2}|[0-9]{4}(\\.?[0-9]{2}){0,3}");
    private static final String RANGE_HELP =
            "write a chapter, heading, subheading, rate line or number, or the first and last: `3303-3307`, `8544.30`";
    private static final String DAYS_HELP = "write `2014-03-10/..` or `2013-04-04/2014-03-09`";

    private final String text;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Scalar> ids = new HashMap<>();
    private final FindingSink sink = new FindingSink() {
        @Override
        public void add(Finding finding) {
            findings.add(finding);
        }

        @Override
        public boolean hasRoom() {
            return findings.size() < MOST_FINDINGS;
        }
    };

    private EvidenceReader(String text) {
        this.text = text;
    }

    /**
     * Reads the file.
     *
     * @param text its text
     * @param findings receives what is wrong; the pieces concerned are left out
     */
    public static RangeEvidence read(String text, List<Finding> findings) {
        EvidenceReader reader = new EvidenceReader(text);
        List<Piece> pieces =
                YamlReader.read(PATH, text, reader.sink).map(reader::pieces).orElse(List.of());
        findings.addAll(reader.findings);
        return new RangeEvidence(pieces);
    }

    private List<Piece> pieces(YamlNode root) {
        if (!(root instanceof Items items)) {
            say(root, "the file is a list of evidence, found " + root.describe(), "start each piece with `- id: …`");
            return List.of();
        }
        if (items.nodes().size() > MOST_PIECES) {
            say(
                    items.nodes().get(MOST_PIECES),
                    "this is piece of evidence number 2,001, and a rulebook holds at most 2,000",
                    "let one piece name all ranges of its source");
            return List.of();
        }
        List<Piece> pieces = new ArrayList<>();
        for (YamlNode node : items.nodes()) {
            Fields.of(
                            node,
                            "a piece of evidence",
                            List.of("id", "kind", "center", "ranges", "date", "citation", "text"),
                            List.of("inForce"),
                            text,
                            sink)
                    .flatMap(this::piece)
                    .ifPresent(pieces::add);
        }
        return pieces;
    }

    private Optional<Piece> piece(Fields fields) {
        Optional<Scalar> id = id(fields);
        Optional<SourceKind> kind = fields.word("kind", SourceKind.class);
        Optional<Center> center = fields.center("center");
        List<Written> ranges = ranges(fields);
        Optional<LocalDate> date = fields.day("date");
        Optional<InForce> days =
                fields.find("inForce").isPresent() ? days(fields) : date.map(day -> new InForce(day, InForce.OPEN));
        Optional<String> citation = line(fields, "citation", LONGEST_CITATION);
        Optional<String> words = line(fields, "text", LONGEST_TEXT);
        boolean whole = id.isPresent()
                && kind.isPresent()
                && center.isPresent()
                && !ranges.isEmpty()
                && date.isPresent()
                && days.isPresent()
                && citation.isPresent()
                && words.isPresent();
        if (!whole) {
            return Optional.empty();
        }
        return Optional.of(new Piece(
                id.orElseThrow().text(),
                kind.orElseThrow(),
                center.orElseThrow(),
                ranges.stream().map(Written::numbers).toList(),
                ranges.stream().map(Written::text).toList(),
                days.orElseThrow(),
                date.orElseThrow(),
                citation.orElseThrow(),
                words.orElseThrow(),
                id.orElseThrow().place()));
    }

    private Optional<Scalar> id(Fields fields) {
        Optional<Fields.Told> told = fields.text("id");
        if (told.isEmpty()) {
            return Optional.empty();
        }
        Scalar node = (Scalar) told.get().node();
        if (!ID.matcher(node.text()).matches()) {
            say(node, "`id` is not the id of evidence" + Fields.found(node), "write `SRC-` and three digits");
            return Optional.empty();
        }
        Scalar other = ids.putIfAbsent(node.text(), node);
        if (other != null) {
            say(
                    node,
                    "the id `" + node.text() + "` stands in line "
                            + other.place().line() + " too",
                    "give each piece of evidence an id of its own");
            return Optional.empty();
        }
        return Optional.of(node);
    }

    /** A range and how the file writes it. */
    private record Written(String text, HtsInterval numbers) {}

    private List<Written> ranges(Fields fields) {
        List<YamlNode> nodes = fields.items("ranges");
        Optional<YamlNode> list = fields.find("ranges");
        if (nodes.isEmpty() && list.isPresent() && list.get() instanceof Items) {
            say(list.get(), "`ranges` names no number", RANGE_HELP);
        }
        if (nodes.size() > MOST_RANGES) {
            say(nodes.get(MOST_RANGES), "`ranges` names more than 500 ranges", "join those that follow each other");
            return List.of();
        }
        List<Written> ranges = new ArrayList<>();
        for (YamlNode node : nodes) {
            range(node).ifPresent(numbers -> ranges.add(new Written(((Scalar) node).text(), numbers)));
        }
        return ranges.size() == nodes.size() ? ranges : List.of();
    }

    private Optional<HtsInterval> range(YamlNode node) {
        Matcher matcher = RANGE.matcher(node instanceof Scalar scalar ? scalar.text() : "");
        if (!matcher.matches()) {
            say(node, "this is no range of numbers" + Fields.found(node), RANGE_HELP);
            return Optional.empty();
        }
        String first = matcher.group(1);
        String last = matcher.group(2) == null ? first : matcher.group(2);
        if (!PREFIX.matcher(first).matches() || !PREFIX.matcher(last).matches()) {
            say(node, "this is no range of numbers" + Fields.found(node), RANGE_HELP);
            return Optional.empty();
        }
        String from = first.replace(".", "");
        String to = last.replace(".", "");
        if (from.length() != to.length()) {
            say(node, "the range begins and ends at different levels" + Fields.found(node), RANGE_HELP);
            return Optional.empty();
        }
        if (Long.parseLong(from) > Long.parseLong(to)) {
            say(node, "the range ends before it begins" + Fields.found(node), "write the first number first");
            return Optional.empty();
        }
        HtsInterval range = HtsInterval.of(from.length(), Long.parseLong(from), Long.parseLong(to));
        for (int chapter : List.of(0, 77, 98, 99)) {
            if (range.overlaps(HtsInterval.of(2, chapter, chapter))) {
                say(
                        node,
                        "the range holds chapter " + HtsNumber.prefixText(chapter, 2)
                                + ", whose numbers belong to no Center" + Fields.found(node),
                        "leave the chapter out");
                return Optional.empty();
            }
        }
        return Optional.of(range);
    }

    private Optional<InForce> days(Fields fields) {
        Optional<Fields.Told> told = fields.text("inForce");
        if (told.isEmpty()) {
            return Optional.empty();
        }
        String[] ends = told.get().text().split("/", -1);
        LocalDate from = ends.length == 2 ? DayRule.find(ends[0]) : null;
        LocalDate until = ends.length != 2 ? null : ends[1].equals("..") ? InForce.OPEN : DayRule.find(ends[1]);
        if (from == null || until == null || until.isBefore(from)) {
            say(
                    told.get().node(),
                    "`inForce` is not a first and a last day"
                            + Fields.found(told.get().node()),
                    DAYS_HELP);
            return Optional.empty();
        }
        return Optional.of(new InForce(from, until));
    }

    /** A text for one line of a screen, without letters that cannot be seen. */
    private Optional<String> line(Fields fields, String key, int longest) {
        return fields.text(key).flatMap(told -> {
            String line = told.text().strip().replaceAll("\\s+", " ");
            if (line.isEmpty()) {
                say(told.node(), "`" + key + "` is empty", "say it in words of your own");
                return Optional.empty();
            }
            if (line.length() > longest) {
                say(
                        told.node(),
                        "`" + key + "` has " + line.length() + " characters, at most " + longest + " are taken",
                        "say it shorter");
                return Optional.empty();
            }
            Optional<String> odd = line.codePoints()
                    .filter(EvidenceReader::isUnseen)
                    .mapToObj("U+%04X"::formatted)
                    .findFirst();
            if (odd.isPresent()) {
                say(
                        told.node(),
                        "`" + key + "` holds the character " + odd.get() + ", which cannot be seen",
                        "remove it");
                return Optional.empty();
            }
            return Optional.of(line);
        });
    }

    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }

    private void say(YamlNode node, String message, String help) {
        if (sink.hasRoom()) {
            sink.add(new Finding(node.place(), node.width(), message, help, "").withLineOf(text));
        }
    }
}
