package io.centerline.check;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.RuleReading;
import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import io.centerline.tariff.HtsNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Makes rule folders with one thing wrong each, the same ones for the same seed. */
final class DefectGenerator {

    private final Random random;
    private final RuleFolder folder;
    private final List<Rule> rules;
    private final List<Rule> membership;
    private final List<ClaimMap> maps;
    private final KnownNumbers known = new KnownNumbers(TestFolders.SCHEDULE);

    DefectGenerator(long seed, RuleFolder folder) {
        this.random = new Random(seed);
        this.folder = folder;
        RuleReading reading = RuleReading.of(folder.rules());
        this.rules = reading.rules();
        this.membership =
                rules.stream().filter(rule -> rule.stage() == Stage.MEMBERSHIP).toList();
        this.maps = ClaimMap.ofEach(reading.periods(), rules);
    }

    /** So many defects, of each kind in turn. */
    List<Defect> make(int count, List<Supplier<Optional<Defect>>> kinds) {
        List<Defect> defects = new ArrayList<>();
        for (int i = 0; defects.size() < count; i++) {
            Supplier<Optional<Defect>> kind = kinds.get(i % kinds.size());
            Optional<Defect> made = Optional.empty();
            for (int tries = 0; made.isEmpty() && tries < 1000; tries++) {
                made = kind.get();
            }
            defects.add(made.orElseThrow(() -> new IllegalStateException("no such defect can be made")));
        }
        return defects;
    }

    /** Kinds that are told from the rule files alone. */
    List<Supplier<Optional<Defect>>> ofRules() {
        return List.of(
                this::overlap,
                this::gapAtAnEnd,
                this::gapWhereARuleWas,
                this::shadow,
                this::laterFirstDay,
                this::earlierLastDay,
                this::noSuchDay,
                this::wrongType,
                this::misspelt,
                this::forbidden,
                this::malformedId,
                this::sameIdTwice,
                this::missingAnnotation,
                this::reservedChapter,
                this::impossibleCondition,
                this::nameOfAnotherRange);
    }

    /** Kinds that show when cases are read or run. */
    List<Supplier<Optional<Defect>>> ofCases() {
        return List.of(
                this::caseOfAnotherNumber,
                this::caseOfAnotherCenter,
                this::caseOfNoRule,
                this::caseKeyMisspelt,
                this::caseTakenAway,
                this::caseOfNoDay,
                this::sentenceChanged,
                this::scenarioChanged,
                this::scenarioKeyMisspelt,
                this::brokenYaml);
    }

    private Optional<Defect> overlap() {
        Rule rule = pick(membership);
        NumberRange range = range(rule);
        int next = range.to() + 1;
        boolean claimed = membership.stream()
                .anyMatch(other -> other != rule
                        && range(other).digits() == range.digits()
                        && range(other).contains(next)
                        && other.inForce().overlaps(rule.inForce()));
        return claimed
                ? condition("overlap", rule, range.from(), next, "CONTRADICTION", "CLAIMED_TWICE")
                : Optional.empty();
    }

    private Optional<Defect> gapAtAnEnd() {
        Rule rule = pick(membership);
        NumberRange range = range(rule);
        boolean low = random.nextBoolean();
        int lost = low ? range.from() : range.to();
        return range.from() < range.to() && isOpen(rule, HtsInterval.of(range.digits(), lost, lost))
                ? condition("gap", rule, low ? lost + 1 : range.from(), low ? range.to() : lost - 1, "GAP")
                : Optional.empty();
    }

    private Optional<Defect> gapWhereARuleWas() {
        Rule rule = pick(membership);
        NumberRange range = range(rule);
        // The rule moves to a level and a range where it does no harm, and its numbers are left without one.
        return isOpen(rule, HtsInterval.of(range))
                ? edit(
                        "gap where a rule was",
                        rule,
                        conditionLine(rule),
                        line -> line.replaceFirst("HtsNumber\\(.*\\)", "HtsNumber( rateLine == 84161000 )"),
                        "GAP")
                : Optional.empty();
    }

