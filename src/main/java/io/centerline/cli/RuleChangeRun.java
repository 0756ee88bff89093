package io.centerline.cli;

import io.centerline.check.CheckReport;
import io.centerline.check.History;
import io.centerline.check.RulebookCheck;
import io.centerline.rulebook.FolderReading;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.edit.ChangedFiles;
import io.centerline.rulebook.edit.EditRefused;
import io.centerline.rulebook.edit.FolderChange;
import io.centerline.rulebook.language.Origin;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/** Makes a change in a rule folder: prints the diff, writes it, and says what the check of the result says. */
final class RuleChangeRun {
    private final ChangeOptions options;
    private final Host host;

    RuleChangeRun(ChangeOptions options, Host host) {
        this.options = options;
        this.host = host;
    }

    /**
     * Makes it.
     *
     * @return one of {@link ExitCode}
     * @throws CommandRefused when it cannot be made
     */
    int run(FolderChange change) {
        Instant start = host.clock().instant();
        LocalDate today = options.compared().today(start);
        if (options.from().isBefore(today)) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED,
                    "`--from` is " + options.from() + ", and days before " + today
                            + " are past: what decisions said of them stays",
                    "choose that day or a later one");
        }
        RuleSource.Folder rules = options.rules(host);
        Schedule schedule = OfflinePlacement.schedule(host);
        RuleFolder folder = folder(rules.read());
        History history = history(folder, start, today);
        SortedMap<String, String> files;
        try {
            files = change.of(folder, schedule, ids(history));
        } catch (EditRefused refused) {
            throw new CommandRefused(ExitCode.INPUT_REFUSED, String.valueOf(refused.getMessage()), refused.help());
        }
        ChangedFiles changed = ChangedFiles.between(folder, files);
        host.terminal().print(changed.diff());
        CheckReport report = new RulebookCheck(schedule).check(RuleFolder.of(files), history);
        boolean sound = CheckText.passes(report, false);
        if (sound && !options.dryRun()) {
            write(changed, rules);
        }
        Duration took = Duration.between(start, host.clock().instant());
        host.terminal().print("\n" + CheckText.of(report, history, false, took, rules::path) + outcome(changed, sound));
        return sound ? ExitCode.DONE : ExitCode.RULES_REFUSED;
    }

    /** The ids that rules of the other rulebook have, which no new rule may get. */
    private static List<RuleId> ids(History history) {
        return history.rulebook().rules().stream().map(Rule::id).toList();
    }

    private String outcome(ChangedFiles changed, boolean sound) {
        int files = changed.after().size();
        return sound && !options.dryRun()
                ? files + (files == 1 ? " file" : " files") + " written\n"
                : "nothing was written\n";
    }

    private static RuleFolder folder(FolderReading reading) {
        try {
            return reading.orThrow();
        } catch (RulebookException unreadable) {
            throw OfflinePlacement.refused(unreadable);
        }
    }

    private History history(RuleFolder folder, Instant start, LocalDate today) {
        History named = options.compared().history(start, host);
        try {
            return named != null ? named : new History(Rulebook.of(folder.rules(), Origin.STORED), today);
        } catch (RulebookException unsound) {
            throw OfflinePlacement.refused(unsound);
        }
    }

    private void write(ChangedFiles changed, RuleSource.Folder rules) {
        try {
            changed.write(rules.folder());
        } catch (IOException failed) {
            throw new CommandRefused(
                    ExitCode.FAILED,
                    "the rule folder `" + rules.folder() + "` cannot be written: " + failed.getMessage(),
                    "");
        }
    }
}
