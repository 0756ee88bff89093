package io.centerline.tariff;

import io.centerline.text.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of the program's edition and those beside it, and of one of these alone.
 *
 * <p>A bundle is a line of format and then each edition: a line {@code edition FROM UNTIL BYTES}, and as many bytes of
 * {@link ScheduleText}. The first one is that of the program, without days ({@code .. ..}); an open end is {@code ..} too. A
 * file that holds one added edition is a bundle without the first.
 */
final class ScheduleBundle {
    private static final byte[] FORMAT = "centerline-editions 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final String OPEN = "..";
    private static final int HASH_BYTES = 6;

    private final byte[] bytes;
    private int at = FORMAT.length;

    private ScheduleBundle(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether bytes begin as a bundle. */
    static boolean is(byte[] bytes) {
        return bytes.length >= FORMAT.length && Arrays.equals(bytes, 0, FORMAT.length, FORMAT, 0, FORMAT.length);
    }

    /** The name of the program's edition with others beside it. */
    static String name(String own, byte[] bundle) {
        return own + Schedule.WITH + HexFormat.of().formatHex(Sha256.of(bundle), 0, HASH_BYTES);
    }

    static byte[] write(byte[] own, List<AddedEdition> others) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(FORMAT);
        append(out, OPEN, OPEN, own);
        others.forEach(other -> append(out, other));
        return out.toByteArray();
    }

    /** The text of one added edition. */
    static byte[] write(AddedEdition edition) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(FORMAT);
        append(out, edition);
        return out.toByteArray();
    }

    private static void append(ByteArrayOutputStream out, AddedEdition edition) {
        LocalDate until = edition.until();
        append(
                out,
                edition.from().toString(),
                until == null ? OPEN : until.toString(),
                edition.schedule().text());
    }

    private static void append(ByteArrayOutputStream out, String from, String until, byte[] text) {
        out.writeBytes(
                ("edition " + from + " " + until + " " + text.length + "\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(text);
    }

    /**
     * The schedule of a bundle.
     *
     * @throws IllegalStateException when it is anything else or damaged
     */
    static Schedule read(byte[] bytes) {
        ScheduleBundle bundle = new ScheduleBundle(bytes);
        Part own = bundle.next();
        List<AddedEdition> others = new ArrayList<>();
        while (bundle.at < bytes.length) {
            others.add(bundle.next().added());
        }
        if (own.from != null || own.until != null || others.isEmpty()) {
            throw new IllegalStateException("the editions do not begin with that of a program and others behind it");
        }
        Schedule read = own.schedule.with(others);
        if (!Arrays.equals(read.text(), bytes)) {
            throw new IllegalStateException("the editions are not in the order of their days");
        }
        return read;
    }

    /**
     * One added edition.
     *
     * @throws IllegalStateException when it is anything else or damaged
     */
    static AddedEdition readOne(byte[] bytes) {
        if (!is(bytes)) {
            throw new IllegalStateException("expected `" + new String(FORMAT, StandardCharsets.US_ASCII).strip() + "`");
        }
        ScheduleBundle bundle = new ScheduleBundle(bytes);
        AddedEdition edition = bundle.next().added();
        if (bundle.at < bytes.length) {
            throw new IllegalStateException("something follows the edition `" + edition.name() + "`");
        }
        return edition;
    }

    private record Part(
            Schedule schedule,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        AddedEdition added() {
            if (from == null || (until != null && until.isBefore(from))) {
                throw new IllegalStateException("the edition `" + schedule.edition() + "` has no days to apply on");
            }
            return new AddedEdition(schedule, from, until);
        }
    }

    private Part next() {
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        String line = new String(bytes, at, end - at, StandardCharsets.US_ASCII);
        String[] words = line.split(" ", -1);
        int length = words.length == 4 && words[0].equals("edition") && words[3].matches("[0-9]{1,9}")
                ? Integer.parseInt(words[3])
                : -1;
        at = end + 1;
        if (length < 0 || length > bytes.length - at) {
            throw new IllegalStateException("expected an edition with its days and as many bytes as it says");
        }
        byte[] text = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return new Part(Schedule.of(ScheduleText.read(text)), day(words[1]), day(words[2]));
    }

    private static @Nullable LocalDate day(String word) {
        try {
            return word.equals(OPEN) ? null : LocalDate.parse(word);
        } catch (DateTimeException none) {
            throw new IllegalStateException("the edition has no days to apply on", none);
        }
    }
}