    /** Whether nobody else claims known numbers of a stretch while the rule is in force. */
    private boolean isOpen(Rule rule, HtsInterval stretch) {
        return maps.stream()
                .filter(map -> rule.inForce().contains(map.days().from()))
                .flatMap(map -> map.pieces().stream())
                .anyMatch(piece -> piece.claims().equals(List.of(rule))
                        && piece.stretch().overlaps(stretch)
                        && known.any(piece.stretch().within(stretch)));
    }

    private Optional<Defect> shadow() {
        Rule rule = pick(membership);
        NumberRange range = range(rule);
        if (range.digits() > 6) {
            return Optional.empty();
        }
        String path = path(rule);
        String level = range.digits() == 2 ? "heading" : range.digits() == 4 ? "subheading" : "rateLine";
        String copy = """

                rule "MEM-9999 All of it again"
                    @id("MEM-9999") @citation("none") @standing("inferred:low") @inForce("%s")
                when
                    $hts : HtsNumber( %s >= %d, %s <= %d )
                then
                    insert(new Membership($hts, Center.%s));
                end
                """.formatted(
                        rule.inForce(), level, range.from() * 100L, level, range.to() * 100L + 99, range.center());
        boolean alone = membership.stream()
                .noneMatch(other -> range(other).digits() == range.digits() + 2
                        && HtsInterval.of(range(other)).overlaps(HtsInterval.of(range)));
        return alone
                ? Optional.of(new Defect(
                        "shadow of " + rule.id(),
                        TestFolders.with(folder, path, text -> text + copy),
                        Set.of("NEVER_WINS"),
                        path,
                        Set.of(rule.conditionPlace().line())))
                : Optional.empty();
    }

    private Optional<Defect> laterFirstDay() {
        Rule rule = pick(membership);
        String day = rule.inForce().from().plusDays(1 + random.nextInt(20)).toString();
        return isOpen(rule, HtsInterval.of(range(rule)))
                ? edit(
                        "later first day",
                        rule,
                        intervalLine(rule),
                        line -> line.replaceFirst("@inForce\\(\"[^/]*", "@inForce(\"" + day),
                        "GAP")
                : Optional.empty();
    }

    private Optional<Defect> earlierLastDay() {
        Rule rule = pick(membership);
        boolean open = rule.inForce().until().equals(InForce.OPEN);
        String day = (open
                        ? rule.inForce().from().plusDays(1000 + random.nextInt(1000))
                        : rule.inForce().until().minusDays(1 + random.nextInt(20)))
                .toString();
        return isOpen(rule, HtsInterval.of(range(rule)))
                ? edit(
                        "earlier last day",
                        rule,
                        intervalLine(rule),
                        line -> line.replaceFirst("/[0-9.-]+\"\\)", "/" + day + "\")"),
                        "GAP")
                : Optional.empty();
    }

    private Optional<Defect> noSuchDay() {
        Rule rule = pick(rules);
        String days =
                pick(List.of("2013-02-30/..", "2013-04-04/2013-04-03", "2013-4-4/..", "04/04/2013", "2013-04-04"));
        return edit(
                "no such day",
                rule,
                intervalLine(rule),
                line -> line.replaceFirst("@inForce\\(\"[^\"]*\"\\)", "@inForce(\"" + days + "\")"),
                "LANGUAGE");
    }

    private Optional<Defect> wrongType() {
        Rule rule = pick(membership);
        String wrong = pick(List.of("\"8471\"", "Center.MACHINERY", "84.71", "true", "$hts", "'x'"));
        return edit(
                "wrong type",
                rule,
                conditionLine(rule),
                line -> line.replaceFirst("(==|>=) [0-9]+", "$1 " + wrong.replace("$", "\\$")),
                "LANGUAGE");
    }

