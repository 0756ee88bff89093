package io.centerline.log;

/** Names of keys: not empty, no blank of any kind, no plus sign (C2SP signed-note). */
final class KeyName {
    private KeyName() {}

    static boolean isValid(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+' || c < ' ' || Character.isSpaceChar(c) || Character.isWhitespace(c));
    }
}
