package io.centerline.accounts;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adopts what the last reassessment of an account proposes, as long as the account is what it was then. Adopting it once more
 * changes nothing.
 *
 * @param adoption the adoption of the proposal
 * @param last the account's last reassessment; null when there is none
 */
public record ProposalAdoption(Adoption adoption, @Nullable Reassessment last) implements Amendment {

    @Override
    public boolean isMade(AccountFile before) {
        return adoption.isMade(before);
    }

    @Override
    public List<AccountEvent> of(AccountFile before) {
        LocalDate adopted = before.adopted().get(adoption.decision());
        if (adopted != null) {
            throw adoption.adoptedSince(adopted);
        }
        if (last != null && last.version() != before.version()) {
            throw refused(
                    IssueCode.REASSESSMENT_OVERTAKEN,
                    "the account of importer number `" + before.number().masked() + "` was reassessed at version "
                            + last.version() + " and is at version " + before.version() + " now",
                    "look at its history, reassess it, and adopt what that proposes");
        }
        if (!isProposed()) {
            throw refused(
                    IssueCode.DECISION_NOT_ADOPTABLE,
                    "decision `" + adoption.decision() + "` is not what the last reassessment of the account proposes",
                    "take `proposal` from `GET /v1/reassessments`; `POST /v1/decisions/{id}/adoption` adopts any other"
                            + " decision that places an importer");
        }
        return adoption.of(before);
    }

    private boolean isProposed() {
        return last != null && last.drift() != null && last.drift().proposal().equals(adoption.decision());
    }

    private ChangeRefused refused(IssueCode code, String message, String help) {
        return new ChangeRefused(List.of(new Issue(code, adoption.pointer(), message, help)));
    }
}