    private Optional<Defect> misspelt() {
        Rule rule = pick(membership);
        return random.nextBoolean()
                ? edit(
                        "misspelt field",
                        rule,
                        conditionLine(rule),
                        line -> line.replaceFirst("chapter|subheading|heading|rateLine", "headng"),
                        "LANGUAGE")
                : edit(
                        "misspelt Center",
                        rule,
                        lineOf(rule, "insert("),
                        line -> line.replaceFirst("Center\\.", "Center.X"),
                        "LANGUAGE");
    }

    private Optional<Defect> forbidden() {
        Rule rule = pick(rules);
        String word = pick(List.of("salience 10", "no-loop true", "enabled false", "date-effective \"1-Jan-2020\""));
        int line = lineOf(rule, "when");
        return edit("forbidden word", rule, line, text -> word + " " + text, "LANGUAGE");
    }

    private Optional<Defect> malformedId() {
        Rule rule = pick(rules);
        String wrong = pick(List.of("MEM0101", "QRS-001", "mem-0101", "MEM-1"));
        int line = lineOf(rule, "@id(");
        return edit(
                "malformed id",
                rule,
                line,
                text -> text.replaceFirst("@id\\(\"[^\"]*\"", "@id(\"" + wrong + "\""),
                "LANGUAGE");
    }

    private Optional<Defect> sameIdTwice() {
        Rule rule = pick(membership);
        Rule other = pick(membership);
        if (rule == other || !rule.inForce().overlaps(other.inForce())) {
            return Optional.empty();
        }
        String path = path(rule);
        return Optional.of(new Defect(
                "the id " + other.id() + " again",
                TestFolders.with(
                        folder,
                        path,
                        text -> text.replace(rule.id().text(), other.id().text())),
                Set.of("ID_IN_FORCE_TWICE"),
                path,
                Set.of(rule.place().line(), intervalLine(rule))));
    }

    private Optional<Defect> missingAnnotation() {
        Rule rule = pick(rules);
        String name = pick(List.of("@citation", "@standing", "@inForce", "@id"));
        int line = lineOf(rule, name);
        return edit(
                        "missing " + name,
                        rule,
                        line,
                        text -> text.replaceFirst(name + "\\(\"([^\"\\\\]|\\\\.)*\"\\)", ""),
                        "LANGUAGE")
                .map(defect -> new Defect(
                        defect.name(),
                        defect.folder(),
                        defect.codes(),
                        defect.file(),
                        Set.of(rule.place().line())));
    }

    private Optional<Defect> reservedChapter() {
        Rule rule = pick(membership);
        NumberRange range = range(rule);
        return range.digits() == 2 && (range.to() == 97 || range.to() == 76 || range.from() == 78)
                ? condition(
                        "reserved chapter",
                        rule,
                        range.from() == 78 ? 77 : range.from(),
                        range.from() == 78 ? range.to() : range.to() + 1,
                        "RESERVED_CHAPTER")
                : Optional.empty();
    }

    private Optional<Defect> impossibleCondition() {
        Rule rule = pick(rules.stream()
                .filter(each -> each.stage() == Stage.PLACEMENT)
                .filter(each -> each.conditionText().startsWith("Tally(")
                        || each.conditionText().startsWith("Totals("))
                .toList());
        String more = rule.conditionText().startsWith("Tally(")
                ? pick(List.of("share >= 50", "margin > 2", "share >= 0.6, share < 0.6", "center != $c, center == $c"))
                : pick(List.of("counted < 0", "counted > 7, counted < 8", "notCounted > 3, notCounted == 3"));
        int line = rule.conditionPlace().line();
        if (more.contains("$c") && !text(rule, line).contains("$c")) {
            return Optional.empty();
        }
        return edit(
                "impossible condition",
                rule,
                line,
                text -> text.replaceFirst(" \\)", ", " + more.replace("$", "\\$") + " )"),
                "NEVER_HOLDS");
    }

