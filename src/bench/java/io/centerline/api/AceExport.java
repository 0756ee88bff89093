package io.centerline.api;

import io.centerline.accounts.Accounts;
import io.centerline.accounts.ListedAccount;
import io.centerline.api.accounts.AccountLine;
import io.centerline.placement.Placement;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;

/** Writes accounts as the service lists them in the records of the ACE importer query, without HTTP. */
public final class AceExport {
    private static final int AT_ONCE = 500;

    private AceExport() {}

    /** Writes accounts in the order of lists, until there are at least so many; answers how many. */
    public static int write(Accounts accounts, LocalDate asOf, Placement placement, int most, OutputStream out)
            throws IOException {
        int written = 0;
        List<ListedAccount> page = accounts.list(0, AT_ONCE);
        while (!page.isEmpty() && written < most) {
            for (ListedAccount listed : page) {
                out.write(AccountLine.of(listed, asOf, placement).records());
            }
            written += page.size();
            page = accounts.list(page.get(page.size() - 1).place(), AT_ONCE);
        }
        return written;
    }
}
