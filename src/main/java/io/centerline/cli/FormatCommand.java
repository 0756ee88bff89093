package io.centerline.cli;

import io.centerline.editor.Formatting;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.edit.ChangedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lays out rule files. */
@Command(
        name = "format",
        description = {
            "Lays out the files of a rule folder as the shipped ones are.",
            "",
            "Only blanks and line breaks change, so the rules say what they said. The diff is printed."
        })
final class FormatCommand implements Callable<Integer> {
    private final Host host;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "The rule folder; else CENTERLINE_RULES_DIR, else rules.")
    private @Nullable Path folder;

    @Option(names = "--check", description = "Write nothing, and end with exit code 3 when a file would change.")
    private boolean check;

    FormatCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Path rules = folder != null ? folder : host.rulesFolder();
        ChangedFiles changed = changed(new RuleSource.Folder(rules, ""));
        host.terminal().print(changed.diff());
        int files = changed.after().size();
        String told = files + (files == 1 ? " file" : " files");
        if (check) {
            host.terminal().print(told + " would change\n");
            return files == 0 ? ExitCode.DONE : ExitCode.RULES_REFUSED;
        }
        try {
            changed.write(rules);
        } catch (IOException failed) {
            throw new CommandRefused(
                    ExitCode.FAILED, "the rule folder `" + rules + "` cannot be written: " + failed.getMessage(), "");
        }
        host.terminal().print(told + " written\n");
        return ExitCode.DONE;
    }

    private static ChangedFiles changed(RuleSource.Folder rules) {
        try {
            RuleFolder folder = rules.read().orThrow();
            SortedMap<String, String> formatted = folder.files();
            formatted.replaceAll(Formatting::of);
            return ChangedFiles.between(folder, formatted);
        } catch (RulebookException unreadable) {
            throw OfflinePlacement.refused(unreadable);
        }
    }
}
