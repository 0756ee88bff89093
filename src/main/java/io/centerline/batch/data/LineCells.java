package io.centerline.batch.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.IntStream;

/** The cells of lines as texts, blank ones empty. Most are made once and shared. Not thread-safe. */
final class LineCells {
    private static final byte[] BLANK = {};
    private static final byte[][] KINDS = {BLANK, bytes("BROKER"), bytes("COURIER")};
    private static final byte[][] SETS = {BLANK, bytes("X"), bytes("V")};
    private static final byte[] CONSIGNEE = bytes("CONSIGNEE");
    private static final byte[][] NUMBERS =
            IntStream.range(0, 1000).mapToObj(i -> bytes("" + i)).toArray(byte[][]::new);
    private static final byte[][] TWO_DIGITS = IntStream.range(0, 100)
            .mapToObj(i -> bytes((i < 10 ? "0" : "") + i))
            .toArray(byte[][]::new);

    private final TariffMix tariff;
    private final int firstDay;
    private final byte[][] days;
    private final byte[] digits = new byte[24];

    /** The cells of a plan's lines, with days written in a form. */
    LineCells(MadeUp madeUp, String form) {
        tariff = madeUp.tariff();
        DateTimeFormatter written = DateTimeFormatter.ofPattern(form, Locale.ROOT);
        LocalDate first = madeUp.plan().firstDay();
        firstDay = (int) first.toEpochDay();
        days = first.datesUntil(madeUp.plan().asOf().plusDays(31))
                .map(day -> bytes(written.format(day)))
                .toArray(byte[][]::new);
    }

    static byte[] kind(MadeUpLine line) {
        return KINDS[line.kind];
    }

    static byte[] lineNumber(MadeUpLine line) {
        return NUMBERS[line.line];
    }

    static byte[] entryType(MadeUpLine line) {
        return TWO_DIGITS[line.entryType];
    }

    /** The entry date, or a day of the month after it. */
    byte[] day(MadeUpLine line, int later) {
        return days[line.day - firstDay + later];
    }

    /** One of the line's numbers as it is printed; empty where it has fewer. */
    byte[] number(MadeUpLine line, int which) {
        if (which >= line.count) {
            return BLANK;
        }
        boolean wrong = which == line.count - 1 && line.wrongNumber.length > 0;
        return wrong ? line.wrongNumber : tariff.dotted(line.numbers[which]);
    }

    static byte[] set(MadeUpLine line) {
        return SETS[line.set];
    }

    static byte[] role(MadeUpLine line) {
        return line.consignee ? CONSIGNEE : BLANK;
    }

    byte[] quantity(MadeUpLine line) {
        return hundredths(line.quantity, false);
    }

    /** The entered value; negative where nothing can be made of it. */
    byte[] value(MadeUpLine line) {
        return hundredths(line.cents, line.wrongValue);
    }

    private byte[] hundredths(long amount, boolean negative) {
        int at = digits.length;
        long rest = amount;
        for (int i = 0; i < 2; i++, rest /= 10) {
            digits[--at] = (byte) ('0' + rest % 10);
        }
        digits[--at] = '.';
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        if (negative) {
            digits[--at] = '-';
        }
        byte[] text = new byte[digits.length - at];
        System.arraycopy(digits, at, text, 0, text.length);
        return text;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
