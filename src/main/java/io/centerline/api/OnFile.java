package io.centerline.api;

import io.centerline.facts.Account;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterNumber;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** What is on file for an importer on a day. */
interface OnFile {

    Optional<Account> of(ImporterNumber number, LocalDate asOf);

    /**
     * Facts with what is on file where the request leaves that open; asks nothing where it does not.
     *
     * @param open whether the request leaves it open
     * @param with the facts with an account
     */
    default <F> F complete(F facts, boolean open, Importer importer, LocalDate asOf, Function<Account, F> with) {
        return open ? of(importer.number(), asOf).map(with).orElse(facts) : facts;
    }
}
