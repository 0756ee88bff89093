package io.centerline.cli;

import io.centerline.facts.Issue;
import io.centerline.intake.rows.FileReading;
import io.centerline.intake.rows.RowAccount;
import io.centerline.intake.rows.TableHeader;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import io.centerline.text.Echo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a file was read, as text: an account of every row, what was passed over, and what is wrong. */
final class ReadingText {
    private static final int MOST_REJECTS = 5;
    private static final int MOST_COLUMNS = 12;
    private static final Pattern CELL = Pattern.compile("(.*)![A-Z]{1,3}([0-9]+)");

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
        page.field("Rows", rows(account, notVoting));
        ignored(reading.header().ignored()).ifPresent(text -> page.field("Not read", text));
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
            page.field(label, text(issue));
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
        return "Rows " + rows(account, Map.of());
    }

    private static String rows(RowAccount account, Map<NotCountedReason, Long> reasons) {
        long notVoting = reasons.values().stream().mapToLong(Long::longValue).sum();
        long counted = account.inLines() - notVoting;
        List<String> aside = new ArrayList<>();
        add(aside, account.titles(), "title row", "title rows");
        add(aside, account.sums(), "total row", "total rows");
        add(aside, account.dropped(), "row of another version", "rows of other versions");
        add(
                aside,
                notVoting,
                "row of a line that does not vote" + why(reasons),
                "rows of lines that do not vote" + why(reasons));
        long setAside = account.titles() + account.sums() + account.dropped() + notVoting;
        return number(account.read()) + " read: " + number(counted) + " counted, " + number(setAside) + " set aside"
                + (aside.isEmpty() ? "" : " (" + String.join(", ", aside) + ")") + ", "
                + number(account.rejected()) + " rejected";
    }

    private static String why(Map<NotCountedReason, Long> reasons) {
        return reasons.entrySet().stream()
                .map(each -> (reasons.size() == 1 ? "" : number(each.getValue()) + " ") + Report.words(each.getKey()))
                .collect(Collectors.joining(", ", ": ", ""));
    }

    private static void add(List<String> parts, long count, String one, String many) {
        if (count > 0) {
            parts.add(number(count) + " " + (count == 1 ? one : many));
        }
    }

    /** The columns that are not read; empty when all are. */
    static Optional<String> ignored(List<TableHeader.Ignored> ignored) {
        if (ignored.isEmpty()) {
            return Optional.empty();
        }
        String named =
                ignored.stream().limit(MOST_COLUMNS).map(ReadingText::name).collect(Collectors.joining(", "));
        int more = ignored.size() - MOST_COLUMNS;
        return Optional.of(
                (ignored.size() == 1 ? "column " : "columns ") + named + (more > 0 ? " and " + more + " more" : ""));
    }

    private static String name(TableHeader.Ignored column) {
        String name = column.title().isEmpty() ? "#" + (column.index() + 1) : Echo.of(column.title());
        return column.why().isEmpty() ? name : name + " (" + column.why() + ")";
    }

    /** One issue as a sentence with its place and remedy. */
    static String text(Issue issue) {
        String place = issue.pointer();
        String row = row(place);
        String message = issue.message();
        String told = !row.isEmpty() && message.startsWith(row + ": ") ? message.substring(row.length() + 2) : message;
        return (place.isEmpty() ? "" : place + ": ") + told + (issue.help().isEmpty() ? "" : "; " + issue.help());
    }

    /** The row of a place, as messages name it. */
    private static String row(String place) {
        Matcher cell = CELL.matcher(place);
        if (cell.matches()) {
            return cell.group(1) + ", row " + cell.group(2);
        }
        return place.contains(", column") ? place.substring(0, place.indexOf(", column")) : place;
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
