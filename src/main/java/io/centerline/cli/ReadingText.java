package io.centerline.cli;

import io.centerline.application.FileWords;
import io.centerline.facts.Issue;
import io.centerline.intake.rows.FileReading;
import io.centerline.intake.rows.RowAccount;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a file was read, as text: an account of every row, what was passed over, and what is wrong. */
final class ReadingText {
    private static final int MOST_REJECTS = 5;

    private ReadingText() {}

    /**
     * The text.
     *
     * @param notVoting the rows of lines that do not vote, by reason
     * @param rejects where the rejected rows are; null when nowhere
     */
    static String of(FileReading reading, Map<NotCountedReason, Long> notVoting, @Nullable String rejects) {
        RowAccount account = reading.account();
        Page page = new Page();
        page.field("Rows", FileWords.rows(account, notVoting));
        FileWords.ignored(reading.header().ignored()).ifPresent(text -> page.field("Not read", text));
        for (String note : reading.notes()) {
            page.field("Note", note);
        }
        if (account.inLines() > 0 && notVoting.getOrDefault(NotCountedReason.OUTSIDE_WINDOW, 0L) == account.inLines()) {
            page.field("Note", "every line lies outside the window of the as-of date; name the day by `--as-of`");
        }
        String label = "Rejected";
        int shown = 0;
        for (Issue issue : account.rejects()) {
            if (shown++ == MOST_REJECTS) {
                break;
            }
            page.field(label, FileWords.text(issue));
            label = "";
        }
        if (account.rejected() > MOST_REJECTS) {
            page.field("", "and " + number(account.rejected() - MOST_REJECTS) + " more");
        }
        if (account.rejected() > 0) {
            page.field(
                    "",
                    rejects == null
                            ? "write them with their reasons to a file by `--rejects FILE`"
                            : "all of them, with reasons and remedies: " + rejects);
        }
        return page.blank().toString();
    }

    /** What became of the rows of a file that has no case. */
    static String account(RowAccount account) {
        return "Rows " + FileWords.rows(account, Map.of());
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
