package io.centerline.editor;

import io.centerline.editor.Completion.Kind;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.SourceText;
import io.centerline.rulebook.language.Stage;
import io.centerline.rulebook.language.StageWords;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What could be written at a place of a rule file, told by the words before it. */
final class RuleCompletions {
    private static final Pattern ANNOTATED = Pattern.compile("@(\\w+)\\s*\\(\\s*\"([^\"]*)$");
    private static final Pattern NAMED = Pattern.compile("\\brule\\s+\"([^\"]*)$");
    private static final Pattern COMPARED = Pattern.compile("(\\w+)\\s*(?:==|!=|<=|>=|<|>)\\s*(?:\\w+\\.)?$");
    private static final Pattern FIELD_END = Pattern.compile("(?:^|[(,:;])\\s*\\w+\\s+$");
    private static final Pattern TYPE = Pattern.compile("(\\w+)\\.$");
    private static final Pattern OPENED = Pattern.compile("(\\w+)\\s*$");
    private static final Pattern VARIABLE = Pattern.compile("(\\$\\w+)\\s*:");
    private static final Pattern WORD = Pattern.compile("\\b(rule|when|then|end)\\b");
    private static final List<String> OPERATORS = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final int MOST_CITATIONS = 100;

    private final Workspace workspace;
    private final SourceFile source;
    private final String text;
    private final int offset;
    private final Stage stage;
    private final StageWords words;
    private final FreeIds free;

    RuleCompletions(Workspace workspace, SourceFile source, int offset) {
        this.workspace = workspace;
        this.source = source;
        this.text = source.text();
        this.offset = offset;
        this.stage = source.stage().orElse(Stage.MEMBERSHIP);
        this.words = StageWords.of(stage);
        this.free = new FreeIds(workspace, source, stage);
    }

