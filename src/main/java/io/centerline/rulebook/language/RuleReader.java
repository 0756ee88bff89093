package io.centerline.rulebook.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Reads one rule file into rules, or says everything that is wrong with it. Stateless. */
public final class RuleReader {
    private static final String VOCABULARY = "io.centerline.rulebook.vocabulary.*";
    private static final Set<String> ANNOTATIONS = Set.of("id", "citation", "standing", "inForce", "says");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

    private RuleReader() {}

    /**
     * Reads a file.
     *
     * @param file its path as findings shall name it
     * @param stage the stage its folder stands for
     * @param text its text
     * @param findings receives what is wrong; a rule with a finding is left out of the answer
     */
    public static List<Rule> read(String file, Stage stage, String text, List<Finding> findings) {
        return read(file, stage, text, LanguageLimits.DEFAULT, findings);
    }

    /** The same under other limits. */
    public static List<Rule> read(
            String file, Stage stage, String text, LanguageLimits limits, List<Finding> findings) {
        return read(file, stage, text, limits, Origin.NEW, findings);
    }

    /** The same for rules that are new or were stored once. */
    public static List<Rule> read(
            String file, Stage stage, String text, LanguageLimits limits, Origin origin, List<Finding> findings) {
        SourceText source = new SourceText(file, text);
        // One more than is told, so that who tells them knows that there are more.
        FirstFindings found = new FirstFindings(limits.findings() + 1);
        List<Rule> rules = readFile(source, stage, limits, origin, found);
        findings.addAll(found);
        return rules;
    }

    private static List<Rule> readFile(
            SourceText source, Stage stage, LanguageLimits limits, Origin origin, FirstFindings findings) {
        FirstFindings form = origin.form(findings);
        findings.addAll(TextGuard.check(source, limits, origin));
        if (!findings.isEmpty()) {
            return List.of();
        }
        PackageDescr descr = parse(source, stage, limits, findings);
        if (descr == null || descr.getRules().isEmpty()) {
            if (findings.isEmpty()) {
                findings.add(source.finding(0, 1, "the file holds no rule", "write one, or take the file away"));
            }
            return List.of();
        }
        checkPackage(source, stage, descr, findings, form);
        List<Rule> rules = new ArrayList<>();
        List<RuleDescr> written = descr.getRules();
        RuleGrammar grammar = new RuleGrammar(source, stage);
        if (findings.isEmpty()) {
            form.addAll(grammar.headFaults(written.get(0).getStartCharacter()));
        }
        boolean sound = findings.isEmpty();
        for (int i = 0; i < written.size() && rules.size() < limits.rules() && !findings.isFull(); i++) {
            RuleDescr rule = written.get(i);
            if (rule instanceof QueryDescr) {
                findings.add(refused(source, rule, "a rule file holds its package, one import and rules"));
                continue;
            }
            int before = findings.size();
            Optional<Rule> read = read(source, stage, rule, limits, origin, findings);
            if (read.isPresent() && sound) {
                boolean last = i + 1 == written.size();
                form.addAll(grammar.ruleFaults(
                        rule.getStartCharacter(),
                        last ? source.text().length() : written.get(i + 1).getStartCharacter()));
            }
            if (findings.size() == before) {
                read.ifPresent(rules::add);
            }
        }
        return rules;
    }

    private static @Nullable PackageDescr parse(
            SourceText source, Stage stage, LanguageLimits limits, List<Finding> findings) {
        BoundedParser.Result result = BoundedParser.parse(source.text());
        if (result.gaveUpAt() >= 0) {
            findings.add(source.finding(
                    result.gaveUpAt(),
                    1,
                    "what stands before this is too involved to be read",
                    "write conditions as patterns with plain comparisons, one below the other"));
            return null;
        }
        if (!result.errors().isEmpty()) {
            findings.addAll(new SyntaxFaults(source, stage, limits.findings() + 1).list(result.errors()));
            return null;
        }
        if (result.descr() == null) {
            findings.add(source.finding(0, 1, "the file cannot be read as rules", "compare it with a file beside it"));
        }
        return result.descr();
    }

