package io.centerline.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which rule folder a command changes, what the result must continue, and whether to write it. */
final class ChangedFolder {
    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The rule folder; else CENTERLINE_RULES_DIR, else rules.")
    private @Nullable Path folder;

    @Option(names = "--dry-run", description = "Print what would be written, and write nothing.")
    private boolean dryRun;

    @Option(names = "--force", description = "Write a result that the check refuses too, to go on by hand.")
    private boolean force;

    @Mixin
    private ComparedRules compared = new ComparedRules();

    RuleSource.Folder rules(Host host) {
        return new RuleSource.Folder(folder != null ? folder : host.rulesFolder(), "");
    }

    /** Whether a result is written. */
    boolean writes(boolean sound) {
        return !dryRun && (sound || force);
    }

    ComparedRules compared() {
        return compared;
    }
}
