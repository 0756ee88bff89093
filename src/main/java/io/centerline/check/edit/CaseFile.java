package io.centerline.check.edit;

import io.centerline.check.CaseAnswers;
import io.centerline.check.CaseAnswers.Answer;
import io.centerline.check.CaseAnswers.Difference;
import io.centerline.rulebook.edit.TextEdits;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.yaml.FindingSink;
import io.centerline.rulebook.yaml.YamlNode;
import io.centerline.rulebook.yaml.YamlNode.Items;
import io.centerline.rulebook.yaml.YamlNode.Keys;
import io.centerline.rulebook.yaml.YamlNode.Scalar;
import io.centerline.rulebook.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A case file of which cases are found, and mended where the rules say something else. Immutable.
 *
 * @param path below the folder
 * @param text its text
 */
record CaseFile(String path, String text) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_ ]*|[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern PLAIN_IN_A_LINE = Pattern.compile("[A-Za-z][A-Za-z0-9_, ]*");
    private static final Pattern ALONE = Pattern.compile("\\s*[A-Za-z]+:\\s*");

    private static final FindingSink NOBODY = new FindingSink() {
        @Override
        public void add(Finding finding) {}

        @Override
        public boolean hasRoom() {
            return false;
        }
    };

    /** The cases, in order, each as its keys. */
    List<Keys> cases() {
        return YamlReader.read("rules/" + path, text, NOBODY)
                .filter(Items.class::isInstance)
                .map(root -> ((Items) root).nodes())
                .orElse(List.of())
                .stream()
                .filter(Keys.class::isInstance)
                .map(Keys.class::cast)
                .toList();
    }

    /** The cases of a rule. */
    List<Keys> cases(String id) {
        return cases().stream()
                .filter(keys -> scalar(keys, "rule").map(Scalar::text).equals(Optional.of(id)))
                .toList();
    }

    /** What stands under keys below each other, where that is a value. */
    static Optional<Scalar> scalar(YamlNode node, String... keys) {
        YamlNode at = node;
        for (String key : keys) {
            Optional<YamlNode> found = at instanceof Keys here ? here.find(key) : Optional.empty();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            at = found.get();
        }
        return at instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty();
    }

    /** The file with what the rules say wherever it tells something else. */
    CaseFile mended(CaseAnswers rules) {
        return mended(rules.ask(path, text).stream()
                .flatMap(answer -> answer.differs().stream())
                .toList());
    }

    /** The file with what the rules say at these places. */
    CaseFile mended(List<Difference> differences) {
        TextEdits edits = new TextEdits(text);
        differences.forEach(each -> put(edits, each.at(), each.found()));
        return new CaseFile(path, edits.applied());
    }

    /** Whether the rules say of every case what it tells. */
    static boolean isTrue(List<Answer> answers) {
        return answers.stream()
                .allMatch(
                        answer -> answer.differs().isEmpty() && answer.faults().isEmpty());
    }

    /** Puts a value in place of one, in quotation marks where it was in them or needs them. */
    static void put(TextEdits file, Scalar at, String value) {
        int from = file.offset(at.place().line(), at.place().column());
        String text = file.text();
        boolean quoted = text.charAt(from) == '"' || text.charAt(from) == '\'';
        int line = text.lastIndexOf('\n', from) + 1;
        boolean alone = ALONE.matcher(text.substring(line, from)).matches();
        boolean plain = PLAIN.matcher(value).matches()
                || (alone && PLAIN_IN_A_LINE.matcher(value).matches());
        file.replace(from, end(text, from, at.width()), plain && !quoted ? value : quoted(value));
    }

    /** Behind a value; one in quotation marks may go on in further lines. */
    private static int end(String text, int from, int width) {
        char mark = text.charAt(from);
        if (mark != '"' && mark != '\'') {
            return from + width;
        }
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != mark) {
            at += mark == '"' && text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The file with a case behind the last one of a rule, else at its end. */
    CaseFile with(String added, String behind) {
        List<Keys> all = cases();
        int at = text.length();
        TextEdits edits = new TextEdits(text);
        for (int i = 0; i < all.size(); i++) {
            if (scalar(all.get(i), "rule").map(Scalar::text).equals(Optional.of(behind))) {
                at = i + 1 < all.size() ? start(edits, all.get(i + 1)) : text.length();
            }
        }
        edits.insert(at, added);
        return new CaseFile(path, edits.applied());
    }

    /** The line of the dash before a case; comments above it belong to it. */
    private static int start(TextEdits file, Keys item) {
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
}
