package io.centerline.rulebook;

import io.centerline.rulebook.evidence.RangeEvidence;
import io.centerline.text.Echo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Judges the names of files in a rule folder or an upload: a positive list, so that no name can lead anywhere else. */
final class SourceName {
    /** What a file is by its name. */
    enum Kind {
        RULES,
        TEST,
        /** Nothing that a rulebook knows. */
        OTHER
    }

    private static final int MOST_LETTERS = 200;
    private static final int MOST_SHOWN = 80;

    private SourceName() {}

    /**
     * What a file is: {@code .drl}, {@code evidence.yaml}, {@code .cases.yaml}, a story in {@code scenarios/}, or something
     * else. Evidence counts as rules: decisions show it, so the hash covers it.
     */
    static Kind kind(String path) {
        if (path.endsWith(".drl") || path.equals(RangeEvidence.FILE)) {
            return Kind.RULES;
        }
        boolean test = path.endsWith(".cases.yaml") || (path.startsWith("scenarios/") && path.endsWith(".yaml"));
        return test ? Kind.TEST : Kind.OTHER;
    }

    /** Whether somebody meant it as rules or tests although nobody would read it: {@code x.DRL}, {@code x.yml}. */
    static boolean isMissed(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return kind(path) == Kind.OTHER
                && List.of(".drl", ".yaml", ".yml", ".drl.txt", ".yaml.txt").stream()
                        .anyMatch(lower::endsWith);
    }

    /** Whether it belongs to an editor, a version control or a file system rather than to the rules. */
    static boolean isHidden(String path) {
        return path.startsWith(".") || path.contains("/.") || path.startsWith("__MACOSX/");
    }

    static boolean isText(String path) {
        return path.endsWith(".md");
    }

    /** Why a path below the rule folder cannot be taken; empty when it can. */
    static Optional<String> fault(String path) {
        if (path.isEmpty()) {
            return Optional.of("a file has no name");
        }
        if (path.startsWith("/") || path.startsWith("\\") || path.matches("(?s)[A-Za-z]:.*")) {
            return Optional.of("the name `" + shown(path) + "` is not below the rule folder");
        }
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                return Optional.of("the name `" + shown(path) + "` leads out of the rule folder");
            }
            if (part.isEmpty() || part.equals(".")) {
                return Optional.of("the name `" + shown(path) + "` has an empty part");
            }
        }
        Optional<String> odd = path.codePoints()
                .filter(c -> !isPlain(c))
                .mapToObj("U+%04X"::formatted)
                .findFirst();
        if (odd.isPresent()) {
            return Optional.of("the name `" + shown(path) + "` holds the character " + odd.get());
        }
        if (!Echo.maskAll(path).equals(path)) {
            return Optional.of("the name `" + shown(path) + "` holds what may be a social security number");
        }
        return path.length() > MOST_LETTERS
                ? Optional.of("the name `" + shown(path) + "` is longer than " + MOST_LETTERS + " letters")
                : Optional.empty();
    }

    /** A name as a finding may print it: on one line, without control characters and social security numbers, not too long. */
    static String shown(String path) {
        StringBuilder shown = new StringBuilder();
        // Masked before it is cut: half a number would no longer look like one.
        Echo.maskAll(path)
                .codePoints()
                .limit(MOST_SHOWN)
                .forEach(c -> shown.appendCodePoint(c == '`' || c < ' ' || c > '~' ? '\uFFFD' : c));
        return shown + (path.codePointCount(0, path.length()) > MOST_SHOWN ? "…" : "");
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "/-_.".indexOf(c) >= 0;
    }
}
