package io.centerline.accounts;

import io.centerline.accounts.AccountEvent.Described;
import io.centerline.accounts.AccountEvent.Placed;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes a decision an account's placement on file. Adopting it from the same day once more changes nothing,
 * whatever was recorded in between: a repeated request must not undo what came after the first.
 *
 * @param pointer what issues point at
 * @param decision id of the decision
 * @param center where it places the importer
 * @param since the first day of the placement
 * @param name the importer's name, for an account that is new
 */
public record Adoption(String pointer, UUID decision, Center center, LocalDate since, String name)
        implements Amendment {

    @Override
    public boolean isMade(AccountFile before) {
        return since.equals(before.adopted().get(decision));
    }

    @Override
    public List<AccountEvent> of(AccountFile before) {
        LocalDate adopted = before.adopted().get(decision);
        if (adopted != null && !adopted.equals(since)) {
            throw new ChangeRefused(List.of(new Issue(
                    IssueCode.DECISION_NOT_ADOPTABLE,
                    pointer,
                    "decision `" + decision + "` was adopted already, since `" + adopted + "`",
                    "to move its first day, state the placement with `corrects`")));
        }
        if (isMade(before)) {
            return List.of();
        }
        if (before.kind() != ImporterKind.IMPORTER) {
            throw new ChangeRefused(List.of(AccountStatement.notPlaceable(pointer, before.kind())));
        }
        List<AccountEvent> events = new ArrayList<>();
        if (!before.exists()) {
            events.add(new Described(name, ImporterKind.IMPORTER, List.of()));
        }
        PlacementOnFile there = before.placementOn(since);
        if (there == null || there.center() != center) {
            events.add(new Placed(new PlacementOnFile(center, since, decision), null));
        }
        return events;
    }
}
