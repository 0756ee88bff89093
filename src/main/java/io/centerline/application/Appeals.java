package io.centerline.application;

import io.centerline.accounts.AccountChanged;
import io.centerline.accounts.AccountFile;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.Amendment;
import io.centerline.accounts.AppealOnFile;
import io.centerline.accounts.AppealStatement;
import io.centerline.accounts.ChangeRefused;
import io.centerline.accounts.ChangeRequest;
import io.centerline.accounts.Expectation;
import io.centerline.decision.DecisionIds;
import io.centerline.facts.AppealPacket;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Files, amends, withdraws and denies appeals against a placement (19 CFR 101.10(c)); {@link AppealGranting} grants them. */
@Singleton
public final class Appeals {
    private final Accounts accounts;
    private final Clock clock;
    private final DecisionIds ids = new DecisionIds();

    Appeals(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * A change of the account that an appeal is filed for.
     *
     * @param number its importer number
     * @param expected what must be on file for it
     * @param author who makes the change
     * @param reason why
     */
    public record Change(ImporterNumber number, Expectation expected, String author, String reason) {}

    /**
     * An appeal that was filed.
     *
     * @param id its id
     * @param changed what that did to the account
     */
    public record Filed(UUID id, AccountChanged changed) {}

    /**
     * Files an appeal.
     *
     * @throws ChangeRefused when the account or another one that the packet names is not on file
     */
    public Filed file(Change change, AppealPacket packet) {
        UUID id = ids.next(clock.instant());
        return new Filed(id, put(change, packet, AppealStatement.file(id, packet)));
    }

    /**
     * Puts another packet in the place of that of an open appeal.
     *
     * @throws ChangeRefused when the appeal is not open, or an account that the packet names is not on file
     */
    public AccountChanged amend(Change change, UUID id, AppealPacket packet) {
        return put(change, packet, before -> {
            AppealOnFile onFile = before.appeals().get(id);
            AppealPacket meant = onFile != null && onFile.packet() != 0
                    ? packet.meant(accounts.packet(before.number(), onFile))
                    : packet;
            return AppealStatement.amend(id, meant).of(before);
        });
    }

    /**
     * Takes an open appeal back.
     *
     * @throws ChangeRefused when the appeal is not open
     */
    public AccountChanged withdraw(Change change, UUID id) {
        return make(change, AppealStatement.withdraw(id));
    }

    /**
     * Denies an open appeal.
     *
     * @throws ChangeRefused when the appeal is not open
     */
    public AccountChanged deny(Change change, UUID id) {
        return make(change, AppealStatement.deny(id));
    }

    private AccountChanged put(Change change, AppealPacket packet, Amendment amendment) {
        return make(change, before -> {
            refuseUnknown(before, packet);
            return amendment.of(before);
        });
    }

    private AccountChanged make(Change change, Amendment amendment) {
        return accounts.change(
                        List.of(new ChangeRequest(change.number(), change.expected(), amendment)),
                        change.author(),
                        change.reason())
                .get(0);
    }

    private void refuseUnknown(AccountFile before, AppealPacket packet) {
        if (!before.exists()) {
            return;
        }
        List<Issue> issues = new ArrayList<>();
        List<AccountFile> files = packet.importers().isEmpty() ? List.of() : accounts.files(packet.importers());
        for (int i = 0; i < files.size(); i++) {
            if (!files.get(i).exists()) {
                issues.add(new Issue(
                        IssueCode.ACCOUNT_UNKNOWN,
                        "/importers/" + i,
                        "nothing is on file for importer number "
                                + files.get(i).number().masked(),
                        "enter the account with `PUT /v1/accounts/{number}`, or leave the number out"));
            }
        }
        if (!issues.isEmpty()) {
            throw new ChangeRefused(issues);
        }
    }
}
