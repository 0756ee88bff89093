package io.centerline.accounts;

import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody states about an account; what is null is not mentioned.
 *
 * @param name the importer's name
 * @param kind what kind of party
 * @param family importer numbers of one corporate family
 * @param center where the account is placed; given together with {@code since}
 * @param since the first day of that placement
 * @param corrects first day of a placement on file that is withdrawn as recorded in error
 */
public record StatedAccount(
        @Nullable String name,
        @Nullable ImporterKind kind,
        @Nullable List<ImporterNumber> family,
        @Nullable Center center,
        @Nullable LocalDate since,
        @Nullable LocalDate corrects) {
    /** A statement that mentions nothing. */
    public static final StatedAccount NOTHING = new StatedAccount(null, null, null, null, null, null);
}
