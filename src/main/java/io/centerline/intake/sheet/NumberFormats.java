package io.centerline.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which styles of a workbook show a number as a day. */
final class NumberFormats {
    private static final int MOST_STYLES = 1 << 16;

    private final BitSet days = new BitSet();

    /** Reads the styles of a workbook; one without styles has none. */
    static NumberFormats read(@Nullable InputStream part) throws IOException {
        NumberFormats formats = new NumberFormats();
        if (part != null) {
            try (SheetXml xml = new SheetXml(part, "styles")) {
                formats.read(xml);
            }
        }
        return formats;
    }

    /** Whether cells of a style show a day. */
    boolean isDay(int style) {
        return style >= 0 && days.get(style);
    }

    private void read(SheetXml xml) throws IOException {
        Set<String> custom = new HashSet<>();
        boolean inCells = false;
        int style = 0;
        while (xml.next()) {
            if (xml.isStart("numFmt")) {
                String code = xml.attribute("formatCode");
                String id = xml.attribute("numFmtId");
                if (code != null && id != null && custom.size() < MOST_STYLES && showsDay(code)) {
                    custom.add(id);
                }
            } else if (xml.isStart("cellXfs")) {
                inCells = true;
            } else if (xml.isEnd("cellXfs")) {
                inCells = false;
            } else if (inCells && xml.isStart("xf")) {
                String id = xml.attribute("numFmtId");
                if (id != null && (isBuiltIn(id) || custom.contains(id))) {
                    days.set(style);
                }
                if (++style > MOST_STYLES) {
                    throw WorkbookFault.tooLarge("it has more than " + MOST_STYLES + " styles");
                }
            }
        }
    }

    /** The formats of days that every spreadsheet knows by number, those of East Asian languages included. */
    private static boolean isBuiltIn(String id) {
        return switch (id) {
            case "14", "15", "16", "17", "22", "27", "28", "29", "30", "31", "34", "35", "36" -> true;
            case "50", "51", "52", "53", "54", "57", "58" -> true;
            default -> false;
        };
    }

    /** Whether a format code has a year or a day outside of what is quoted, escaped or in brackets. */
    static boolean showsDay(String code) {
        boolean quoted = false;
        boolean bracketed = false;
        String lower = code.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\\' || c == '_' || c == '*')) {
                i++;
            } else if (!quoted && (c == '[' || c == ']')) {
                bracketed = c == '[';
            } else if (!quoted && !bracketed && (c == 'y' || c == 'd')) {
                return true;
            }
        }
        return false;
    }
}
