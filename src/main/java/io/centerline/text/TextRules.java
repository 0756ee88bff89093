package io.centerline.text;

/** What a text may hold: whole Unicode characters, no control characters. */
public final class TextRules {

    private TextRules() {}

    /** The index of the first lone surrogate or control character, -1 when there is none. */
    public static int firstFault(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
                return i;
            }
            if (Character.isSurrogate(c)) {
                boolean pair =
                        Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
