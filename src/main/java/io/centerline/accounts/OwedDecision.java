package io.centerline.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision that a change of accounts rests on and that the journal has yet to record. It is kept in the transaction of the
 * change, so that either both come to be or neither does. The byte arrays are kept, not copied.
 *
 * @param id its id
 * @param importer the importer number, masked where it is a social security number
 * @param status the status code
 * @param center the Center's code
 * @param basis the legal basis' code
 * @param reviews codes of the reviews raised
 * @param rules ids of the rules that decided
 * @param asOf the day decided for
 * @param decidedAt when
 * @param rulebook hash of the rulebook
 * @param schedule name of the tariff schedule
 * @param program version of the program
 * @param facts the facts as canonical JSON, nothing masked; gone once the journal has them
 * @param salt what ties the facts to the receipt
 * @param body the decision as JSON
 */
public record OwedDecision(
        UUID id,
        String importer,
        String status,
        String center,
        @Nullable String basis,
        List<String> reviews,
        List<String> rules,
        LocalDate asOf,
        Instant decidedAt,
        String rulebook,
        String schedule,
        String program,
        byte[] facts,
        byte[] salt,
        byte[] body) {}
