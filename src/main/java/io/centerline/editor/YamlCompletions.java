package io.centerline.editor;

import io.centerline.editor.Completion.Kind;
import io.centerline.rulebook.evidence.SourceKind;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import io.centerline.rulebook.language.StageWords;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What could be written at a place of a case file, a scenario or the evidence, told by its line. */
final class YamlCompletions {
    private static final Pattern VALUE = Pattern.compile("([A-Za-z]+):\\s*([\"']?)([^\"',{}\\[\\]]*)$");
    private static final Pattern ITEM = Pattern.compile("([A-Za-z]+):\\s*\\[[^\\]]*?([\"']?)([^\"',\\[\\] ]*)$");
    private static final Pattern KEY = Pattern.compile("(?:^[\\s-]*|[{,]\\s*)([A-Za-z]*)$");
    private static final Pattern SAID = Pattern.compile("\\b(hts|rule):\\s*\"?([A-Z0-9.-]+)");
    private static final int FEWEST_DIGITS = 4;
    private static final int MOST_NUMBERS = 50;

    private static final List<String> CASE = List.of("rule", "fires", "nearly");
    private static final Map<Stage, List<String>> PARTS = Map.of(
            Stage.MEMBERSHIP, List.of("hts", "asOf", "center", "sentence", "rule"),
            Stage.COUNTING, List.of("asOf", "line", "answer", "sentence"),
            Stage.PLACEMENT, List.of("facts", "concludes", "sentence", "decision", "because"),
            Stage.ROUTING, List.of("facts", "concludes", "sentence", "routing", "because"));
    private static final List<String> SCENARIO = List.of(
            "story",
            "law",
            "request",
            "cases",
            "name",
            "decision",
            "routing",
            "asOf",
            "importer",
            "account",
            "lines",
            "evidence",
            "directed",
            "appeals",
            "status",
            "center",
            "basis",
            "indicated",
            "reviews",
            "summary",
            "rules",
            "sentences",
            "office");
    private static final List<String> EVIDENCE =
            List.of("id", "kind", "center", "ranges", "date", "inForce", "citation", "text");

    /** The constants that a key takes, by the type of words. */
    private static final Map<String, String> WORDS = Map.of(
            "basis", "Basis", "activity", "Activity", "factor", "Factor", "office", "Office", "set", "ArticleSet");

    private final Workspace workspace;
    private final SourceFile source;
    private final int offset;
    private final int start;
    private final String line;

    YamlCompletions(Workspace workspace, SourceFile source, int offset) {
        this.workspace = workspace;
        this.source = source;
        this.offset = offset;
        this.start = source.text().lastIndexOf('\n', offset - 1) + 1;
        this.line = source.text().substring(start, offset);
    }

    List<Completion> list() {
        if (line.strip().startsWith("#")) {
            return List.of();
        }
        Matcher value = VALUE.matcher(line);
        if (value.find()) {
            return values(value.group(1), value.group(3), !value.group(2).isEmpty());
        }
        Matcher item = ITEM.matcher(line);
        if (item.find()) {
            return values(item.group(1), item.group(3), !item.group(2).isEmpty());
        }
        Matcher key = KEY.matcher(line);
        if (!key.find()) {
            return List.of();
        }
        Offers offers = new Offers(offset - key.group(1).length(), offset, key.group(1));
        keys().forEach(each -> offers.add(each, each + ": ", Kind.KEY, ""));
        return offers.list();
    }

    private List<String> keys() {
        if (source.isEvidence()) {
            return EVIDENCE;
        }
        if (!source.isCases()) {
            return SCENARIO;
        }
        boolean outside = line.indexOf('{') < 0 && line.matches("(- ?| {0,3})[A-Za-z]*");
        return outside ? CASE : source.stage().map(PARTS::get).orElse(CASE);
    }

    private List<Completion> values(String key, String typed, boolean quoted) {
        Offers offers = new Offers(offset - typed.length(), offset, typed);
        switch (key) {
            case "center", "indicated", "preferred" -> offers.centers();
            case "rule", "rules" -> ids(key, offers);
            case "kind" -> {
                if (source.isEvidence()) {
                    Arrays.stream(SourceKind.values())
                            .forEach(kind -> offers.add(kind.name(), Kind.CONSTANT, kind.words()));
                }
            }
            case "hts" -> numbers(typed, quoted, offers);
            case "sentence" -> sentence(quoted).ifPresent(told -> offers.add(told, Kind.TEXT, "what the rule says"));
            default ->
                Optional.ofNullable(WORDS.get(key))
                        .map(StageWords.constants()::get)
                        .ifPresent(constants -> constants.forEach(
                                each -> offers.add(each.substring(each.indexOf('.') + 1), Kind.CONSTANT, "")));
        }
        return offers.list();
    }

    private void ids(String key, Offers offers) {
        List<Rule> beside = source.isCases() ? workspace.rules(source.beside()) : List.of();
        boolean own = key.equals("rule") && line.strip().startsWith("- rule");
        offers.ids(own ? beside : workspace.rules());
    }

    /** Numbers of the tariff, once four digits tell which. */
    private void numbers(String typed, boolean quoted, Offers offers) {
        String digits = typed.replaceAll("[^0-9]", "");
        if (digits.length() >= FEWEST_DIGITS) {
            workspace.schedule().numbers().stream()
                    .filter(number -> number.digits().startsWith(digits)
                            && number.digits().length() == 10
                            && number.text().startsWith(typed))
                    .limit(MOST_NUMBERS)
                    .forEach(number -> offers.add(
                            number.text(), quoted ? number.text() : "\"" + number.text() + "\"", Kind.NUMBER, ""));
        }
    }

    /** The sentence of a membership case, told by its number and its rule. */
    private Optional<String> sentence(boolean quoted) {
        if (source.stage().orElse(Stage.ROUTING) != Stage.MEMBERSHIP || !source.isCases()) {
            return Optional.empty();
        }
        String hts = "";
        String id = "";
        Matcher said = SAID.matcher(source.text().substring(0, offset));
        while (said.find()) {
            if (said.group(1).equals("hts")) {
                hts = said.group(2);
            } else {
                id = said.group(2);
            }
        }
        String rule = id;
        String digits = hts.replace(".", "");
        if (!digits.matches("(?!00|77)(?:[0-9]{8}|[0-9]{10})")) {
            return Optional.empty();
        }
        String number = new HtsNumber(digits).text();
        return workspace.rules(source.beside()).stream()
                .filter(each -> each.id().text().equals(rule))
                .findFirst()
                .map(each -> {
                    Center center = each.range().orElseThrow().center();
                    String told = "`" + number + "` belongs to " + center.title() + " under " + each.id() + " ("
                            + each.citation() + ")";
                    return quoted ? told : "\"" + told.replace("\"", "\\\"") + "\"";
                });
    }
}
