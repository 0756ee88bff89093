package io.centerline.activation;

import io.centerline.rulebook.FolderReading;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.SourceLimits;
import io.centerline.rulebook.language.Finding;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rule folder held when the program started.
 *
 * @param path the folder
 * @param reading its files, or why they cannot be read
 * @param rulebook its rules, ready for a day; null when they are not sound
 * @param findings what is wrong with its rules; empty when nothing is
 */
public record FolderAtStart(
        Path path, FolderReading reading, @Nullable Rulebook rulebook, List<Finding> findings) {

    public FolderAtStart {
        findings = List.copyOf(findings);
    }

    /**
     * Reads a folder and compiles its rules.
     *
     * @param today the day whose edition is compiled; it decides nothing
     */
    public static FolderAtStart read(Path path, LocalDate today) {
        FolderReading reading = FolderReading.of(path, SourceLimits.DEFAULT);
        try {
            RuleFolder folder = reading.orThrow();
            Rulebook rulebook = Rulebook.of(folder.rules());
            rulebook.readyFor(today);
            return new FolderAtStart(path, reading, rulebook, List.of());
        } catch (RulebookException refused) {
            return new FolderAtStart(path, reading, null, refused.findings());
        }
    }

    FolderState state() {
        return new FolderState(rulebook == null ? "" : rulebook.hash(), findings);
    }
}