    List<Completion> list() {
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        String line = text.substring(start, offset);
        String code = SourceText.withoutCommentsAndTexts(line);
        if (code.indexOf('"') >= 0) {
            return inText(line);
        }
        if (code.isBlank() && line.strip().startsWith("//")) {
            return List.of();
        }
        int from = offset;
        while (from > 0 && isWord(text.charAt(from - 1))) {
            from--;
        }
        int to = offset;
        while (to < text.length() && isWord(text.charAt(to))) {
            to++;
        }
        String before = SourceText.withoutCommentsAndTexts(text.substring(0, from));
        String typed = text.substring(from, offset);
        if (before.endsWith("@")) {
            Offers offers = new Offers(from, to, typed);
            StageWords.annotations().forEach(name -> offers.add(name, name + "(\"\")", Kind.ANNOTATION, ""));
            return offers.list();
        }
        Matcher type = TYPE.matcher(before);
        if (type.find() && StageWords.constants().containsKey(type.group(1))) {
            from -= type.group().length();
            typed = type.group() + typed;
            before = before.substring(0, from);
        }
        return inCode(before, new Offers(from, to, typed)).list();
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private Offers inCode(String before, Offers offers) {
        Matcher word = WORD.matcher(before);
        String last = "";
        int at = 0;
        while (word.find()) {
            last = word.group();
            at = word.end();
        }
        String rest = before.substring(at);
        return switch (last) {
            case "rule" -> head(offers);
            case "when" -> condition(rest, offers);
            case "then" -> conclusion(before, rest, offers);
            default -> top(before, offers);
        };
    }

    private Offers top(String before, Offers offers) {
        if (before.isBlank()) {
            offers.add("package rules." + stage.folder() + ";", Kind.KEYWORD, "the first line of a rule file");
        }
        if (!before.contains("import")) {
            offers.add("import io.centerline.rulebook.vocabulary.*;", Kind.KEYWORD, "once, before the first rule");
        }
        return offers.add("rule", template(), Kind.KEYWORD, "a rule, to be filled in");
    }

    private String template() {
        String id = free.list().stream()
                .findFirst()
                .map(FreeIds.Offered::text)
                .orElse(stage.prefixes().get(0) + "-001");
        boolean membership = stage == Stage.MEMBERSHIP;
        return "rule \"" + id + " \"\n"
                + "    @id(\"" + id + "\") @citation(\"\")\n"
                + "    @standing(\"inferred:low\") @inForce(\"\")\n"
                + (membership ? "" : "    @says(\"\")\n")
                + "when\n"
                + (membership ? "    $hts : HtsNumber( heading == 0 )\n" : "    \n")
                + "then\n"
                + (membership
                        ? "    insert(new Membership($hts, Center."
                                + free.center().map(Enum::name).orElse("") + "));\n"
                        : "    insert(new " + words.conclusions().get(0).name() + "());\n")
                + "end\n";
    }

    private Offers head(Offers offers) {
        int from = text.lastIndexOf("rule", offset);
        String said = text.substring(Math.max(0, from), offset);
        StageWords.annotations().stream()
                .filter(name -> !said.contains("@" + name))
                .forEach(name -> offers.add("@" + name, "@" + name + "(\"\")", Kind.ANNOTATION, ""));
        return offers.add("when", Kind.KEYWORD, "");
    }

    private Offers condition(String rest, Offers offers) {
        int open = open(rest);
        if (open < 0) {
            words.facts().forEach(fact -> offers.add(fact.name(), fact.name() + "( ", Kind.FACT, fields(fact)));
            offers.addAll(List.of("not", "exists", "accumulate"), Kind.KEYWORD, "");
            return offers.add("then", Kind.KEYWORD, "");
        }
        Matcher opened = OPENED.matcher(rest.substring(0, open));
        String name = opened.find() ? opened.group(1) : "";
        String inside = rest.substring(open + 1);
        Optional<StageWords.Type> fact = words.fact(name);
        if (fact.isEmpty()) {
            if (List.of("sum", "min", "max").contains(name) || inside.indexOf(';') >= 0) {
                variables(rest).forEach(variable -> offers.add(variable, Kind.VARIABLE, ""));
            } else {
                words.facts().forEach(each -> offers.add(each.name(), each.name() + "( ", Kind.FACT, fields(each)));
            }
            return offers;
        }
        Matcher compared = COMPARED.matcher(inside);
        if (compared.find()) {
            fact.get().find(compared.group(1)).ifPresent(field -> offers.constants(field.values()));
            variables(rest).forEach(variable -> offers.add(variable, Kind.VARIABLE, ""));
            return offers;
        }
        if (FIELD_END.matcher(inside).find()) {
            return offers.addAll(OPERATORS, Kind.KEYWORD, "");
        }
        fact.get().members().forEach(field -> offers.add(field.name(), Kind.FIELD, field.description()));
        return offers;
    }

    private static String fields(StageWords.Type type) {
        return String.join(
                ", ", type.members().stream().map(StageWords.Member::name).toList());
    }

    private Offers conclusion(String before, String rest, Offers offers) {
        int open = open(rest);
        if (open < 0) {
            words.conclusions()
                    .forEach(type -> offers.add(
                            "insert(new " + type.name() + "(…));",
                            "insert(new " + type.name() + "(" + arguments(type) + "));",
                            Kind.CONCLUSION,
                            fields(type)));
            return offers.add("end", Kind.KEYWORD, "");
        }
        Matcher opened = OPENED.matcher(rest.substring(0, open));
        Optional<StageWords.Type> type = opened.find() ? words.conclusion(opened.group(1)) : Optional.empty();
        if (type.isEmpty()) {
            words.conclusions()
                    .forEach(each -> offers.add(
                            each.name(), each.name() + "(" + arguments(each) + ")", Kind.CONCLUSION, fields(each)));
            return rest.substring(open).contains("new") ? offers : offers.add("new", Kind.KEYWORD, "");
        }
        int argument = (int) rest.substring(open).chars().filter(c -> c == ',').count();
        if (argument < type.get().members().size()) {
            offers.constants(type.get().members().get(argument).values());
        }
        variables(before.substring(Math.max(0, before.lastIndexOf("when"))))
                .forEach(variable -> offers.add(variable, Kind.VARIABLE, ""));
        return offers;
    }

    private String arguments(StageWords.Type type) {
        if (stage == Stage.MEMBERSHIP) {
            return "$hts, Center." + free.center().map(Enum::name).orElse("");
        }
        return String.join(
                ", ", type.members().stream().map(StageWords.Member::name).toList());
    }

    /** The last parenthesis that is open at the end of a text; -1 without one. */
    private static int open(String code) {
        int closed = 0;
        for (int i = code.length() - 1; i >= 0; i--) {
            char c = code.charAt(i);
            if (c == ')') {
                closed++;
            } else if (c == '(' && closed-- == 0) {
                return i;
            }
        }
        return -1;
    }

    private static Set<String> variables(String code) {
        Set<String> found = new LinkedHashSet<>();
        Matcher variable = VARIABLE.matcher(code);
        while (variable.find()) {
            found.add(variable.group(1));
        }
        return found;
    }

    private List<Completion> inText(String line) {
        Matcher annotated = ANNOTATED.matcher(line);
        if (annotated.find()) {
            String typed = annotated.group(2);
            int from = offset - typed.length();
            Offers offers = new Offers(from, endOfText(from), typed);
            switch (annotated.group(1)) {
                case "id" -> ids(offers);
                case "standing" -> offers.addAll(StageWords.standings(), Kind.CONSTANT, "");
                case "citation" -> citations().forEach(citation -> offers.add(citation, Kind.TEXT, ""));
                default -> {}
            }
            return offers.list();
        }
        Matcher named = NAMED.matcher(line);
        if (named.find() && named.group(1).indexOf(' ') < 0) {
            int from = offset - named.group(1).length();
            return ids(new Offers(from, offset, named.group(1))).list();
        }
        return List.of();
    }

    private int endOfText(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
            end++;
        }
        return end < text.length() && text.charAt(end) == '"' ? end : offset;
    }

    /** The id that the rule has at its other place, and the next free ones. */
    private Offers ids(Offers offers) {
        source.blocks().stream()
                .filter(block -> block.holds(offset) && !block.id().isEmpty())
                .forEach(block -> offers.add(block.id(), Kind.ID, "the id of this rule"));
        free.list().forEach(next -> offers.add(next.text(), Kind.ID, next.detail()));
        return offers;
    }

    private List<String> citations() {
        return Stream.concat(source.reading().rules().stream(), workspace.rules().stream())
                .map(Rule::citation)
                .distinct()
                .limit(MOST_CITATIONS)
                .toList();
    }
}
