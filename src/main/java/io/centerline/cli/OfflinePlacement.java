package io.centerline.cli;

import io.centerline.application.FilePlacements;
import io.centerline.decision.Contract;
import io.centerline.decision.Receipt;
import io.centerline.facts.DayRule;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Issue;
import io.centerline.impact.Impact;
import io.centerline.intake.Intake;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.JsonIntake;
import io.centerline.intake.rows.FileIntake;
import io.centerline.intake.rows.MappingRefused;
import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.rows.RowAccount;
import io.centerline.intake.rows.RowFile;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.RowOptions;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.placement.Siblings;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.change.RulebookDiff;
import io.centerline.rulebook.language.Origin;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Decides the cases of a file under the rulebook of a folder, without server or database. */
final class OfflinePlacement {
    /** A file on one's own disk is bounded by memory, not by a limit that protects a service. */
    static final IntakeLimits LIMITS = new IntakeLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final Schedule schedule;
    private final Rulebook rulebook;
    private final String version;

    private OfflinePlacement(Schedule schedule, Rulebook rulebook, String version) {
        this.schedule = schedule;
        this.rulebook = rulebook;
        this.version = version;
    }

    /**
     * Opens the schedule and the rules.
     *
     * @throws CommandRefused when the schedule is damaged or the rulebook is not sound
     */
    static OfflinePlacement open(RuleSource rules, Host host) {
        return new OfflinePlacement(schedule(host), rules.rulebook(Origin.NEW), host.version());
    }

    /**
     * The same with another rulebook of the same tariff.
     *
     * @throws CommandRefused when that rulebook is not sound
     */
    OfflinePlacement beside(Path candidate) {
        return new OfflinePlacement(
                schedule, rulebook(candidate, "name the folder whose rules might serve next", Origin.NEW), version);
    }

    /**
     * The tariff of the program with the editions that were added to it.
     *
     * @throws CommandRefused when one of them is damaged
     */
    static Schedule schedule(Host host) {
        try {
            return host.schedules().schedule();
        } catch (IllegalStateException | UncheckedIOException damaged) {
            throw new CommandRefused(ExitCode.RULES_REFUSED, String.valueOf(damaged.getMessage()), "");
        }
    }

    /**
     * The tariff of the program alone.
     *
     * @throws CommandRefused when it is damaged
     */
    static Schedule schedule() {
        try {
            return Schedule.load();
        } catch (IllegalStateException damaged) {
            throw new CommandRefused(ExitCode.RULES_REFUSED, String.valueOf(damaged.getMessage()), "");
        }
    }

    /**
     * The rulebook of a folder, or of a {@link RuleFile}.
     *
     * @param help what to do when there is neither
     * @param origin whether the rules are new or were stored once
     * @throws CommandRefused when it is not sound
     */
    static Rulebook rulebook(Path rules, String help, Origin origin) {
        boolean file = Files.isRegularFile(rules);
        if (!file && !Files.isDirectory(rules)) {
            throw new CommandRefused(ExitCode.RULES_REFUSED, "there is no rules folder `" + rules + "`", help);
        }
        try {
            return Rulebook.of(file ? RuleFile.read(rules).rules() : RuleFiles.read(rules), origin);
        } catch (RulebookException unsound) {
            throw refused(unsound);
        } catch (UncheckedIOException unreadable) {
            throw new CommandRefused(ExitCode.RULES_REFUSED, String.valueOf(unreadable.getMessage()), "");
        }
    }

    /** The refusal of a rulebook that is not sound. */
    static CommandRefused refused(RulebookException unsound) {
        return new CommandRefused(
                ExitCode.RULES_REFUSED, String.valueOf(unsound.getMessage()).stripTrailing(), "");
    }

    /**
     * The cases of a request in JSON.
     *
     * @throws CommandRefused with every issue of the file
     * @throws IOException when it cannot be read
     */
    List<Intake.Accepted> readRequest(InputFile file, LocalDate day) throws IOException {
        Intake intake = new JsonIntake(new HtsReader(schedule), schedule, rulebook.firstCoveredDay(), LIMITS)
                .read(file.readAll(), day);
        if (intake instanceof Intake.Refused refused) {
            throw refused(file.subject(), refused.issues());
        }
        return List.of((Intake.Accepted) intake);
    }

    /**
     * The cases of a file of rows.
     *
     * @param subject the file in a sentence
     * @param rejects takes the rows that are rejected
     * @throws CommandRefused with every issue of the file
     * @throws IOException when it cannot be read
     */
    FileIntake.Accepted readRows(String subject, RowFile file, RowOptions options, LocalDate day, RejectedRows rejects)
            throws IOException {
        FileIntake intake;
        try {
            intake = new RowIntake(new HtsReader(schedule), schedule, rulebook.firstCoveredDay(), LIMITS)
                    .read(file, options, day, rejects);
        } catch (MappingRefused misfit) {
            throw new CommandRefused(ExitCode.INPUT_REFUSED, subject + ": " + misfit.getMessage(), misfit.help());
        }
        if (intake instanceof FileIntake.Refused refused) {
            throw refused(subject, refused.issues());
        }
        return (FileIntake.Accepted) intake;
    }

    private static CommandRefused refused(String subject, List<Issue> issues) {
        return new CommandRefused(ExitCode.INPUT_REFUSED, IssueText.all(subject, issues), "");
    }

    /** How many rows of a file stand in lines that do not vote, by reason. */
    Map<NotCountedReason, Long> rowsNotVoting(List<Intake.Accepted> cases, RowAccount account) {
        return FilePlacements.rowsNotVoting(new Placement(rulebook), cases, account);
    }

    /** Decides cases of one file, and compares siblings among them. */
    List<Decision> decide(List<Intake.Accepted> cases, Explain explain) {
        Placement placement = new Placement(rulebook);
        try {
            return Siblings.compare(cases.stream()
                    .map(accepted -> placement.decide(accepted.facts(), accepted.warnings(), explain))
                    .toList());
        } catch (RulebookException unsound) {
            throw refused(unsound);
        }
    }

    /** What another rulebook would do to cases that were read here; a case must lie in days both cover. */
    Impact impact(OfflinePlacement candidate, List<Intake.Accepted> cases) {
        LocalDate covered = candidate.rulebook.firstCoveredDay();
        for (Intake.Accepted each : cases) {
            if (each.facts().asOf().isBefore(covered)) {
                Issue issue = DayRule.beforeCoverage(
                        "", "the as-of date `" + each.facts().asOf() + "`", covered, "the candidate covers");
                throw new CommandRefused(ExitCode.INPUT_REFUSED, issue.message(), issue.help());
            }
        }
        try {
            return Impact.of(rulebook, candidate.rulebook, cases);
        } catch (RulebookException unsound) {
            throw refused(unsound);
        }
    }

    /** How another rulebook differs. */
    RulebookDiff diff(OfflinePlacement candidate) {
        return RulebookDiff.between(rulebook, candidate.rulebook, schedule);
    }

    /** The receipt of a decision nobody records. */
    Receipt receipt(Decision decision, Instant decidedAt) {
        return new Receipt(
                null,
                decision.rulebook(),
                FactsJson.hash(decision.facts()),
                schedule.edition(),
                version,
                Contract.CURRENT,
                decision.facts().asOf(),
                decidedAt);
    }
}