    private static void checkPackage(
            SourceText source, Stage stage, PackageDescr descr, List<Finding> findings, List<Finding> form) {
        String expected = "rules." + stage.folder();
        if (descr.getName().isEmpty()) {
            findings.add(source.finding(0, 1, "the file names no package", "start with `package " + expected + ";`"));
        } else if (!expected.equals(descr.getName())) {
            findings.add(source.finding(
                    Math.max(0, source.text().indexOf("package")),
                    7,
                    "the file lies in folder `" + stage.folder() + "` but its package is `" + descr.getName() + "`",
                    "write `package " + expected + ";`"));
        }
        List<ImportDescr> imports = descr.getImports();
        for (int i = 0; i < imports.size(); i++) {
            ImportDescr imported = imports.get(i);
            if (!VOCABULARY.equals(imported.getTarget())) {
                findings.add(refused(source, imported, "import only " + VOCABULARY));
            } else if (i > 0) {
                form.add(refused(source, imported, "import " + VOCABULARY + " once, before the first rule"));
            }
        }
        String help = "a rule file holds its package, one import and rules";
        List<BaseDescr> refused = new ArrayList<>();
        refused.addAll(descr.getFunctionImports());
        refused.addAll(descr.getAccumulateImports());
        refused.addAll(descr.getGlobals());
        refused.addAll(descr.getFunctions());
        refused.addAll(descr.getTypeDeclarations());
        refused.addAll(descr.getEnumDeclarations());
        refused.addAll(descr.getEntryPointDeclarations());
        refused.addAll(descr.getWindowDeclarations());
        refused.addAll(descr.getAttributes());
        if (descr.getUnit() != null) {
            refused.add(descr.getUnit());
        }
        for (BaseDescr element : refused) {
            findings.add(refused(source, element, help));
        }
    }

    /** Refuses the line an element starts in; the parser's own start may lie behind its first word. */
    private static Finding refused(SourceText source, BaseDescr element, String help) {
        Finding whole = source.finding(element.getStartCharacter(), 1, "", "");
        String line = whole.sourceLine().strip();
        int indent = whole.sourceLine().indexOf(line);
        return source.finding(
                source.startOfLine(whole.place().line()) + indent,
                line.length(),
                "`" + line + "` is not allowed in a rule file",
                help);
    }

    private static Optional<Rule> read(
            SourceText source,
            Stage stage,
            RuleDescr descr,
            LanguageLimits limits,
            Origin origin,
            FirstFindings findings) {
        int before = findings.size();
        FirstFindings form = origin.form(findings);
        Head head = new Head(source, stage, descr, origin, findings);
        Scope scope = new Scope();
        ExpressionReader expressions = new ExpressionReader(source, stage, scope, origin, findings);
        int count = descr.getLhs().getDescrs().size();
        if (count > limits.conditions()) {
            findings.add(head.finding(
                    "when",
                    "the rule has " + count + " conditions, " + limits.conditions() + " are the most",
                    "make it several rules"));
        }
        ConditionReader conditionReader =
                new ConditionReader(source, stage, scope, expressions, limits, origin, findings);
        List<Condition> conditions = conditionReader.read(descr.getLhs());
        if (findings.size() == before) {
            RuleSize.check(conditions, head, limits, findings);
        }
        if (conditions.isEmpty() && findings.size() == before) {
            findings.add(
                    head.finding("when", "the rule has no condition", "say what it applies to, for example `Case()`"));
        }
        if (findings.size() > before) {
            return Optional.empty();
        }
        try {
            String then = String.valueOf(descr.getConsequence()).stripTrailing();
            int offset = Math.max(0, source.text().indexOf(then, source.startOfLine(descr.getConsequenceLine())));
            Consequence consequence = expressions.consequence(then, offset);
            Sentence sentence = head.sentence(scope.visible());
            Rule rule = new Rule(
                    head.id(),
                    head.title(),
                    head.header(),
                    stage,
                    topic(source.file()),
                    source.place(descr.getStartCharacter()),
                    conditions,
                    scope.size(),
                    consequence,
                    sentence);
            RuleShape.check(rule, head, findings, form);
            checkNumbers(rule, head, form);
            return findings.size() > before ? Optional.empty() : Optional.of(rule);
        } catch (Refusal refusal) {
            findings.add(refusal.in(source));
            return Optional.empty();
        }
    }

    private static String topic(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.endsWith(".drl") ? name.substring(0, name.length() - 4) : name;
    }

