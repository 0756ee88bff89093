package io.centerline.check;

import io.centerline.facts.Account;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Evidence;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together the facts of a case; what a case does not tell is made up and decides nothing. Not thread-safe. */
final class CaseFacts {
    private static final ImporterNumber NUMBER = new ImporterNumber("12-345678900", ImporterNumber.Format.EIN);

    private final LocalDate asOf;
    private ImporterKind kind = ImporterKind.IMPORTER;
    private List<EntryLine> lines = List.of();
    private List<Evidence> evidence = List.of();
    private @Nullable Account account;

    CaseFacts(LocalDate asOf) {
        this.asOf = asOf;
    }

    CaseFacts kind(ImporterKind told) {
        kind = told;
        return this;
    }

    CaseFacts lines(List<EntryLine> told) {
        lines = told;
        return this;
    }

    CaseFacts evidence(List<Evidence> told) {
        evidence = told;
        return this;
    }

    CaseFacts account(@Nullable Account told) {
        account = told;
        return this;
    }

    Facts facts() {
        return new Facts(new Importer(NUMBER, "", kind), asOf, lines, evidence, account);
    }
}
