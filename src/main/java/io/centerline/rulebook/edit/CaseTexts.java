package io.centerline.rulebook.edit;

import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.yaml.FindingSink;
import io.centerline.rulebook.yaml.YamlNode;
import io.centerline.rulebook.yaml.YamlNode.Items;
import io.centerline.rulebook.yaml.YamlNode.Keys;
import io.centerline.rulebook.yaml.YamlNode.Scalar;
import io.centerline.rulebook.yaml.YamlReader;
import io.centerline.tariff.HtsNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The case files of membership rules, mended where a change of the rules makes them untrue. Not thread-safe. */
final class CaseTexts {
    private static final FindingSink NOBODY = new FindingSink() {
        @Override
        public void add(Finding finding) {}

        @Override
        public boolean hasRoom() {
            return false;
        }
    };

    private final Map<String, TextEdits> files;
    private final List<Rule> before;
    private final List<Rule> after;
    private final LocalDate day;
    private final Map<LocalDate, ClaimMap> mapsBefore = new HashMap<>();
    private final Map<LocalDate, ClaimMap> mapsAfter = new HashMap<>();

    /**
     * Mends cases.
     *
     * @param files the case files by path
     * @param before the rules as they were
     * @param after the rules as they will be
     * @param day the first day on which they differ
     */
    CaseTexts(Map<String, TextEdits> files, List<Rule> before, List<Rule> after, LocalDate day) {
        this.files = files;
        this.before = before;
        this.after = after;
        this.day = day;
    }

    /** One case of a file, where its parts stand. */
    private record Case(
            Scalar rule,
            Scalar hts,
            Scalar asOf,
            Scalar nearHts,
            Scalar nearAsOf,
            @Nullable Scalar nearRule) {
        static Optional<Case> of(YamlNode node) {
            Keys fires = keys(node, "fires");
            Keys nearly = keys(node, "nearly");
            if (fires == null || nearly == null) {
                return Optional.empty();
            }
            Scalar rule = scalar((Keys) node, "rule");
            Scalar hts = scalar(fires, "hts");
            Scalar asOf = scalar(fires, "asOf");
            Scalar nearHts = scalar(nearly, "hts");
            Scalar nearAsOf = scalar(nearly, "asOf");
            return rule == null || hts == null || asOf == null || nearHts == null || nearAsOf == null
                    ? Optional.empty()
                    : Optional.of(new Case(rule, hts, asOf, nearHts, nearAsOf, scalar(nearly, "rule")));
        }

        private static @Nullable Keys keys(YamlNode node, String key) {
            return node instanceof Keys keys && keys.find(key).orElse(null) instanceof Keys found ? found : null;
        }

        private static @Nullable Scalar scalar(Keys keys, String key) {
            return keys.find(key).orElse(null) instanceof Scalar found ? found : null;
        }

        LocalDate firesOn() {
            return LocalDate.parse(asOf.text());
        }

        LocalDate missesOn() {
            return LocalDate.parse(nearAsOf.text());
        }
    }

    /** Mends every case whose rule or near miss is decided otherwise, and lets rules that end fire on their last day. */
    void mend(List<Rule> ended) {
        files.forEach((path, file) -> cases(path, file).forEach(each -> mend(each, path, file, ended)));
    }

    private void mend(Case each, String path, TextEdits file, List<Rule> ended) {
        boolean ends = ended.stream()
                .anyMatch(rule -> rule.id().text().equals(each.rule().text())
                        && caseFile(rule).equals(path)
                        && rule.inForce().contains(each.firesOn()));
        String decided = decider(before, mapsBefore, each.hts(), each.firesOn());
        String decides = decider(after, mapsAfter, each.hts(), each.firesOn());
        if (ends || !decided.equals(decides)) {
            put(file, each.asOf(), day.minusDays(1).toString());
            put(file, each.nearHts(), RuleDraft.quoted(each.hts().text()));
            String now = decider(after, mapsAfter, each.hts(), day);
            near(file, each, day.toString(), now);
        } else {
            String now = decider(after, mapsAfter, each.nearHts(), each.missesOn());
            if (!now.equals(decider(before, mapsBefore, each.nearHts(), each.missesOn()))) {
                near(file, each, each.nearAsOf().text(), now);
            }
        }
    }

