package io.centerline.application;

import io.centerline.accounts.PartyOnFile;
import io.centerline.facts.Account;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What is on file for an importer on a day. */
interface AccountsOnFile {

    PartyOnFile of(ImporterNumber number, LocalDate asOf);

    /**
     * Facts with what is on file, and all that is noted about them.
     *
     * @param facts the facts
     * @param warnings what intake noted, and where the request and the file differ
     */
    record Completed<F>(F facts, List<Issue> warnings) {}

    /** Makes facts of an importer and what is on file for it. */
    interface Completion<F> extends BiFunction<Importer, @Nullable Account, F> {}

    /**
     * Facts that leave open what is on file, with it.
     *
     * @param asked the importer as the request names it
     * @param kindAt where the request says the importer's kind; null when it does not
     * @param warnings what intake noted
     * @param with the facts with an importer and an account
     */
    default <F> Completed<F> complete(
            Importer asked, LocalDate asOf, @Nullable String kindAt, List<Issue> warnings, Completion<F> with) {
        PartyOnFile onFile = of(asked.number(), asOf);
        return new Completed<>(
                with.apply(onFile.importer(asked), onFile.account()), onFile.warnings(warnings, asked, kindAt));
    }
}
