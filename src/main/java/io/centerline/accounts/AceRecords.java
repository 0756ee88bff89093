package io.centerline.accounts;

import io.centerline.tariff.Center;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An account in fixed-width records of 80 columns, in the manner of the ACE importer query (CATAIR). K7 has the name in columns
 * 3 to 32, the Center in 34 to 39 and its description in 41 to 70; what does not fit goes on in K8 records, in the same
 * columns, so that a reader who appends the columns of K7 and its K8 records has the whole text. A K1 record with the importer
 * number in columns 3 to 14 comes first, so that it is known whose records they are.
 *
 * <p>CATAIR is printable ASCII in upper case. Letters lose their accents (Ü is U), compatible forms become what they stand for
 * (a full-width A is A), a few letters and signs have a spelling in ASCII (ß is SS, Æ is AE, Ø is O, a dash is -), and any other
 * character is written as {@code ?}, one for each: nothing is guessed, and nothing vanishes.
 */
public final class AceRecords {
    private static final int WIDTH = 80;
    private static final int NUMBER = 12;
    private static final int CODE = 6;
    private static final int PART = 30;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Spellings of what has no decomposition; sharp s is spelt by upper case itself. */
    private static final Map<Integer, String> SPELLINGS = Map.ofEntries(
            Map.entry((int) 'Æ', "AE"),
            Map.entry((int) 'Œ', "OE"),
            Map.entry((int) 'Ø', "O"),
            Map.entry((int) 'Đ', "D"),
            Map.entry((int) 'Ð', "D"),
            Map.entry((int) 'Ł', "L"),
            Map.entry((int) 'Þ', "TH"),
            Map.entry((int) 'ı', "I"),
            Map.entry(0x2018, "'"),
            Map.entry(0x2019, "'"),
            Map.entry(0x201C, "\""),
            Map.entry(0x201D, "\""),
            Map.entry(0x2010, "-"),
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"));

    private AceRecords() {}

    /**
     * The records of an account, each with a line feed.
     *
     * @param number the importer number as it may be shown, at most 12 characters of ASCII
     * @param name the importer's name, of any length
     * @param code {@code CEE001} to {@code CEE010}, {@code PNDING} or {@code NOTELG}
     */
    public static String of(String number, String name, String code) {
        String plainName = plain(name);
        String plainDescription = plain(description(code));
        StringBuilder records = new StringBuilder(3 * (WIDTH + 1));
        record(records, "K1" + pad(number, NUMBER));
        record(records, columns("K7", part(plainName, 0), code, part(plainDescription, 0)));
        int parts = Math.max(parts(plainName), parts(plainDescription));
        for (int i = 1; i < parts; i++) {
            record(records, columns("K8", part(plainName, i), "", part(plainDescription, i)));
        }
        return records.toString();
    }

    private static String description(String code) {
        return Center.findByCode(code)
                .map(Center::title)
                .orElse(code.equals("PNDING") ? "Pending Center Assignment" : "Not Center Eligible");
    }

    private static String columns(String type, String name, String code, String description) {
        return type + pad(name, PART) + " " + pad(code, CODE) + " " + pad(description, PART);
    }

    private static void record(StringBuilder records, String record) {
        records.append(pad(record, WIDTH)).append('\n');
    }

    private static int parts(String text) {
        return (text.length() + PART - 1) / PART;
    }

    private static String part(String text, int i) {
        int from = Math.min(text.length(), i * PART);
        return text.substring(from, Math.min(text.length(), from + PART));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String plain(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String unmarked = MARKS.matcher(decomposed).replaceAll("").toUpperCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(unmarked.length());
        unmarked.codePoints()
                .forEach(c ->
                        plain.append(c >= ' ' && c <= '~' ? Character.toString(c) : SPELLINGS.getOrDefault(c, "?")));
        return plain.toString();
    }
}
