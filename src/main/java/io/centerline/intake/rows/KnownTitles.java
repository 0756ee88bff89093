package io.centerline.intake.rows;

import io.centerline.text.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The closed list of column titles, {@code titles.txt}. Titles are compared without case, blanks and punctuation. */
final class KnownTitles {
    private static final Pattern ROW = Pattern.compile("([a-z-]+)(\\??) ([1-9]) (ace|german|any): (.+)");

    /** The number of a block on CBP Form 7501, as in {@code 33A. HTSUS No.} */
    private static final Pattern BLOCK = Pattern.compile("[0-9]{1,2}[A-Za-z]?\\.\\s+(.+)");

    private static final Pattern NUMBERED = Pattern.compile("(.+?)(?:[1-9]|1[0-6])");

    private static final Map<String, KnownTitle> BY_BARE_TITLE = new LinkedHashMap<>();
    private static final List<String> NEEDED = new ArrayList<>();

    static {
        for (String row : text().lines().toList()) {
            if (!row.isBlank() && !row.startsWith("#")) {
                read(row);
            }
        }
    }

    private KnownTitles() {}

    /** What a title means; null when the list does not have it. */
    static @Nullable KnownTitle find(String title) {
        KnownTitle known = BY_BARE_TITLE.get(bare(title));
        if (known == null) {
            Matcher block = BLOCK.matcher(title.strip());
            known = block.matches() ? BY_BARE_TITLE.get(bare(block.group(1))) : null;
        }
        if (known == null) {
            Matcher numbered = NUMBERED.matcher(bare(title));
            known = numbered.matches() ? BY_BARE_TITLE.get(numbered.group(1)) : null;
            return known != null && known.field() == RowField.HTS ? known : null;
        }
        return known;
    }

    /** Advice on a title that the list does not have. */
    static String advise(String title) {
        List<String> titles = new ArrayList<>();
        for (RowField field : RowField.values()) {
            if (field.ordinal() <= RowField.VALUE.ordinal()) {
                titles.add(field.title());
            }
        }
        return Nearest.find(title, NEEDED)
                .map(near -> "did you mean `" + near + "`?")
                .orElseGet(() -> "columns are `" + String.join("`, `", titles) + "`");
    }

    /** A title as it is compared. */
    static String bare(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        StringBuilder bare = new StringBuilder(lower.length());
        lower.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static void read(String row) {
        Matcher parts = ROW.matcher(row);
        if (!parts.matches()) {
            throw new IllegalStateException("titles.txt: " + row);
        }
        RowField field =
                RowField.valueOf(parts.group(1).toUpperCase(Locale.ROOT).replace('-', '_'));
        KnownTitle known = new KnownTitle(
                field,
                Integer.parseInt(parts.group(3)),
                KnownTitle.Origin.valueOf(parts.group(4).toUpperCase(Locale.ROOT)),
                !parts.group(2).isEmpty());
        for (String title : parts.group(5).split(";", -1)) {
            if (BY_BARE_TITLE.putIfAbsent(bare(title), known) != null) {
                throw new IllegalStateException("titles.txt has `" + title.strip() + "` twice");
            }
            if (field != RowField.OTHER) {
                NEEDED.add(title.strip());
            }
        }
    }

    private static String text() {
        try (InputStream in = KnownTitles.class.getResourceAsStream("titles.txt")) {
            if (in == null) {
                throw new IllegalStateException("titles.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
