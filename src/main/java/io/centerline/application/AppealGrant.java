package io.centerline.application;

import io.centerline.accounts.AccountEvent;
import io.centerline.accounts.AccountEvent.AppealGranted;
import io.centerline.accounts.AccountEvent.Placed;
import io.centerline.accounts.AccountFile;
import io.centerline.accounts.AppealOnFile;
import io.centerline.accounts.ChangeRefused;
import io.centerline.accounts.PlacementOnFile;
import io.centerline.decision.Draft;
import io.centerline.facts.Account;
import io.centerline.facts.Appeal;
import io.centerline.facts.AppealStatus;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.placement.Decision;
import io.centerline.placement.Outcome;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Grants an appeal: for every account the rules are asked first, with the appeal granted, and the account moves only when
 * they place it there on the basis APPEAL. One use; not thread-safe.
 */
final class AppealGrant {
    private final AppealOnFile appeal;
    private final Center preferred;
    private final LocalDate effective;
    private final String authority;
    private final Placement placement;
    private final Recorder recorder;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    AppealGrant(
            AppealOnFile appeal,
            Center preferred,
            LocalDate effective,
            String authority,
            Placement placement,
            Recorder recorder) {
        this.appeal = appeal;
        this.preferred = preferred;
        this.effective = effective;
        this.authority = authority;
        this.placement = placement;
        this.recorder = recorder;
    }

    /** The decisions, by importer number, of the accounts asked about last. */
    Map<String, Draft> drafts() {
        return drafts;
    }

    /** What granting records on an account. */
    List<AccountEvent> of(AccountFile before) {
        if (!before.exists()) {
            throw new ChangeRefused(List.of(new Issue(
                    IssueCode.ACCOUNT_UNKNOWN,
                    "/importers",
                    "nothing is on file for importer number " + before.number().masked() + ", which the appeal names",
                    "enter the account, or amend the packet")));
        }
        Account account = before.on(effective).orElse(new Account(null, null, List.of(), List.of()));
        Decision decision = decide(before, granted(account));
        Draft draft = recorder.prepare(decision);
        drafts.put(before.number().text(), draft);
        return List.of(
                new AppealGranted(
                        appeal.id(), preferred, appeal.filed(), appeal.reference(), effective, authority, draft.id()),
                new Placed(new PlacementOnFile(preferred, effective, draft.id()), null));
    }

    /** What is on file on the effective day, with this appeal granted and not merely filed. */
    private Account granted(Account account) {
        List<Appeal> appeals = new ArrayList<>(account.appeals());
        appeals.removeIf(other -> other.status() == AppealStatus.FILED
                && other.filed().equals(appeal.filed())
                && other.reference().equals(appeal.reference()));
        appeals.add(new Appeal(preferred, appeal.filed(), AppealStatus.GRANTED, effective, appeal.reference()));
        return new Account(account.center(), account.since(), account.directed(), appeals);
    }

    private Decision decide(AccountFile before, Account account) {
        Importer importer = new Importer(before.number(), before.name(), before.kind());
        Facts facts = new Facts(importer, effective, List.of(), List.of(), account);
        Decision decision = placement.decide(facts, List.of(), Explain.FULL);
        if (!decision.outcome().equals(new Outcome.Placed(preferred, Basis.APPEAL))) {
            throw new ChangeRefused(List.of(new Issue(
                    IssueCode.APPEAL_WITHOUT_EFFECT,
                    "/effective",
                    "granted with effect from `" + effective + "`, the appeal would not decide for "
                            + before.number().masked() + ": "
                            + decision.explanation().summary(),
                    "end what stands above the appeal, or choose a day on which it is not in force")));
        }
        return decision;
    }
}