    private Optional<Defect> nameOfAnotherRange() {
        Rule rule = pick(membership);
        return edit(
                "name of another range",
                rule,
                rule.place().line(),
                line -> line.replaceFirst("\\(([0-9][0-9.]*)(-[0-9.]+)?\\)", "(0102)"),
                "NAME_DIFFERS");
    }

    private Optional<Defect> caseOfAnotherNumber() {
        Rule rule = pick(membership);
        Rule other = pick(membership);
        Optional<HtsNumber> number = known.example(HtsInterval.of(range(other)));
        boolean far = !HtsInterval.of(range(other)).overlaps(HtsInterval.of(range(rule)));
        return number.isPresent() && far
                ? inCase(
                        "case of another number",
                        rule,
                        "fires",
                        line -> line.replaceFirst(
                                "hts: \"[0-9.]+\"", "hts: \"" + number.get().text() + "\""),
                        "CASE_FAILS")
                : Optional.empty();
    }

    private Optional<Defect> caseOfAnotherCenter() {
        return inCase(
                "case of another Center",
                pick(membership),
                "fires",
                line -> line.replaceFirst(
                        "center: CEE0(\\d)(\\d)", "center: CEE0" + (line.contains("CEE010") ? "01" : "10")),
                "CASE_FAILS");
    }

    private Optional<Defect> caseOfNoRule() {
        Rule rule = pick(rules);
        return inCase(
                "case of no rule", rule, "rule", line -> line.replaceFirst("-(\\d+)$", "-9$1"), "CASE_UNKNOWN_RULE");
    }

    private Optional<Defect> caseKeyMisspelt() {
        return inCase(
                "misspelt key", pick(rules), "nearly", line -> line.replaceFirst("nearly", "nearby"), "TEST_MALFORMED");
    }

    /** The first two cases of a file made one: the first loses its rule's name to the second. */
    private Optional<Defect> caseTakenAway() {
        Rule rule = pick(rules);
        Rule other = pick(
                rules.stream().filter(each -> path(each).equals(path(rule))).toList());
        if (rule == other) {
            return Optional.empty();
        }
        return inCase(
                        "case of another rule",
                        rule,
                        "rule",
                        line -> line.replace(rule.id().text(), other.id().text()),
                        "CASE_MISSING")
                .map(defect -> new Defect(
                        "rule without case",
                        defect.folder(),
                        defect.codes(),
                        path(rule),
                        Set.of(rule.place().line())));
    }

    private Optional<Defect> caseOfNoDay() {
        return inCase(
                "case on no day",
                pick(membership),
                "nearly",
                line -> line.replaceFirst("asOf: [0-9-]+", "asOf: 2026-02-30"),
                "TEST_MALFORMED");
    }

    private Optional<Defect> sentenceChanged() {
        Rule rule = pick(rules);
        String path = cases(rule);
        List<String> lines = folder.tests().get(path).lines().toList();
        int at = lines.indexOf("- rule: " + rule.id()) + 1;
        while (at < lines.size() && !lines.get(at).contains("sentence:")) {
            at++;
        }
        return inTest(
                "sentence changed",
                path,
                at + 1,
                line -> line.replaceFirst("sentence:( +)\"", "sentence:$1\"not "),
                "CASE_FAILS");
    }

    private Optional<Defect> scenarioChanged() {
        List<String> change = pick(List.of(
                List.of("      center: ", "(CEE0|PNDING|NOTELG).*$", "CEE099"),
                List.of("      status: ", "[A-Z_]+$", "LOST"),
                List.of("      summary: ", "\"$", "!\""),
                List.of("      rules: ", "CNT-001", "CNT-777"),
                List.of("      basis: ", "[A-Za-z]+$", "ORACLE")));
        return inScenario("scenario changed", change.get(0), change.get(1), change.get(2), "SCENARIO_FAILS");
    }

