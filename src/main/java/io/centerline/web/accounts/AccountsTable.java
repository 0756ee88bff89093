package io.centerline.web.accounts;

import io.centerline.api.PageCursor;
import io.centerline.api.Query;
import io.centerline.application.AccountList;
import io.centerline.facts.ImporterNumber;
import io.centerline.placement.Outcome;
import io.centerline.web.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page of accounts.
 *
 * @param asOf the day shown
 * @param rows in the order they were entered
 * @param first the address of the first page; null on it
 * @param next the address of the next page; null on the last one
 * @param csv the whole list as CSV
 * @param workbook the whole list as a workbook
 */
public record AccountsTable(
        LocalDate asOf,
        List<Line> rows,
        @Nullable String first,
        @Nullable String next,
        String csv,
        String workbook) {

    /**
     * An account.
     *
     * @param number the importer number, masked where it is a social security number
     * @param href its page
     * @param name the importer's name; {@code ***} for a person's
     * @param kind what kind of party
     * @param state the status in words
     * @param center the Center's code, {@code PNDING} or {@code NOTELG}
     * @param basis the legal basis in words; empty without one
     */
    public record Line(
            String number, String href, String name, String kind, String state, String center, String basis) {

        static Line of(AccountList.Entry entry) {
            ImporterNumber number = entry.file().number();
            Outcome outcome = entry.outcome();
            return new Line(
                    number.masked(),
                    AccountAddress.of(number, entry.place()),
                    number.shownName(entry.file().name()),
                    Formats.words(entry.file().kind().name()),
                    outcome.status().replace('_', ' ').toLowerCase(Locale.ROOT),
                    outcome.code(),
                    outcome.basis() == null ? "" : Formats.words(outcome.basis().name()));
        }
    }

    static AccountsTable of(AccountList.Listed listed, AccountList.Asked asked, boolean later, Query query) {
        String day = query.raw("asOf");
        String filters =
                (asked.center() == null ? "" : "&center=" + asked.center()) + (day == null ? "" : "&asOf=" + day);
        Long next = listed.next();
        return new AccountsTable(
                asked.asOf(),
                listed.entries().stream().map(Line::of).toList(),
                later ? at("/accounts", filters) : null,
                next == null ? null : at("/accounts", filters + "&cursor=" + PageCursor.after(asked.text(), next)),
                at("/accounts.csv", filters),
                at("/accounts.xlsx", filters));
    }

    private static String at(String path, String filters) {
        return filters.isEmpty() ? path : path + "?" + filters.substring(1);
    }
}
