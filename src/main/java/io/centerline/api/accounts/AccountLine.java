package io.centerline.api.accounts;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.AceRecords;
import io.centerline.accounts.ListedAccount;
import io.centerline.application.AccountList;
import io.centerline.placement.Outcome;
import io.centerline.placement.Placement;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account in a list, with what the rules say of it on what is on file alone.
 *
 * @param number the importer number, masked where it is a social security number
 * @param name the importer's name, {@code ***} for a person's; empty when none is known
 * @param kind what kind of party
 * @param version the version of the account
 * @param status PLACED, PENDING or NOT_ELIGIBLE
 * @param center the same as {@code effectiveCenter}
 * @param effectiveCenter where all that is on file puts it: the Center's code, {@code PNDING} or {@code NOTELG}
 * @param basis the legal basis; null while the account is pending
 */
public record AccountLine(
        String number,
        String name,
        String kind,
        long version,
        String status,
        String center,
        String effectiveCenter,
        @Nullable String basis) {

    /** The line of an account, decided on what is on file alone. */
    public static AccountLine of(ListedAccount listed, LocalDate asOf, Placement placement) {
        return of(AccountList.Entry.of(listed, asOf, placement));
    }

    /** The line of an account. */
    static AccountLine of(AccountList.Entry entry) {
        AccountFile file = entry.file();
        Outcome outcome = entry.outcome();
        return new AccountLine(
                file.number().masked(),
                file.number().shownName(file.name()),
                file.kind().name(),
                file.version(),
                outcome.status(),
                outcome.code(),
                outcome.code(),
                outcome.basis() == null ? null : outcome.basis().name());
    }

    /** The account in the records of the ACE importer query. */
    public byte[] records() {
        return AceRecords.of(number, name, center).getBytes(StandardCharsets.US_ASCII);
    }
}
