package io.centerline.cli;

import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.Origin;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What decisions are decided again under. */
final class ReplayOptions {
    @Option(
            names = "--rules",
            paramLabel = "RULES",
            description =
                    "A rulebook that receipts name: its folder, or the zip or JSON of GET /v1/rulebooks/{hash}; once for"
                            + " each. Else CENTERLINE_RULES_DIR, else rules, else the rules of the program.")
    private List<Path> rules = new ArrayList<>();

    @Option(
            names = "--schedule",
            paramLabel = "FILE",
            description =
                    "A schedule that receipts name, as GET /v1/schedules/{edition} gives it; once for each. The program's "
                            + "own is always there, and so is the one it makes with the editions added here.")
    private List<String> scheduleFiles = new ArrayList<>();

    /** Whether rules are named rather than found. */
    boolean nameRules() {
        return !rules.isEmpty();
    }

    /**
     * The rulebooks by their hash.
     *
     * @throws CommandRefused when one is not there or not sound
     */
    Map<String, Rulebook> rulebooks(Host host) {
        List<RuleSource> sources = rules.isEmpty()
                ? List.of(RuleSource.of(null, host))
                : rules.stream().map(named -> RuleSource.of(named, host)).toList();
        Map<String, Rulebook> rulebooks = new LinkedHashMap<>();
        for (RuleSource source : sources) {
            Rulebook rulebook = source.rulebook(Origin.STORED);
            rulebooks.put(rulebook.hash(), rulebook);
        }
        return rulebooks;
    }

    /**
     * The schedules by their edition.
     *
     * @throws CommandRefused when one cannot be read
     */
    Map<String, Schedule> schedules(Host host) {
        Map<String, Schedule> schedules = new LinkedHashMap<>();
        for (String name : scheduleFiles) {
            Schedule schedule = schedule(name, host.terminal());
            schedules.put(schedule.edition(), schedule);
        }
        Schedule here = OfflinePlacement.schedule(host);
        schedules.putIfAbsent(here.edition(), here);
        schedules.putIfAbsent(here.own().edition(), here.own());
        return schedules;
    }

    private static Schedule schedule(String name, Terminal terminal) {
        try (InputFile file = InputFile.of(name, terminal)) {
            file.check();
            file.checkText();
            return schedule(file.subject(), file.readAll());
        } catch (IOException failed) {
            throw InputFile.unreadable(name, failed);
        }
    }

    /**
     * Reads a schedule.
     *
     * @param subject where it comes from, in a sentence
     * @throws CommandRefused when it is none
     */
    static Schedule schedule(String subject, byte[] text) {
        try {
            return Schedule.of(text);
        } catch (IllegalStateException damaged) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED,
                    subject + " is no schedule: " + damaged.getMessage(),
                    "download it again from `GET /v1/schedules/{edition}`");
        }
    }
}
