package io.centerline.editor;

import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.StageWords;
import io.centerline.text.Nearest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does what the message and the help of a finding advise, where they leave one way. */
final class AdvisedFix {
    private static final Pattern MEANT = Pattern.compile("did you mean `([^`]+)`\\?.*");
    private static final Pattern WRITE = Pattern.compile("write `([^`\\s…]+)`");
    private static final Pattern PACKAGE = Pattern.compile("(?:write|start with) `(package [^`]+;)`");
    private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");
    private static final Pattern NOT_A_STANDING = Pattern.compile("`(.*)` is not a standing");
    private static final Pattern NO_ID = Pattern.compile("the rule has no @id");
    private static final Pattern NAME = Pattern.compile("the rule's name does not start with its id `([^`]+)`");
    private static final Pattern ATTRIBUTE = Pattern.compile("`([a-z-]+)` is not allowed in a rule");
    private static final Pattern STARTED = Pattern.compile("[A-Z]{3}-[0-9]+\\s*");
    private static final Pattern PACKAGE_LINE = Pattern.compile("(?m)^[ \\t]*package\\b[^;\n]*;?");

    private static final String IMPORT = "import only ";
    private static final String QUOTE = "put it in quotes";

    private final SourceFile source;
    private final Finding finding;
    private final String text;
    private final int from;
    private final int to;
    private final String span;

    private AdvisedFix(SourceFile source, Finding finding, int at) {
        this.source = source;
        this.finding = finding;
        this.text = source.text();
        this.from = at;
        this.to = Math.min(text.length(), at + finding.width());
        this.span = text.substring(from, to);
    }

    /** What mends a finding that stands at an offset. */
    static Optional<QuickFix> of(SourceFile source, Finding finding, int at) {
        AdvisedFix fix = new AdvisedFix(source, finding, at);
        return fix.nearest().or(fix::written).or(fix::head).or(fix::inRule).or(fix::quoted);
    }

    private Optional<QuickFix> nearest() {
        Matcher meant = MEANT.matcher(finding.help());
        if (meant.matches()) {
            return meant(meant.group(1));
        }
        Matcher standing = NOT_A_STANDING.matcher(finding.message());
        return standing.matches()
                ? Nearest.find(standing.group(1), StageWords.standings())
                        .flatMap(word -> replacedBehind(standing.group(1), word))
                : Optional.empty();
    }

    /** Puts the word meant in place of the one that the message quotes, or of all that the finding covers. */
    private Optional<QuickFix> meant(String word) {
        Matcher quoted = QUOTED.matcher(finding.message());
        String wrong = "";
        while (quoted.find()) {
            if (!quoted.group(1).isEmpty() && span.contains(quoted.group(1))) {
                wrong = quoted.group(1);
            }
        }
        int start = wrong.isEmpty() ? from : from + span.indexOf(wrong);
        int end = wrong.isEmpty() ? to : start + wrong.length();
        boolean annotation = text.startsWith("@", start) && !word.startsWith("@");
        if (text.substring(start, end).indexOf('\n') >= 0) {
            return Optional.empty();
        }
        return Optional.of(fix("Write `" + word + "`", annotation ? start + 1 : start, end, word));
    }

    /** One word or sign for another. */
    private Optional<QuickFix> written() {
        Matcher write = WRITE.matcher(finding.help());
        boolean oneWord = !span.isEmpty() && span.chars().noneMatch(Character::isWhitespace);
        return write.matches() && oneWord
                ? Optional.of(fix("Write `" + write.group(1) + "`", from, to, write.group(1)))
                : Optional.empty();
    }

    /** What stands before the rules. */
    private Optional<QuickFix> head() {
        Matcher told = PACKAGE.matcher(finding.help());
        if (told.matches()) {
            Matcher line = PACKAGE_LINE.matcher(text);
            return line.find()
                    ? Optional.of(fix("Write `" + told.group(1) + "`", line.start(), line.end(), told.group(1)))
                    : Optional.of(fix("Write `" + told.group(1) + "`", 0, 0, told.group(1) + "\n"));
        }
        if (finding.help().startsWith(IMPORT)) {
            return Optional.of(fix(
                    "Import the vocabulary",
                    from,
                    to,
                    "import " + finding.help().substring(IMPORT.length()) + ";"));
        }
        return finding.help().startsWith("import ") && finding.help().endsWith("once, before the first rule")
                ? Optional.of(fix("Take the second import away", from, lineEnd(), ""))
                : Optional.empty();
    }

    private int lineEnd() {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    private Optional<QuickFix> inRule() {
        RuleBlock block = source.blocks().stream()
                .filter(each -> each.holds(from))
                .findFirst()
                .orElse(null);
        if (block == null) {
            return Optional.empty();
        }
        if (NO_ID.matcher(finding.message()).matches() && !block.id().isEmpty()) {
            int line = text.indexOf('\n', block.nameTo());
            String annotation = "    @id(\"" + block.id() + "\")\n";
            return line < 0
                    ? Optional.empty()
                    : Optional.of(fix("Add " + annotation.strip(), line + 1, line + 1, annotation));
        }
        Matcher name = NAME.matcher(finding.message());
        if (name.matches()) {
            Matcher started = STARTED.matcher(text).region(block.nameFrom(), block.nameTo());
            int end = started.lookingAt() ? started.end() : block.nameFrom();
            return Optional.of(fix("Start the name with " + name.group(1), block.nameFrom(), end, name.group(1) + " "));
        }
        Matcher attribute = ATTRIBUTE.matcher(finding.message());
        if (attribute.matches()) {
            Matcher written = Pattern.compile(Pattern.quote(attribute.group(1))
                            + "\\b([ \\t]*\\(?(-?[0-9]+|true|false|\"[^\"\n]*\")\\)?)?[ \\t]*\n?")
                    .matcher(text)
                    .region(from, text.length());
            if (written.lookingAt()) {
                int start =
                        text.substring(text.lastIndexOf('\n', from) + 1, from).isBlank()
                                        && written.group().endsWith("\n")
                                ? text.lastIndexOf('\n', from) + 1
                                : from;
                boolean ends = start == from && written.group().endsWith("\n");
                return Optional.of(
                        fix("Take `" + attribute.group(1) + "` away", start, written.end() - (ends ? 1 : 0), ""));
            }
        }
        return Optional.empty();
    }

    private Optional<QuickFix> quoted() {
        boolean bare = !span.isEmpty() && "\"'[{>|".indexOf(span.charAt(0)) < 0 && span.indexOf('\n') < 0;
        return finding.help().equals(QUOTE) && bare
                ? Optional.of(fix("Put it in quotes", from, to, '"' + span.replace("\"", "\\\"") + '"'))
                : Optional.empty();
    }

    /** Puts a word in place of another one that stands in quotation marks behind the place of the finding. */
    private Optional<QuickFix> replacedBehind(String wrong, String word) {
        int at = text.indexOf('"' + wrong + '"', from);
        return at < 0
                ? Optional.empty()
                : Optional.of(fix("Write `" + word + "`", at + 1, at + 1 + wrong.length(), word));
    }

    private QuickFix fix(String title, int start, int end, String with) {
        return QuickFix.of(title, source.path(), QuickFixes.replaced(text, start, end, with));
    }
}
