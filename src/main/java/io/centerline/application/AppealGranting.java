package io.centerline.application;

import io.centerline.accounts.AccountChanged;
import io.centerline.accounts.AccountFile;
import io.centerline.accounts.AccountStale;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.AppealOnFile;
import io.centerline.accounts.AppealStatement;
import io.centerline.accounts.ChangeRefused;
import io.centerline.accounts.ChangeRequest;
import io.centerline.accounts.Expectation;
import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.Serving;
import io.centerline.decision.Draft;
import io.centerline.facts.DayRule;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.tariff.Center;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Grants appeals: the rules decide for every importer number an appeal names, then one transaction moves all of them and holds
 * the decisions, which the journal records after it.
 */
@Singleton
public final class AppealGranting {
    private final Accounts accounts;
    private final ActiveRulebook active;
    private final Recorder recorder;
    private final OwedRecording owed;

    AppealGranting(Accounts accounts, ActiveRulebook active, Recorder recorder, OwedRecording owed) {
        this.accounts = accounts;
        this.active = active;
        this.recorder = recorder;
        this.owed = owed;
    }

    /**
     * What granting did.
     *
     * @param after the account the appeal was filed for
     * @param decisions the decisions it rests on, that account's first
     */
    public record Grant(AccountFile after, List<Granted> decisions) {}

    /**
     * A decision that granting produced.
     *
     * @param importer the importer number, masked where it is a social security number
     * @param decision its id
     * @param recorded whether the journal has it already; otherwise it follows by itself
     */
    public record Granted(String importer, UUID decision, boolean recorded) {}

    /**
     * Grants an open appeal of the account.
     *
     * @param number the account the appeal was filed for
     * @param expected what must be on file for it
     * @param id the appeal
     * @param effective the day from which the accounts move
     * @param authority who granted it
     * @param author who records that
     * @param reason why
     * @throws AccountStale when the account is not as expected
     * @throws ChangeRefused when the appeal cannot be granted so
     */
    public Grant grant(
            ImporterNumber number,
            Expectation expected,
            UUID id,
            LocalDate effective,
            String authority,
            String author,
            String reason) {
        AccountFile file = accounts.file(number);
        expected.check(file);
        AppealOnFile appeal = AppealStatement.open(file, id, "granted");
        Serving serving = active.serving();
        Center preferred = grantable(appeal, effective, serving.rulebook().firstCoveredDay());
        AppealGrant grant = new AppealGrant(appeal, preferred, effective, authority, serving.placement(), recorder);
        Set<ImporterNumber> numbers = new LinkedHashSet<>(List.of(number));
        numbers.addAll(appeal.importers());
        // What the appeal names was read with this version of the account it was filed for.
        List<ChangeRequest> requests = numbers.stream()
                .map(each -> new ChangeRequest(
                        each,
                        each.equals(number) ? Expectation.version(file.version()) : new Expectation.Anything(),
                        grant::of))
                .toList();
        List<AccountChanged> changed = accounts.change(
                requests, author, reason, () -> List.copyOf(grant.drafts().values()));
        List<Draft> drafts =
                numbers.stream().map(each -> grant.drafts().get(each.text())).toList();
        List<Boolean> recorded = owed.record(drafts);
        List<Granted> decisions = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            decisions.add(new Granted(drafts.get(i).importer(), drafts.get(i).id(), recorded.get(i)));
        }
        return new Grant(changed.get(0).after(), decisions);
    }

    private static Center grantable(AppealOnFile appeal, LocalDate effective, LocalDate firstCoveredDay) {
        List<Issue> issues = new ArrayList<>();
        if (appeal.preferred() == null) {
            issues.add(new Issue(
                    IssueCode.FIELD_MISSING,
                    "/preferred",
                    "the appeal names no preferred Center, so there is nothing to grant",
                    "amend its packet first"));
        }
        if (effective.isBefore(appeal.filed())) {
            issues.add(new Issue(
                    IssueCode.EFFECTIVE_BEFORE_APPEAL,
                    "/effective",
                    "`effective` `" + effective + "` lies before `" + appeal.filed()
                            + "`, the day the appeal was filed",
                    "use `" + appeal.filed() + "` or a later day"));
        }
        if (effective.isBefore(firstCoveredDay)) {
            issues.add(DayRule.beforeCoverage(
                    "/effective", "`effective` `" + effective + "`", firstCoveredDay, "the rules cover"));
        }
        if (!issues.isEmpty()) {
            throw new ChangeRefused(issues);
        }
        return Objects.requireNonNull(appeal.preferred());
    }
}
