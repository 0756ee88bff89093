package io.centerline.accounts;

import io.centerline.accounts.AccountEvent.Described;
import io.centerline.accounts.AccountEvent.Placed;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.tariff.Center;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes a decision an account's placement on file. Adopting it from the same day once more changes nothing,
 * whatever was recorded in between: a repeated request must not undo what came after the first. Only a request that names the
 * version on file, made after that version, adopts a decision again.
 *
 * @param pointer what issues point at
 * @param decision id of the decision
 * @param center where it places the importer
 * @param since the first day of the placement
 * @param name the importer's name, for an account that is new
 * @param decidedAt when the decision was made; nobody adopted it before
 */
public record Adoption(String pointer, UUID decision, Center center, LocalDate since, String name, Instant decidedAt)
        implements Amendment {

    @Override
    public boolean isMade(AccountFile before) {
        return since.equals(before.adopted().get(decision));
    }

    /** An adoption is not recorded where the account is in the decision's Center already, so it may have been asked for. */
    @Override
    public boolean mayBeRepeated(ImporterNumber number, List<HistoryEntry> history) {
        AccountFold fold = new AccountFold(number);
        boolean there = false;
        for (HistoryEntry entry : history) {
            if (entry.position() == 0 && there && entry.recordedAt().isAfter(decidedAt)) {
                return true;
            }
            fold.add(entry);
            there = isThere(fold.file());
        }
        return there || fold.file().adopted().containsKey(decision);
    }

    @Override
    public List<AccountEvent> of(AccountFile before) {
        LocalDate adopted = before.adopted().get(decision);
        if (adopted != null && !adopted.equals(since) && isOnFile(before)) {
            throw adoptedSince(adopted);
        }
        if (before.kind() != ImporterKind.IMPORTER) {
            throw new ChangeRefused(List.of(AccountStatement.notPlaceable(pointer, before.kind())));
        }
        List<AccountEvent> events = new ArrayList<>();
        if (!before.exists()) {
            events.add(new Described(name, ImporterKind.IMPORTER, List.of()));
        }
        if (!isThere(before)) {
            events.add(new Placed(new PlacementOnFile(center, since, decision), null));
        }
        return events;
    }

    private boolean isThere(AccountFile file) {
        PlacementOnFile placement = file.placementOn(since);
        return placement != null && placement.center() == center;
    }

    private boolean isOnFile(AccountFile file) {
        return file.placements().values().stream().anyMatch(placement -> decision.equals(placement.decision()));
    }

    /** Why it cannot be adopted from another day than before. */
    ChangeRefused adoptedSince(LocalDate adopted) {
        return new ChangeRefused(List.of(new Issue(
                IssueCode.DECISION_NOT_ADOPTABLE,
                pointer,
                "decision `" + decision + "` was adopted already, since `" + adopted + "`",
                "to move its first day, state the placement with `corrects`")));
    }
}
