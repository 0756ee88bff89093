package io.centerline.check;

import io.centerline.check.Diagnostic.Severity;
import io.centerline.rulebook.Rulebook;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param hash hash of the rule files, also when they are not sound
 * @param diagnostics everything found, sorted
 * @param rulebook the rulebook when its files could be read without an error; null otherwise
 */
public record CheckReport(
        String hash, List<Diagnostic> diagnostics, @Nullable Rulebook rulebook) {

    public CheckReport {
        diagnostics = diagnostics.stream().sorted().toList();
    }

    /** Whether the rulebook may serve: it was read, and nothing found is an error. */
    public boolean sound() {
        return rulebook != null && diagnostics.stream().noneMatch(found -> found.severity() == Severity.ERROR);
    }

    /** The rulebook, if it could be read. */
    public Optional<Rulebook> findRulebook() {
        return Optional.ofNullable(rulebook);
    }
}
