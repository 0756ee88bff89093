package io.centerline.rulebook.language;

import io.centerline.text.Nearest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.ParserError;

/**
 * Says what is wrong with a file the parser gave up on.
 *
 * <p>The parser stops far behind the mistake and speaks of its grammar. So the shape of the file is looked at first:
 * quotation marks, the four words of each rule, parentheses, and then each word and sign. Only when these are sound, the
 * parser's place is told.
 */
final class SyntaxFaults {
    private static final String SHAPE =
            "a rule is: rule \"ID sentence\", annotations, when, conditions, then, one insert, end";
    private static final List<String> WORDS = List.of("when", "then", "end");
    private static final Pattern RULE = Pattern.compile("(?m)^[ \t]*(rule)\\b");
    private static final Pattern SWITCH = Pattern.compile(
            "\\b(salience|no-loop|agenda-group|ruleflow-group|activation-group|lock-on-active|auto-focus|dialect|enabled|"
                    + "date-effective|date-expires|duration|timer|calendars)\\b");
    /** The parser stumbles on; what it says later follows from what it said first. */
    private static final int MOST_ERRORS = 20;

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private final SourceText source;
    private final RuleGrammar grammar;
    private final int most;
    private final String code;

    /** Tells as many faults at most. */
    SyntaxFaults(SourceText source, Stage stage, int most) {
        this.source = source;
        this.grammar = new RuleGrammar(source, stage);
        this.most = most;
        this.code = source.withoutCommentsAndTexts();
    }

    List<Finding> list(List<? extends DroolsError> errors) {
        Optional<Finding> quote = unclosedQuote();
        if (quote.isPresent()) {
            return List.of(quote.get());
        }
        FirstFindings findings = new FirstFindings(most);
        Matcher rule = RULE.matcher(code);
        boolean more = rule.find();
        findings.addAll(grammar.headFaults(more ? rule.start() : code.length()));
        while (more && !findings.isFull()) {
            int start = rule.start(1);
            more = rule.find();
            int end = more ? rule.start() : code.length();
            int before = findings.size();
            check(start, end, findings);
            if (findings.size() == before) {
                findings.addAll(grammar.ruleFaults(start, end));
            }
        }
        if (findings.isEmpty()) {
            errors.stream().limit(MOST_ERRORS).forEach(error -> findings.add(told(error)));
        }
        return findings.stream().distinct().toList();
    }

    private Optional<Finding> unclosedQuote() {
        int at = code.indexOf('"');
        return at < 0
                ? Optional.empty()
                : Optional.of(source.finding(
                        at,
                        1,
                        "the text that starts here has no closing quotation mark",
                        "text starts and ends with `\"` on one line"));
    }

    /** Looks for the four words of a rule in their order and for parentheses in its conditions. */
    private void check(int start, int end, List<Finding> findings) {
        int[] words = new int[3];
        int at = start;
        for (int i = 0; i < words.length; i++) {
            String word = WORDS.get(i);
            Matcher found = Pattern.compile("\\b" + word + "\\b").matcher(code).region(at, end);
            if (found.find()) {
                words[i] = found.start();
                at = found.end();
                continue;
            }
            Optional<Token> misspelled = misspelled(word, at, end);
            if (misspelled.isEmpty()) {
                findings.add(source.finding(start, 4, "the rule that starts here has no `" + word + "`", SHAPE));
                return;
            }
            Token token = misspelled.get();
            findings.add(new Refusal(token, "`" + token.text() + "` cannot stand here", "did you mean `" + word + "`?")
                    .in(source));
            words[i] = token.offset();
            at = token.offset() + token.text().length();
        }
        Matcher banned = SWITCH.matcher(code).region(start, words[0]);
        if (banned.find()) {
            findings.add(source.finding(
                    banned.start(),
                    banned.group().length(),
                    "`" + banned.group() + "` is not allowed in a rule",
                    "rules only conclude: order, loops and switches have no place in them"));
        }
        parentheses(words[0], words[1], findings);
    }

    /** The word that was probably meant to be one of the four of a rule. */
    private Optional<Token> misspelled(String word, int from, int to) {
        return Token.split(code.substring(from, to), from).stream()
                .filter(token -> token.kind() == Token.Kind.NAME && !WORDS.contains(token.text()))
                .filter(token -> Nearest.find(token.text(), List.of(word)).isPresent())
                .findFirst();
    }

    private void parentheses(int from, int to, List<Finding> findings) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = from; i < to; i++) {
            if (code.charAt(i) == '(') {
                open.push(i);
            } else if (code.charAt(i) == ')' && open.poll() == null) {
                findings.add(source.finding(i, 1, "this parenthesis closes nothing", "take it out"));
            }
        }
        open.forEach(i -> findings.add(source.finding(
                i, 1, "this parenthesis is never closed", "close it where the pattern ends, before the next line")));
    }

    private Finding told(DroolsError error) {
        int line = error instanceof ParserError located ? located.getRow() : 1;
        int column = error instanceof ParserError located ? located.getCol() : 0;
        Matcher quoted = QUOTED.matcher(error.getMessage());
        String token = quoted.find() ? String.valueOf(quoted.group(1)) : "";
        int offset = source.startOfLine(line) + column;
        boolean ended = token.isEmpty() || token.equals("<eof>");
        return source.finding(
                offset,
                ended ? 1 : token.length(),
                ended ? "the file ends in the middle of a rule" : "`" + token + "` cannot stand here",
                insideParentheses(offset)
                        ? "inside a pattern write comparisons such as `count > 5` or bindings such as `$n : count`,"
                                + " separated by commas"
                        : SHAPE);
    }

    private boolean insideParentheses(int offset) {
        int depth = 0;
        for (int i = Math.max(0, code.lastIndexOf("when", offset)); i < Math.min(offset, code.length()); i++) {
            depth += code.charAt(i) == '(' ? 1 : code.charAt(i) == ')' ? -1 : 0;
        }
        return depth > 0;
    }
}
