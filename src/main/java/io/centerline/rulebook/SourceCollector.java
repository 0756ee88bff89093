package io.centerline.rulebook;

import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.SourcePlace;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes files one by one, from a folder, an archive or a JSON document, and holds them all to the same limits and names.
 * Not thread-safe.
 */
final class SourceCollector {
    static final SourcePlace WHOLE = new SourcePlace("rules", 1, 1);

    /** More faults than anybody mends at once; a folder of thousands of foreign files does not fill a screen. */
    private static final int MOST_FINDINGS = 100;

    private final SourceLimits limits;
    private final SortedMap<String, String> rules = new TreeMap<>();
    private final SortedMap<String, String> tests = new TreeMap<>();
    private final Map<String, String> namesInLowerCase = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long totalBytes;

    SourceCollector(SourceLimits limits) {
        this.limits = limits;
    }

    SourceLimits limits() {
        return limits;
    }

    /**
     * Judges a name before its file is read.
     *
     * @return whether the file is to be read; when not, either a finding says why or the name is none of ours
     */
    boolean takesName(String path) {
        Optional<String> fault = SourceName.fault(path);
        if (fault.isPresent()) {
            whole(fault.get(), "name it with letters, digits, `-`, `_` and `.`, such as `placement/appeal.drl`");
            return false;
        }
        if (SourceName.isMissed(path)) {
            file(
                    path,
                    "nothing reads a file of this name",
                    "rules end in `.drl`, their cases in `.cases.yaml`, and stories lie in `scenarios/` and end in"
                            + " `.yaml`");
            return false;
        }
        if (SourceName.kind(path) == SourceName.Kind.OTHER) {
            return false;
        }
        String other = namesInLowerCase.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
        if (other != null && other.equals(path)) {
            file(path, "the file is there twice", "keep one");
            return false;
        }
        if (other != null) {
            file(
                    path,
                    "the name differs from `" + other + "` only in capital letters",
                    "rename one: on some machines they are one file");
            return false;
        }
        if (namesInLowerCase.size() > limits.files()) {
            throw stop(
                    "there are more than " + number(limits.files()) + " rule files and tests",
                    "point to a rule folder, and keep other files out of it");
        }
        return true;
    }

    /** Takes a file of a name that was taken before. */
    void add(String path, byte[] bytes) {
        if (!fits(path, bytes.length)) {
            return;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            finding(notUtf8(path, text, bytes[in.position()]));
        } else {
            put(path, text);
        }
    }

    /** Takes a text of a name that was taken before. */
    void add(String path, String text) {
        int bad = loneSurrogate(text);
        if (bad >= 0) {
            finding(at(
                    path,
                    text.substring(0, bad),
                    "half a character stands here (U+%04X)".formatted((int) text.charAt(bad)),
                    "encode the document as UTF-8 without escaping"));
        } else if (fits(path, utf8Length(text))) {
            put(path, text);
        }
    }

    /** Counts the bytes of a file; false, with a finding, when it is too long. */
    boolean fits(String path, long bytes) {
        if (bytes > limits.fileBytes()) {
            file(path, "the file is longer than " + number(limits.fileBytes()) + " bytes", "split it by topic");
            return false;
        }
        totalBytes += bytes;
        if (totalBytes > limits.totalBytes()) {
            throw stop("the files hold more than " + number(limits.totalBytes()) + " bytes together", "");
        }
        return true;
    }

    /** A fault of one file as a whole. */
    void file(String path, String message, String help) {
        finding(new Finding(new SourcePlace("rules/" + path, 1, 1), 1, message, help, ""));
    }

    /** A fault of the folder or upload, or of a name that cannot be printed as a place. */
    void whole(String message, String help) {
        finding(new Finding(WHOLE, 1, message, help, ""));
    }

    void finding(Finding finding) {
        findings.add(finding);
        if (findings.size() > MOST_FINDINGS) {
            throw new RulebookException(List.of(new Finding(
                    WHOLE,
                    1,
                    "more than " + MOST_FINDINGS + " files or names cannot be taken, the first at "
                            + findings.get(0).place() + ": " + findings.get(0).message(),
                    findings.get(0).help(),
                    "")));
        }
    }

    /** Ends the reading: what was found, and this. */
    RulebookException stop(String message, String help) {
        whole(message, help);
        return new RulebookException(findings);
    }

    /**
     * What was taken.
     *
     * @throws RulebookException when something was wrong
     */
    RuleFolder folder(String holder, String help) {
        if (rules.isEmpty() && findings.isEmpty()) {
            whole(holder + " holds no rule file", help);
        }
        if (!findings.isEmpty()) {
            throw new RulebookException(findings);
        }
        return new RuleFolder(new RuleFiles(rules), tests);
    }

    static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void put(String path, String text) {
        (SourceName.kind(path) == SourceName.Kind.RULES ? rules : tests).put(path, text);
    }

    private static Finding notUtf8(String path, String before, byte bad) {
        return at(
                path,
                before,
                "the file is not UTF-8: the byte 0x%02X cannot stand here".formatted(bad & 0xFF),
                "save it as UTF-8");
    }

    /** A finding right behind the text before it. */
    private static Finding at(String path, String before, String message, String help) {
        String text = RuleFiles.normalize(before);
        int start = text.lastIndexOf('\n') + 1;
        int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
        SourcePlace place = new SourcePlace("rules/" + path, line, text.length() - start + 1);
        return new Finding(place, 1, message, help, text.substring(start) + '\uFFFD');
    }

    private static int loneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }

    private static long utf8Length(String text) {
        return text.chars()
                .mapToLong(c -> c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate((char) c) ? 2 : 3)
                .sum();
    }
}
