package io.centerline.application;

import io.centerline.facts.Issue;
import io.centerline.intake.rows.DayOrder;
import io.centerline.intake.rows.RowAccount;
import io.centerline.intake.rows.RowField;
import io.centerline.intake.rows.TableHeader;
import io.centerline.placement.Outcome;
import io.centerline.rulebook.vocabulary.Basis;
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

/** How every door says what was understood of a file, and what became of its rows. */
public final class FileWords {
    private static final int MOST_COLUMNS = 12;
    private static final Pattern CELL = Pattern.compile("(.*)![A-Z]{1,3}([0-9]+)");

    private FileWords() {}

    /** The ground of an outcome. */
    public static String basis(Outcome outcome) {
        Basis basis = outcome.basis();
        return basis == null ? "none" : words(basis);
    }

    /** A constant in lower case words. */
    public static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** How days are written. */
    public static String days(@Nullable DayOrder days) {
        return days == null
                ? "as they are written; where day and month could change places, say `dates` in a mapping"
                : days.form() + " where they are written in numbers";
    }

    /**
     * What became of every row.
     *
     * @param reasons the rows of lines that do not vote, by reason
     */
    public static String rows(RowAccount account, Map<NotCountedReason, Long> reasons) {
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
                .map(each -> (reasons.size() == 1 ? "" : number(each.getValue()) + " ") + words(each.getKey()))
                .collect(Collectors.joining(", ", ": ", ""));
    }

    private static void add(List<String> parts, long count, String one, String many) {
        if (count > 0) {
            parts.add(number(count) + " " + (count == 1 ? one : many));
        }
    }

    /** The columns that are not read; empty when all are. */
    public static Optional<String> ignored(List<TableHeader.Ignored> ignored) {
        if (ignored.isEmpty()) {
            return Optional.empty();
        }
        String named = ignored.stream().limit(MOST_COLUMNS).map(FileWords::name).collect(Collectors.joining(", "));
        int more = ignored.size() - MOST_COLUMNS;
        return Optional.of(
                (ignored.size() == 1 ? "column " : "columns ") + named + (more > 0 ? " and " + more + " more" : ""));
    }

    private static String name(TableHeader.Ignored column) {
        String name = column.title().isEmpty() ? "#" + (column.index() + 1) : Echo.of(column.title());
        return column.why().isEmpty() ? name : name + " (" + column.why() + ")";
    }

    /** One issue as a sentence with its place and remedy. */
    public static String text(Issue issue) {
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

    /** What it means that no column holds a field. */
    public static String consequence(RowField field) {
        return switch (field) {
            case IMPORTER, HTS -> "the file cannot be read without it";
            case DATE -> "lines without a day count as if they lay in the window, with a warning";
            case ENTRY, LINE -> "each row counts as an entry line of its own";
            case ENTRY_TYPE -> "every line counts as one of a type that votes";
            default -> "the value is not known";
        };
    }

    /** The letters by which spreadsheets name a column. */
    public static String letters(int index) {
        return (index < 26 ? "" : letters(index / 26 - 1)) + (char) ('A' + index % 26);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
