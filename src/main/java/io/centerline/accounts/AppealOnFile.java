package io.centerline.accounts;

import io.centerline.facts.Appeal;
import io.centerline.facts.AppealStatus;
import io.centerline.facts.ImporterNumber;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appeal of an account.
 *
 * @param id its id; the same on every account that a granted appeal moved
 * @param stage where it stands
 * @param preferred the Center asked for; null while the packet names none
 * @param filed the day it was filed
 * @param reference the document
 * @param importers the importer numbers its packet names
 * @param effective the day it takes effect; null unless it was granted
 * @param authority who granted it; empty unless it was granted
 * @param decision id of the decision that a grant produced for this account; null unless it was granted
 * @param packet the change of the account with which its latest packet came; 0 on accounts it was not filed for
 */
public record AppealOnFile(
        UUID id,
        AppealStage stage,
        @Nullable Center preferred,
        LocalDate filed,
        String reference,
        List<ImporterNumber> importers,
        @Nullable LocalDate effective,
        String authority,
        @Nullable UUID decision,
        long packet) {

    public AppealOnFile {
        importers = List.copyOf(importers);
    }

    /** The same appeal elsewhere in its life. */
    AppealOnFile at(AppealStage next) {
        return new AppealOnFile(
                id, next, preferred, filed, reference, importers, effective, authority, decision, packet);
    }

    /** The appeal as a decision sees it; empty when it was withdrawn or asks for no Center. */
    Optional<Appeal> asFact() {
        if (preferred == null || stage == AppealStage.WITHDRAWN) {
            return Optional.empty();
        }
        AppealStatus status = stage == AppealStage.GRANTED
                ? AppealStatus.GRANTED
                : stage == AppealStage.DENIED ? AppealStatus.DENIED : AppealStatus.FILED;
        return Optional.of(new Appeal(preferred, filed, status, effective == null ? filed : effective, reference));
    }
}
