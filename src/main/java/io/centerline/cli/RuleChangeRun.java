package io.centerline.cli;

import io.centerline.check.CheckReport;
import io.centerline.check.History;
import io.centerline.check.HistoryFinding;
import io.centerline.check.HistoryProof;
import io.centerline.check.RulebookCheck;
import io.centerline.check.edit.RuleCorrection;
import io.centerline.rulebook.FolderReading;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.edit.ChangedFiles;
import io.centerline.rulebook.edit.EditRefused;
import io.centerline.rulebook.edit.FolderChange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Makes a change in a rule folder: prints the diff, writes it, and says what the check of the result says. */
final class RuleChangeRun {
    private final ChangedFolder options;
    private final Host host;
    private final Instant start;

    RuleChangeRun(ChangedFolder options, Host host) {
        this.options = options;
        this.host = host;
        this.start = host.clock().instant();
    }

    /**
     * Makes a change from a day on.
     *
     * @return one of {@link ExitCode}
     * @throws CommandRefused when it cannot be made
     */
    int run(FolderChange change) {
        LocalDate today = options.compared().today(start);
        LocalDate from = change.from();
        if (from != null && from.isBefore(today)) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED,
                    "`--from` is " + from + ", and days before " + today
                            + " are past: what decisions said of them stays",
                    "choose that day or a later one; `rules correct` mends a rule that was wrong from the start");
        }
        RuleSource.Folder rules = options.rules(host);
        Schedule schedule = OfflinePlacement.schedule(host);
        RuleFolder folder = folder(rules.read());
        ComparedWith compared = ComparedWith.of(options.compared(), folder, start, host);
        ChangedFiles changed = changed(change, folder, schedule, compared.history());
        CheckReport report = new RulebookCheck(schedule).check(changed.applied(folder), compared.history());
        boolean sound = CheckText.passes(report, false);
        boolean written = write(changed, rules, sound);
        host.terminal()
                .print("\n" + compared.note()
                        + CheckText.of(report, compared.history(), false, took(), rules::path)
                        + outcome(changed, written, sound));
        return sound ? ExitCode.DONE : ExitCode.RULES_REFUSED;
    }

    /**
     * Makes a correction, which changes past answers of its rule and of no other.
     *
     * @return one of {@link ExitCode}
     * @throws CommandRefused when it cannot be made
     */
    int correct(RuleCorrection correction) {
        RuleSource.Folder rules = options.rules(host);
        Schedule schedule = OfflinePlacement.schedule(host);
        RuleFolder folder = folder(rules.read());
        ComparedWith compared = ComparedWith.of(options.compared(), folder, start, host);
        ChangedFiles changed = changed(correction, folder, schedule, compared.history());
        CheckReport report = new RulebookCheck(schedule).check(changed.applied(folder));
        Rulebook corrected = report.rulebook();
        List<HistoryFinding> past =
                corrected == null ? List.of() : new HistoryProof(schedule).check(compared.history(), corrected);
        boolean alone = past.stream().allMatch(found -> found.rule().text().equals(correction.id()));
        boolean sound = CheckText.passes(report, false) && alone;
        boolean written = write(changed, rules, sound);
        host.terminal()
                .print("\n" + compared.note() + CheckText.of(report, null, false, took(), rules::path)
                        + past(past, compared.history(), correction, alone) + outcome(changed, written, sound));
        return sound ? ExitCode.DONE : ExitCode.RULES_REFUSED;
    }

    private ChangedFiles changed(FolderChange change, RuleFolder folder, Schedule schedule, History history) {
        try {
            SortedMap<String, String> files = change.of(folder, schedule, ids(history));
            ChangedFiles changed = ChangedFiles.between(folder, files);
            host.terminal().print(changed.diff());
            return changed;
        } catch (EditRefused refused) {
            throw new CommandRefused(ExitCode.INPUT_REFUSED, String.valueOf(refused.getMessage()), refused.help());
        }
    }

    private static String past(List<HistoryFinding> past, History history, RuleCorrection correction, boolean alone) {
        String compared =
                "compared with " + history.rulebook().hash() + " for the days before " + history.today() + ": ";
        if (past.isEmpty()) {
            return compared + "no past answer changes, so an activation needs no correction\n";
        }
        String changes = past.stream()
                .map(found -> "  " + found.finding().message()
                        + (found.example().isEmpty() ? "" : "\n    example: " + found.example()) + "\n")
                .collect(Collectors.joining());
        return compared + "past answers change\n" + changes
                + (alone
                        ? "who activates this says why, as its `correction`: " + correction.reason() + "\n"
                        : "other rules than " + correction.id() + " differ for past days: put them back first\n");
    }

    /** The ids that rules of the other rulebook have, which no new rule may get. */
    private static List<RuleId> ids(History history) {
        return history.rulebook().rules().stream().map(Rule::id).toList();
    }

    private Duration took() {
        return Duration.between(start, host.clock().instant());
    }

    private static String outcome(ChangedFiles changed, boolean written, boolean sound) {
        int files = changed.after().size();
        return written
                ? files + (files == 1 ? " file" : " files") + " written\n"
                : "nothing was written"
                        + (sound ? "\n" : "; `--force` writes it all the same, to mend the rest by hand\n");
    }

    private static RuleFolder folder(FolderReading reading) {
        try {
            return reading.orThrow();
        } catch (RulebookException unreadable) {
            throw OfflinePlacement.refused(unreadable);
        }
    }

    private boolean write(ChangedFiles changed, RuleSource.Folder rules, boolean sound) {
        if (!options.writes(sound)) {
            return false;
        }
        try {
            changed.write(rules.folder());
            return true;
        } catch (IOException failed) {
            throw new CommandRefused(
                    ExitCode.FAILED,
                    "the rule folder `" + rules.folder() + "` cannot be written: " + failed.getMessage(),
                    "");
        }
    }
}