    /** A number in the sentence that no condition holds would go on saying the old threshold after a change. */
    private static void checkNumbers(Rule rule, Head head, List<Finding> findings) {
        if (!head.says()) {
            return;
        }
        Set<BigDecimal> literals = RuleShape.numbers(rule);
        for (String text : rule.sentence().texts()) {
            foreignNumber(text)
                    .ifPresent(number -> findings.add(head.finding(
                            "@says",
                            "the sentence says `" + Character.toString(number) + "` (" + TextGuard.name(number)
                                    + "), which is no digit of a condition",
                            SpokenNumber.OTHER_SIGNS.indexOf(number) < 0
                                    ? "write numbers with the digits 0 to 9"
                                    : "write percentages with `%`")));
            for (SpokenNumber number : SpokenNumber.list(text)) {
                Optional<BigDecimal> said = number.value();
                if (said.isEmpty()) {
                    findings.add(head.finding(
                            "@says",
                            "the sentence says `" + number.text() + "`, which can be read as several numbers",
                            "write it as `5000`, `5,000` or `0.50`"));
                } else if (literals.stream().noneMatch(literal -> literal.compareTo(said.get()) == 0)) {
                    findings.add(head.finding(
                            "@says",
                            "the sentence says `" + number.text() + "` but no condition of the rule does",
                            "write the number of the condition into the sentence"));
                }
            }
        }
    }

    /** A digit, number or percent sign that would slip past the comparison with the conditions. */
    private static OptionalInt foreignNumber(String text) {
        return text.codePoints()
                .filter(c -> c > '9' && (isNumber(Character.getType(c)) || SpokenNumber.OTHER_SIGNS.indexOf(c) >= 0))
                .findFirst();
    }

