package io.centerline.api;

import io.centerline.application.FailureKind;
import io.centerline.application.RefusedException;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.intake.ImporterNumberReader;
import io.centerline.intake.ImporterNumberReader.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths that name an account by its importer number. */
public final class AccountPath {
    private AccountPath() {}

    /** The importer number a path names; null after adding an issue. */
    public static @Nullable ImporterNumber number(String path, List<Issue> issues) {
        Reading reading = new ImporterNumberReader().read(path);
        if (reading instanceof Reading.Unreadable unreadable) {
            issues.add(new Issue(unreadable.code(), "number", unreadable.message(), unreadable.help()));
            return null;
        }
        return ((Reading.Readable) reading).number();
    }

    /** The refusal of a number for which nothing is on file. */
    public static RefusedException unknown() {
        return new RefusedException(
                FailureKind.NOT_FOUND,
                "nothing is on file for this importer number; `PUT /v1/accounts/{number}` enters it");
    }
}
