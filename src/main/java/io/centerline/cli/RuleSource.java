package io.centerline.cli;

import io.centerline.rulebook.FolderReading;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.ShippedRules;
import io.centerline.rulebook.SourceLimits;
import io.centerline.rulebook.language.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a command takes its rules from. */
sealed interface RuleSource {

    /**
     * Finds the rules: the folder that the command names, else that of the settings, else {@code rules} in the current
     * folder, else those that the program carries.
     *
     * @param named the folder that the command names; null when it names none
     * @throws CommandRefused when the settings cannot be read
     */
    static RuleSource of(@Nullable Path named, Host host) {
        if (named != null) {
            return new Folder(named, "");
        }
        Optional<Path> set = host.findRulesFolder();
        if (set.isPresent()) {
            return new Folder(set.get(), "the rules are those of `" + set.get() + "`, as the settings say\n");
        }
        Path usual = host.rulesFolder();
        Optional<RuleFolder> shipped = Files.exists(usual) ? Optional.empty() : ShippedRules.find();
        return shipped.<RuleSource>map(Shipped::new).orElse(new Folder(usual, ""));
    }

    /** The files. */
    FolderReading read();

    /**
     * The rulebook.
     *
     * @param origin whether the rules are new or were stored once
     * @throws CommandRefused when it is not there or not sound
     */
    Rulebook rulebook(Origin origin);

    /**
     * The folder.
     *
     * @throws CommandRefused when there is none
     */
    Path folder();

    /** The path to show for a file that findings name below {@code rules/}. */
    String path(String file);

    /** A line that says which rules these are; empty where the command says so. */
    String note();

    /**
     * A folder.
     *
     * @param note as {@link RuleSource#note} gives it
     */
    record Folder(Path folder, String note) implements RuleSource {
        @Override
        public FolderReading read() {
            return FolderReading.of(folder, SourceLimits.DEFAULT);
        }

        @Override
        public Rulebook rulebook(Origin origin) {
            return OfflinePlacement.rulebook(folder, "name it with --rules, or set CENTERLINE_RULES_DIR", origin);
        }

        @Override
        public String path(String file) {
            String given = folder.toString().replace('\\', '/');
            return file.equals("rules")
                    ? given
                    : file.startsWith("rules/") ? given + file.substring("rules".length()) : file;
        }
    }

    /**
     * What the program carries.
     *
     * @param rules the files
     */
    record Shipped(RuleFolder rules) implements RuleSource {
        @Override
        public FolderReading read() {
            return new FolderReading.Readable(rules);
        }

        @Override
        public Rulebook rulebook(Origin origin) {
            try {
                return Rulebook.of(rules.rules(), origin);
            } catch (RulebookException unsound) {
                throw OfflinePlacement.refused(unsound);
            }
        }

        @Override
        public Path folder() {
            throw new CommandRefused(ExitCode.USAGE, "there is no folder `rules` here", "name the rule folder");
        }

        @Override
        public String path(String file) {
            return file;
        }

        @Override
        public String note() {
            return "there is no folder `rules` here; the rules are those that the program was built with\n";
        }
    }
}
