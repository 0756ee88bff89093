package io.centerline.intake.sheet;

import io.centerline.text.Echo;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a sheet one by one into texts. Not thread-safe. */
final class CellReader {
    /** What a spreadsheet shows of a number; behind it are only remains of its binary form. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_EXPONENT = 60;
    /** 9999-12-31 in days from 1900. */
    private static final int LAST_DAY = 2_958_465;

    private static final int DAYS_TO_1904 = 1_462;
    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 30);
    /** The day that spreadsheets count in 1900 and that never was. */
    private static final int NO_DAY = 60;

    private final SharedTexts texts;
    private final NumberFormats formats;
    private final boolean from1904;
    private long formulas;

    private String text = "";
    private boolean numeric;
    private String message = "";
    private String help = "";

    CellReader(SharedTexts texts, NumberFormats formats, boolean from1904) {
        this.texts = texts;
        this.formats = formats;
        this.from1904 = from1904;
    }

    /** How many formulas with a stored value were read. */
    long formulas() {
        return formulas;
    }

    /** The text of the last cell. */
    String text() {
        return text;
    }

    /** Whether the last cell held a number that is no day. */
    boolean isNumeric() {
        return numeric;
    }

    /** Why the last cell cannot be read; null when it can. */
    @Nullable
    CellFault fault(int column) {
        return message.isEmpty() ? null : new CellFault(column, message, help);
    }

    /** Reads the cell that just started, up to its end. */
    void read(SheetXml xml, @Nullable String type, @Nullable String style) throws IOException {
        text = "";
        numeric = false;
        message = "";
        help = "";
        boolean formula = false;
        String value = null;
        String inline = null;
        while (xml.next() && !xml.isEnd("c")) {
            if (xml.isStart("v")) {
                value = xml.text();
            } else if (xml.isStart("f")) {
                xml.text();
                formula = true;
            } else if (xml.isStart("is")) {
                inline = richText(xml, "is");
            }
        }
        String found = value == null ? inline : value;
        if (found == null) {
            if (formula) {
                fail(
                        "the cell has a formula without a stored value",
                        "open the workbook in a spreadsheet program, let it calculate, and save it");
            }
            return;
        }
        formulas += formula ? 1 : 0;
        switch (type == null ? "n" : type) {
            case "n" -> number(found.strip(), style);
            case "s" -> shared(found.strip());
            case "inlineStr", "str" -> text = unescaped(found);
            case "b" -> text = "1".equals(found) || "true".equals(found) ? "TRUE" : "FALSE";
            case "e" -> {
                text = found;
                fail("the cell holds the error " + Echo.of(found), "mend its formula, or write the value");
            }
            case "d" -> text = day(found);
            default -> throw WorkbookFault.damaged("a cell has the unknown type " + Echo.of(String.valueOf(type)));
        }
    }

    /** The text of a string with its runs, up to the end of the element; readings of East Asian words are no part of it. */
    static String richText(SheetXml xml, String element) throws IOException {
        String first = null;
        StringBuilder all = null;
        int phonetic = 0;
        while (xml.next() && !xml.isEnd(element)) {
            if (xml.isStart("rPh")) {
                phonetic++;
            } else if (xml.isEnd("rPh")) {
                phonetic--;
            } else if (phonetic == 0 && xml.isStart("t")) {
                String run = xml.text();
                if (first == null) {
                    first = run;
                } else {
                    all = all == null ? new StringBuilder(first) : all;
                    all.append(run);
                    if (all.length() > SheetXml.LONGEST) {
                        throw WorkbookFault.damaged("a cell has a text longer than " + SheetXml.LONGEST);
                    }
                }
            }
        }
        return all == null ? (first == null ? "" : first) : all.toString();
    }

    private void fail(String newMessage, String newHelp) {
        message = newMessage;
        help = newHelp;
    }

    private void shared(String index) throws IOException {
        String found = null;
        try {
            found = texts.find(Integer.parseInt(index));
        } catch (NumberFormatException malformed) {
            // Told below, as any number that no text has.
        }
        if (found == null) {
            throw WorkbookFault.damaged("a cell refers to a text that is not there");
        }
        text = unescaped(found);
    }

    private void number(String value, @Nullable String style) throws IOException {
        if (value.isEmpty()) {
            return;
        }
        BigDecimal read = isWhole(value) ? null : decimal(value);
        if (style != null && formats.isDay(styleOf(style))) {
            BigDecimal days = read == null ? new BigDecimal(value) : read;
            if (days.signum() >= 0 && days.compareTo(BigDecimal.valueOf(LAST_DAY + 1L)) < 0) {
                day(days);
                return;
            }
        }
        numeric = true;
        text = read == null ? value : plain(read);
    }

    /** A day as ISO text; the time of day only where there is one. */
    private void day(BigDecimal days) {
        int whole = days.intValue() + (from1904 ? DAYS_TO_1904 : 0);
        if (whole == NO_DAY || whole == 0) {
            numeric = true;
            text = plain(days);
            fail("the cell holds a day that the calendar does not have", "write the day as text");
            return;
        }
        LocalDate day = BEFORE_1900.plusDays(whole < NO_DAY ? whole + 1L : whole);
        long seconds = days.subtract(BigDecimal.valueOf(days.intValue()))
                .multiply(BigDecimal.valueOf(86_400))
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValue();
        LocalDateTime time = day.atStartOfDay().plusSeconds(seconds);
        text = time.toLocalTime().toSecondOfDay() == 0 ? time.toLocalDate().toString() : time.toString();
    }

    /** A day that the strict form writes as text already. */
    private static String day(String iso) {
        int time = iso.indexOf("T00:00:00");
        return time < 0 ? iso : iso.substring(0, time);
    }

    private static String plain(BigDecimal value) {
        BigDecimal shown = value.precision() > SHOWN.getPrecision() ? value.round(SHOWN) : value;
        return (shown.scale() > 0 ? shown.stripTrailingZeros() : shown).toPlainString();
    }

    private static BigDecimal decimal(String value) throws IOException {
        try {
            if (value.length() <= LONGEST_NUMBER) {
                BigDecimal read = new BigDecimal(value);
                if (Math.abs((long) read.scale()) <= LONGEST_EXPONENT) {
                    return read;
                }
                if (read.precision() - (long) read.scale() < 0) {
                    // Nearer to nothing than anything that is counted or paid.
                    return BigDecimal.ZERO;
                }
            }
        } catch (NumberFormatException malformed) {
            // Told below.
        }
        throw WorkbookFault.damaged("a number cell holds " + Echo.of(value));
    }

    private static boolean isWhole(String value) {
        if (value.length() > SHOWN.getPrecision()) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int styleOf(String style) {
        int number = 0;
        for (int i = 0; i < style.length() && i < 6; i++) {
            number = 10 * number + style.charAt(i) - '0';
        }
        return number;
    }

    /** Characters that XML cannot hold stand in cells as {@code _x000D_}. */
    private static String unescaped(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            if (at + 7 <= text.length() && text.charAt(at + 6) == '_' && isHex(text, at + 2)) {
                plain.append(text, from, at).append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
                from = at + 7;
                at = text.indexOf("_x", from);
            } else {
                at = text.indexOf("_x", at + 2);
            }
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static boolean isHex(String text, int from) {
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