    private static void near(TextEdits file, Case each, String asOf, String rule) {
        if (each.nearRule() == null) {
            put(file, each.nearAsOf(), asOf + ", rule: " + rule);
        } else {
            if (!asOf.equals(each.nearAsOf().text())) {
                put(file, each.nearAsOf(), asOf);
            }
            put(file, each.nearRule(), rule);
        }
    }

    private static void put(TextEdits file, Scalar at, String text) {
        int from = file.offset(at.place().line(), at.place().column());
        file.replace(from, from + at.width(), text);
    }

    /** The id of the rule that decides a number on a day; {@code none} without one. */
    private String decider(List<Rule> rules, Map<LocalDate, ClaimMap> maps, Scalar hts, LocalDate asOf) {
        String digits = hts.text().replaceAll("[^0-9]", "");
        return decider(maps.computeIfAbsent(asOf, on -> ClaimMap.of(new InForce(on, on), rules)), digits);
    }

    private static String decider(ClaimMap map, String digits) {
        if (digits.length() != 8 && digits.length() != 10) {
            return "none";
        }
        long number = Long.parseLong(digits) * (digits.length() == 8 ? 100 : 1);
        List<Rule> claims = map.at(number).claims();
        return claims.isEmpty() ? "none" : claims.get(0).id().text();
    }

    /**
     * The case of a rule that begins on the day: its first number fires on that day, and misses the day before.
     *
     * @throws EditRefused when the tariff has no number that the rule decides
     */
    String begun(Rule rule, List<HtsNumber> numbers) {
        ClaimMap map = mapsAfter.computeIfAbsent(day, on -> ClaimMap.of(new InForce(on, on), after));
        HtsNumber number = numbers.stream()
                .filter(each -> decider(map, each.digits()).equals(rule.id().text()))
                .findFirst()
                .orElseThrow(() -> new EditRefused(
                        "the tariff has no number in "
                                + rule.range().orElseThrow().text() + " that a rule could claim",
                        "name a range that has numbers"));
        LocalDate eve = day.minusDays(1);
        String had = decider(
                mapsBefore.computeIfAbsent(eve, on -> ClaimMap.of(new InForce(on, on), before)), number.digits());
        String sentence = "`" + number.text() + "` belongs to "
                + rule.range().orElseThrow().center().title() + " under " + rule.id() + " (" + rule.citation() + ")";
        return "- rule: " + rule.id() + "\n"
                + "  fires:  { hts: \"" + number.text() + "\", asOf: " + day + ", center: "
                + rule.range().orElseThrow().center().code() + ", sentence: " + RuleDraft.quoted(sentence) + " }\n"
                + "  nearly: { hts: \"" + number.text() + "\", asOf: " + eve
                + (had.equals("none") ? "" : ", rule: " + had) + " }\n";
    }

    /** Behind the last case of a rule in its file; the end of the file when it has none. */
    int behind(Rule rule) {
        String path = caseFile(rule);
        TextEdits file = Objects.requireNonNull(files.get(path));
        List<YamlNode> items = items(path, file);
        int at = -1;
        for (int i = 0; i < items.size(); i++) {
            boolean of = items.get(i) instanceof Keys keys
                    && keys.find("rule").orElse(null) instanceof Scalar id
                    && id.text().equals(rule.id().text());
            if (of) {
                at = i + 1 < items.size()
                        ? start(file, items.get(i + 1))
                        : file.text().length();
            }
        }
        return at < 0 ? file.text().length() : at;
    }

    /** The line of the dash before an item, comments above it left to it. */
    private static int start(TextEdits file, YamlNode item) {
        int at = file.offset(item.place().line(), 1);
        while (at > 0) {
            int line = file.text().lastIndexOf('\n', at - 2) + 1;
            if (!file.text().startsWith("#", line)) {
                break;
            }
            at = line;
        }
        return at;
    }

    private static List<Case> cases(String path, TextEdits file) {
        List<Case> cases = new ArrayList<>();
        items(path, file).forEach(item -> Case.of(item).ifPresent(cases::add));
        return cases;
    }

    private static List<YamlNode> items(String path, TextEdits file) {
        return YamlReader.read("rules/" + path, file.text(), NOBODY)
                .filter(Items.class::isInstance)
                .map(root -> ((Items) root).nodes())
                .orElse(List.of());
    }

    /** The path of the case file beside a rule. */
    static String caseFile(Rule rule) {
        String file = rule.place().file();
        return file.substring("rules/".length(), file.length() - ".drl".length()) + ".cases.yaml";
    }
}
