package io.centerline.web.ask;

import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.sheet.EntryRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Says remedies as somebody at a page can follow them, who has a file to mend and neither options nor a mapping. */
final class PageRemedies {
    private static final Map<Pattern, String> WORDS = words();

    private PageRemedies() {}

    private static Map<Pattern, String> words() {
        Map<Pattern, String> words = new LinkedHashMap<>();
        words.put(Pattern.compile("; `--on-conflict` takes the first, the last or the newest"), "");
        words.put(
                Pattern.compile("where blank cells repeat [^;]* in a mapping"),
                "a blank cell does not repeat the one above");
        words.put(
                Pattern.compile("where day and month could change places, say `dates` in a mapping"),
                "where day and month could change places, write them as `2026-03-02`");
        words.put(
                Pattern.compile("if they are the entry dates, name it in a mapping as `date`"),
                "if they are the entry dates, give it the title `Entry Date`");
        words.put(
                Pattern.compile("say in a mapping which column holds the numbers: .*"),
                "give the column that holds the numbers the title `Importer Number`");
        words.put(
                Pattern.compile("say which in a mapping: .*"),
                "where it counts those of the entry summary, give it the title `Entry Summary Line Number`");
        words.put(Pattern.compile(",? or (?:say|name it|choose)\\b[^;]*\\bmapping\\b[^;]*"), "");
        return words;
    }

    /** The remedy as a page says it. */
    static String of(String remedy) {
        String said = remedy;
        for (Map.Entry<Pattern, String> each : WORDS.entrySet()) {
            said = each.getKey().matcher(said).replaceAll(each.getValue());
        }
        return said;
    }

    /** Hands rejected rows on with the remedies as a page says them. */
    static RejectedRows over(RejectedRows rejects) {
        return new RejectedRows() {
            @Override
            public void begin(List<String> titles) {
                rejects.begin(titles);
            }

            @Override
            public void reject(EntryRow row, String reason, String remedy) {
                rejects.reject(row, reason, of(remedy));
            }

            @Override
            public boolean isWanted() {
                return rejects.isWanted();
            }
        };
    }
}
