package io.centerline.accounts;

import io.centerline.accounts.AccountEvent.AppealDenied;
import io.centerline.accounts.AccountEvent.AppealFiled;
import io.centerline.accounts.AccountEvent.AppealWithdrawn;
import io.centerline.facts.AppealPacket;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Changes to the appeals of an account, but for granting one, which moves accounts. */
public final class AppealStatement {
    private static final int MOST_APPEALS = 1_000;

    private AppealStatement() {}

    /** Files an appeal under an id of its own. */
    public static Amendment file(UUID id, AppealPacket packet) {
        return before -> {
            AccountStatement.requireAccount(before);
            List<Issue> issues = new ArrayList<>();
            if (before.kind() != ImporterKind.IMPORTER) {
                issues.add(AccountStatement.notPlaceable("/preferred", before.kind()));
            }
            if (before.appeals().size() >= MOST_APPEALS) {
                issues.add(new Issue(
                        IssueCode.TOO_MANY_RECORDS,
                        "",
                        "the account has " + MOST_APPEALS + " appeals on file already",
                        ""));
            }
            for (AppealOnFile other : before.appeals().values()) {
                if (other.stage() == AppealStage.FILED) {
                    issues.add(new Issue(
                            IssueCode.APPEAL_OPEN,
                            "",
                            "appeal `" + other.id() + "`, filed on `" + other.filed() + "`, is open",
                            "amend it with `PUT …/appeals/" + other.id() + "`, or withdraw it first"));
                }
            }
            if (!issues.isEmpty()) {
                throw new ChangeRefused(issues);
            }
            return List.of(filed(id, packet));
        };
    }

    /** Puts another packet in the place of that of an open appeal. */
    public static Amendment amend(UUID id, AppealPacket packet) {
        return before -> {
            open(before, id, "amended");
            return List.of(filed(id, packet));
        };
    }

    /** Takes an open appeal back. */
    public static Amendment withdraw(UUID id) {
        return before -> {
            open(before, id, "withdrawn");
            return List.of(new AppealWithdrawn(id));
        };
    }

    /** Denies an open appeal. */
    public static Amendment deny(UUID id) {
        return before -> {
            open(before, id, "denied");
            return List.of(new AppealDenied(id));
        };
    }

    private static AppealFiled filed(UUID id, AppealPacket packet) {
        return new AppealFiled(id, packet.preferred(), packet.filed(), packet.reference(), packet.importers(), packet);
    }

    /**
     * An appeal of an account.
     *
     * @throws NotOnFile when there is none with this id
     */
    public static AppealOnFile find(AccountFile file, UUID id) {
        AccountStatement.requireAccount(file);
        AppealOnFile appeal = file.appeals().get(id);
        if (appeal == null) {
            throw new NotOnFile(
                    "the account has no appeal with this id; `GET /v1/accounts/{number}` lists those it has");
        }
        return appeal;
    }

    /**
     * An appeal that was filed for this very account, so that its packet is here.
     *
     * @throws NotOnFile when there is none with this id, or a grant of an appeal of another account moved this one
     */
    public static AppealOnFile filedHere(AccountFile file, UUID id) {
        AppealOnFile appeal = find(file, id);
        if (appeal.packet() == 0) {
            throw new NotOnFile("the appeal was filed for another account, which has its packet");
        }
        return appeal;
    }

    /**
     * An appeal that still waits for an answer.
     *
     * @param wanted what is to be done, as in "cannot be amended"
     * @throws NotOnFile when there is none with this id
     * @throws ChangeRefused when it does not wait any more
     */
    public static AppealOnFile open(AccountFile file, UUID id, String wanted) {
        AppealOnFile appeal = find(file, id);
        if (appeal.stage() != AppealStage.FILED) {
            throw new ChangeRefused(List.of(new Issue(
                    IssueCode.APPEAL_CLOSED,
                    "appeal",
                    "appeal `" + id + "` was " + appeal.stage().name().toLowerCase(Locale.ROOT) + " and cannot be "
                            + wanted,
                    "an importer may appeal again at any time: file a new one")));
        }
        return appeal;
    }
}