    private static boolean isNumber(int type) {
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** The name, annotations and attributes of a rule. */
    static final class Head {
        private final SourceText source;
        private final RuleDescr descr;
        private final Origin origin;
        private final FirstFindings findings;
        private final int body;
        private final int end;

        private final String idText;
        private final String citation;
        private final Optional<Standing> standing;
        private final Optional<InForce> inForce;

        Head(SourceText source, Stage stage, RuleDescr descr, Origin origin, FirstFindings findings) {
            this.source = source;
            this.descr = descr;
            this.origin = origin;
            this.findings = findings;
            int start = descr.getStartCharacter();
            int name = source.text().indexOf(descr.getName(), start);
            this.body = Math.max(start, name) + descr.getName().length();
            this.end = source.text().indexOf("when", body);
            refuse();
            this.idText = value("id", "@id(\"" + stage.prefixes().get(0) + "-001\")");
            this.citation = value("citation", "@citation(\"19 CFR 101.10(a)\")");
            String standingText = value("standing", "@standing(\"found\")");
            String inForceText = value("inForce", "@inForce(\"2017-01-19/..\")");
            this.standing = Standing.find(standingText);
            this.inForce = inForceText.isEmpty()
                    ? Optional.empty()
                    : InForce.read(
                            inForceText,
                            offset("@inForce", inForceText),
                            origin,
                            fault -> findings.add(fault.in(source)));
            checkId(stage);
            if (!standingText.isEmpty() && standing.isEmpty()) {
                findings.add(finding(
                        "@standing",
                        "`" + standingText + "` is not a standing",
                        "use found, inferred:high, inferred:medium or inferred:low"));
            }
        }

        /** Where the text of an annotation stands. */
        private int offset(String annotation, String text) {
            int at = Math.max(body, source.text().indexOf(annotation, body));
            return Math.max(at, source.text().indexOf(text, at));
        }

        RuleId id() {
            return new RuleId(idText);
        }

        String title() {
            return descr.getName()
                    .substring(Math.min(idText.length(), descr.getName().length()))
                    .strip();
        }

        Rule.Header header() {
            return new Rule.Header(citation, standing.orElseThrow(), inForce.orElseThrow());
        }

        boolean says() {
            return descr.getAnnotation("says") != null;
        }

        Sentence sentence(List<Variable> variables) {
            if (!says()) {
                return Sentence.plain(title());
            }
            try {
                return Sentence.read(value("says", "@says(\"{$c} leads\")"), variables, origin);
            } catch (Sentence.Malformed malformed) {
                findings.add(finding(
                        "@says",
                        String.valueOf(malformed.getMessage()),
                        "write `{$name}`, `{$count|line|lines}` or `{$share%}` with a variable the rule binds"));
                return Sentence.plain(title());
            }
        }

        /** A finding at a word of the head, such as {@code @standing}; at the rule itself when it is not there. */
        Finding finding(String word, String message, String help) {
            int start = descr.getStartCharacter();
            boolean below = word.equals("when") || word.equals("then");
            boolean inName = word.equals("rule");
            int at = source.text().indexOf(word, below ? Math.max(start, end) : inName ? start : body);
            boolean inside = at >= 0 && at <= (below ? descr.getEndCharacter() : Math.max(start, end));
            return source.finding(inside ? at : start, inside ? word.length() : 4, message, help);
        }

        /** A finding at a place inside the rule. */
        Finding at(SourcePlace place, String message, String help) {
            return source.finding(source.startOfLine(place.line()) + place.column() - 1, 1, message, help);
        }

        private void checkId(Stage stage) {
            if (idText.isEmpty()) {
                return;
            }
            int digits = stage == Stage.MEMBERSHIP ? 4 : 3;
            FirstFindings form = origin.form(findings);
            if (!RuleId.isWellFormed(idText) || !stage.prefixes().contains(idText.substring(0, 3))) {
                findings.add(wrongId(stage));
            } else if (idText.length() != "MEM-".length() + digits) {
                form.add(wrongId(stage));
            } else if (!descr.getName().startsWith(idText + " ")) {
                findings.add(wrongName("the rule's name does not start with its id `" + idText + "`"));
            } else if (title().codePoints().noneMatch(Character::isLetterOrDigit)) {
                form.add(wrongName("the rule's name says nothing behind its id `" + idText + "`"));
            }
        }

        private Finding wrongId(Stage stage) {
            return finding(
                    "@id",
                    "`" + idText + "` is not an id for the " + stage.folder() + " stage",
                    "write " + String.join("- or ", stage.prefixes()) + "- and "
                            + (stage == Stage.MEMBERSHIP ? "four" : "three") + " digits");
        }

        private Finding wrongName(String message) {
            return finding(
                    "rule", message, "write `rule \"" + idText + " …\"` and the sentence an auditor would say aloud");
        }

        private void refuse() {
            String help = "rules only conclude: order, loops and switches have no place in them";
            for (AttributeDescr attribute : descr.getAttributes().values()) {
                findings.add(
                        finding(attribute.getName(), "`" + attribute.getName() + "` is not allowed in a rule", help));
            }
            if (descr.getParentName() != null) {
                findings.add(finding("extends", "`extends` is not allowed in a rule", "repeat the conditions"));
            }
            if (!descr.getNamedConsequences().isEmpty()) {
                findings.add(finding("then", "a rule has one consequence", "make the second one a second rule"));
            }
            for (String name : descr.getAnnotationNames()) {
                if (!ANNOTATIONS.contains(name)) {
                    findings.add(finding(
                            "@" + name,
                            "`@" + name + "` is not an annotation of the rule language",
                            MeantWord.help(name, ANNOTATIONS.stream().sorted().toList())));
                }
            }
        }

        private String value(String name, String example) {
            AnnotationDescr annotation = descr.getAnnotation(name);
            String quoted = annotation == null ? "" : String.valueOf(annotation.getSingleValue());
            if (annotation != null && !isOneText(annotation, quoted.strip())) {
                findings.add(finding(
                        "@" + name,
                        "@" + name + " stands once and takes one text in quotation marks",
                        "write " + example));
                return "";
            }
            String text = unquote(quoted.strip());
            if (text.isBlank()) {
                findings.add(finding("rule", "the rule has no @" + name, "add " + example));
                return "";
            }
            return text;
        }

        private static boolean isOneText(AnnotationDescr annotation, String quoted) {
            return !annotation.isDuplicated()
                    && annotation.getValueMap().keySet().equals(Set.of("value"))
                    && TEXT.matcher(quoted).matches();
        }

        private static String unquote(String text) {
            boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
            return (quoted ? text.substring(1, text.length() - 1) : text)
                    .replace("\\\"", "\"")
                    .replace("\\\\", "\\");
        }
    }
}