    private Optional<Defect> scenarioKeyMisspelt() {
        String key = pick(List.of("status", "basis", "reviews", "tallies", "flips", "warnings"));
        return inScenario("misspelt key", "      " + key + ":", key, key + "x", "TEST_MALFORMED");
    }

    private Optional<Defect> brokenYaml() {
        String path = pick(List.copyOf(folder.tests().keySet()));
        List<String> lines = folder.tests().get(path).lines().toList();
        int at = random.nextInt(lines.size());
        return lines.get(at).contains(" {") && lines.get(at).endsWith("}")
                ? inTest("brace taken away", path, at + 1, line -> line.replaceFirst(" \\{", " "), "TEST_MALFORMED")
                : Optional.empty();
    }

    private Optional<Defect> inScenario(String name, String start, String old, String instead, String code) {
        List<String> paths = folder.tests().keySet().stream()
                .filter(path -> path.startsWith("scenarios/"))
                .toList();
        String path = pick(paths);
        List<String> lines = folder.tests().get(path).lines().toList();
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)
                    && Pattern.compile(old).matcher(lines.get(i)).find()) {
                fitting.add(i + 1);
            }
        }
        return fitting.isEmpty()
                ? Optional.empty()
                : inTest(name, path, pick(fitting), line -> line.replaceFirst(old, instead), code);
    }

    private Optional<Defect> inCase(String name, Rule rule, String part, UnaryOperator<String> change, String code) {
        String path = cases(rule);
        List<String> lines = folder.tests().get(path).lines().toList();
        int at = lines.indexOf("- rule: " + rule.id());
        while (!part.equals("rule") && !lines.get(at).strip().startsWith(part + ":")) {
            at++;
        }
        return inTest(name, path, at + 1, change, code);
    }

    private Optional<Defect> inTest(String name, String path, int line, UnaryOperator<String> change, String code) {
        return changed(name, path, line, change, Set.of(code));
    }

    private Optional<Defect> condition(String name, Rule rule, long from, long to, String... codes) {
        String level = List.of("chapter", "heading", "subheading", "rateLine")
                .get(range(rule).digits() / 2 - 1);
        String condition = "HtsNumber( " + level + " >= " + from + ", " + level + " <= " + to + " )";
        return edit(name, rule, conditionLine(rule), line -> line.replaceFirst("HtsNumber\\(.*\\)", condition), codes);
    }

    private Optional<Defect> edit(String name, Rule rule, int line, UnaryOperator<String> change, String... codes) {
        return changed(name + " of " + rule.id(), path(rule), line, change, Set.of(codes));
    }

    private Optional<Defect> changed(
            String name, String path, int line, UnaryOperator<String> change, Set<String> codes) {
        String text = path.endsWith(".drl")
                ? folder.rules().texts().get(path)
                : folder.tests().get(path);
        String[] lines = text.split("\n", -1);
        String before = lines[line - 1];
        String after = change.apply(before);
        if (after.equals(before)) {
            return Optional.empty();
        }
        lines[line - 1] = after;
        return Optional.of(new Defect(
                name,
                TestFolders.with(folder, path, same -> String.join("\n", Arrays.asList(lines))),
                codes,
                path,
                new TreeSet<>(Set.of(line))));
    }

    private int conditionLine(Rule rule) {
        return rule.conditionPlace().line();
    }

    private int intervalLine(Rule rule) {
        return lineOf(rule, "@inForce");
    }

    private int lineOf(Rule rule, String word) {
        int line = rule.place().line();
        while (!text(rule, line).contains(word)) {
            line++;
        }
        return line;
    }

    private String text(Rule rule, int line) {
        return folder.rules().texts().get(path(rule)).split("\n", -1)[line - 1];
    }

    private static NumberRange range(Rule rule) {
        return rule.range().orElseThrow();
    }

    private static String path(Rule rule) {
        return rule.place().file().substring("rules/".length());
    }

    private static String cases(Rule rule) {
        return path(rule).replace(".drl", ".cases.yaml");
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
