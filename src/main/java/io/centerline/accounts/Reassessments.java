package io.centerline.accounts;

import io.centerline.facts.ImporterNumber;
import io.centerline.store.Statements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The last reassessment of each account, and who drifted. Safe for any number of threads; every method asks the store and throws
 * what JDBC and Jdbi throw.
 */
public final class Reassessments {
    private final Jdbi jdbi;

    /** Over a pool of read-committed connections to a database with the program's tables. */
    public Reassessments(DataSource pool) {
        this.jdbi = Statements.over(pool).registerArrayType(String.class, "text");
    }

    /**
     * Keeps reassessments, in one transaction. Not kept is one for an earlier day than the account's last one, which says nothing
     * about now, and one decided on another version of the account than the one on file.
     *
     * @param fresh in the order made, of accounts that are on file; their drifts are found on their as-of dates
     * @return what became of each, in the same order; a drift that was found before is dated back to when it was
     */
    public List<Reassessed> keep(List<Reassessment> fresh) {
        List<ImporterNumber> numbers =
                fresh.stream().map(Reassessment::number).distinct().toList();
        return jdbi.inTransaction(handle -> {
            Map<String, ReassessmentTable.Standing> standing = ReassessmentTable.lock(handle, numbers);
            Map<Long, Reassessment> changed = new LinkedHashMap<>();
            List<Reassessed> answers = new ArrayList<>();
            for (Reassessment reassessment : fresh) {
                String number = reassessment.number().text();
                ReassessmentTable.Standing account = Objects.requireNonNull(standing.get(number));
                Reassessment now = reassessment.after(account.last());
                boolean kept = account.givesWayTo(now);
                if (kept) {
                    changed.put(account.id(), now);
                    standing.put(number, account.with(now));
                }
                answers.add(new Reassessed(now, kept));
            }
            ReassessmentTable.write(handle, changed);
            return answers;
        });
    }

    /** The last reassessments of accounts, by number; without those that have none. */
    public Map<ImporterNumber, Reassessment> last(List<ImporterNumber> numbers) {
        return jdbi.withHandle(handle -> ReassessmentTable.last(handle, numbers));
    }

    /**
     * The accounts that drifted: the widest margin first, and of the same margin the one entered last.
     *
     * @param margin only those behind this margin and place; {@link Integer#MAX_VALUE} for all
     * @param place as above
     * @param most at most so many
     */
    public List<DriftedAccount> drifts(DriftFilter filter, int margin, long place, int most) {
        return jdbi.withHandle(handle -> ReassessmentTable.drifts(handle, filter, margin, place, most));
    }
}
