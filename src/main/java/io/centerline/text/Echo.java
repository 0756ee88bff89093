package io.centerline.text;

import java.util.regex.Pattern;

/**
 * What may be shown of received text: in messages short, on one line, well-formed; everywhere without social security
 * numbers and without characters that are not seen but change how the rest is read.
 */
public final class Echo {

    private static final int LONGEST = 60;
    /** Also in the midst of other digits: whoever reads them sees the number all the same. */
    private static final Pattern DASHED = Pattern.compile("[0-9]{3}-[0-9]{2}-(?=[0-9]{4})");

    /** Format characters, such as those that turn the direction of writing, and separators of lines and paragraphs. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Zl}\\p{Zp}]");

    /** As a group: a UUID, or a hash of 32 hexadecimal digits or more: nine digits in it are not the number of a person. */
    private static final String IDENTIFIER = "(?<![\\p{L}\\p{Nd}])"
            + "([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32,})"
            + "(?![\\p{L}\\p{Nd}])";

    /** An identifier, which is passed over, or nine digits in a row of any script, such as full-width ones. */
    private static final Pattern NINE_DIGITS =
            Pattern.compile(IDENTIFIER + "|(?<!\\p{Nd})\\p{Nd}{5}(?=\\p{Nd}{4}(?!\\p{Nd}))");

    /** With blanks or other dashes, as a word processor sets them. */
    private static final Pattern SPACED =
            Pattern.compile("(?<!\\p{Nd})\\p{Nd}{3}([\\p{Pd}\\p{Zs}\\u2212])\\p{Nd}{2}\\1(?=\\p{Nd}{4}(?!\\p{Nd}))");

    private Echo() {}

    /** The text as {@link #shown}, in backticks, cut after 60 characters. */
    public static String of(String text) {
        // Masked before it is cut: half a number would no longer look like one.
        String start = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
        String masked = shown(start);
        return "`" + cut(masked, LONGEST).replace('`', '\'') + "`";
    }

    /** The text with dashed social security numbers masked and whatever no message can carry replaced by U+FFFD. */
    public static String clean(String text) {
        return mask(wellFormed(text));
    }

    /** The text with dashed social security numbers masked. */
    public static String mask(String text) {
        return DASHED.matcher(text).replaceAll("***-**-");
    }

    /**
     * Text on file as answers, pages and exports show it: well-formed, without unseen characters, which are replaced by
     * U+FFFD, and with every number masked that may be a social security number.
     */
    public static String shown(String text) {
        return maskAll(seen(text));
    }

    /** What a caller who sends a text means: what is on file where they send it as it is shown, else what they send. */
    public static String meant(String sent, String onFile) {
        return sent.equals(shown(onFile)) ? onFile : sent;
    }

    /** As {@link #shown} for a number that is known to be another's, such as that of a bond, which has nine digits too. */
    public static String shownNumber(String number) {
        return seen(number);
    }

    private static String seen(String text) {
        return UNSEEN.matcher(clean(text)).replaceAll("\uFFFD");
    }

    /**
     * The text with every number masked that may be a social security number: dashed, spaced, or nine digits in a row that
     * are no part of a UUID or a hash.
     */
    public static String maskAll(String text) {
        String spaced = SPACED.matcher(mask(text)).replaceAll("***-**-");
        return NINE_DIGITS.matcher(spaced).replaceAll(found -> found.start(1) < 0 ? "*****" : found.group());
    }

    /** A name as one token of a pointer: as {@link #of} without the backticks and with room for 200 characters. */
    public static String token(String name) {
        String cut = cut(name, 200);
        return maskAll(clean(cut));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : wellFormed(text.substring(0, longest)) + "…";
    }

    private static String wellFormed(String text) {
        if (TextRules.firstFault(text) < 0) {
            return text;
        }
        StringBuilder sound = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                sound.append(c).append(text.charAt(++i));
            } else {
                sound.append(Character.isSurrogate(c) || Character.isISOControl(c) ? '\uFFFD' : c);
            }
        }
        return sound.toString();
    }
}
