package io.centerline.application;

import io.centerline.facts.Account;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterNumber;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** What is on file for an importer on a day. */
public interface AccountsOnFile {

    Optional<Account> of(ImporterNumber number, LocalDate asOf);

    /**
     * Facts that leave open what is on file, with it; as they are when nothing is.
     *
     * @param with the facts with an account
     */
    default <F> F complete(F facts, Importer importer, LocalDate asOf, Function<Account, F> with) {
        return of(importer.number(), asOf).map(with).orElse(facts);
    }
}
