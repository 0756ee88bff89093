package io.centerline.boot;

import io.centerline.application.ActivationLimit;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.store.embedded.EmbeddedStore;
import io.centerline.tariff.Descriptions;
import io.centerline.tariff.ScheduleFileException;
import io.centerline.tariff.ScheduleFolder;
import io.centerline.text.Echo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Looks at what the service needs before anything starts, so that a fault is told in a sentence and nothing is left. */
public final class StartCheck {
    private static final String RULES = "centerline.rules.dir";
    private static final String SCHEDULE = "centerline.schedule.file";
    private static final String EDITIONS = "centerline.schedules.dir";

    private static final Pattern SHARE = Pattern.compile("0?\\.[0-9]{1,9}|0|1(\\.0{1,9})?");

    private StartCheck() {}

    /**
     * Looks at the limit for open files, the address to listen on, the schedule file and the editions that were added; also at
     * the rules when there is no store yet that could hold others that were activated.
     *
     * @throws StartRefused with every finding, when the service must not start
     */
    public static void run(Config config) throws StartRefused {
        OpenFiles.check();
        ListenAddress.check(config);
        SettingCheck.run(config);
        limit(config.getOptionalValue(ActivationLimit.SETTING, String.class).orElse("0.01"));
        if (EmbeddedStore.isYetToBeMade(config)) {
            rules(config.getOptionalValue(RULES, String.class).orElse("rules"));
        }
        editions(config.getOptionalValue(EDITIONS, String.class).orElse("schedules"));
        Optional<String> schedule = config.getOptionalValue(SCHEDULE, String.class);
        if (schedule.isPresent()) {
            schedule(schedule.get());
        }
    }

    private static void limit(String share) throws StartRefused {
        if (!SHARE.matcher(share).matches()) {
            throw new StartRefused(
                    StartRefused.SETTINGS,
                    ActivationLimit.SETTING + " is " + Echo.of(share) + ", which is no share from 0 to 1",
                    "write for example `0.01` for 1 %");
        }
    }

    private static void rules(String folder) throws StartRefused {
        try {
            Rulebook.read(Path.of(folder));
        } catch (RulebookException faulty) {
            throw refused(String.valueOf(faulty.getMessage()), "");
        } catch (UncheckedIOException unreadable) {
            throw refused(
                    "the rule folder `" + folder + "` cannot be read",
                    "point " + RULES + " at the folder of the rules");
        }
    }

    private static void editions(String folder) throws StartRefused {
        try {
            new ScheduleFolder(Path.of(folder)).schedule();
        } catch (IllegalStateException | UncheckedIOException faulty) {
            throw refused(
                    String.valueOf(faulty.getMessage()),
                    EDITIONS + " names the folder of the editions that were added");
        }
    }

    private static void schedule(String file) throws StartRefused {
        try {
            Descriptions.read(Path.of(file));
        } catch (ScheduleFileException faulty) {
            throw refused(
                    String.valueOf(faulty.getMessage()), "export the schedule again, or leave " + SCHEDULE + " out");
        } catch (IOException unreadable) {
            throw refused(
                    "the schedule file `" + file + "` cannot be read",
                    "point " + SCHEDULE + " at an HTSUS export in CSV, or leave it out");
        }
    }

    private static StartRefused refused(String message, String help) {
        return new StartRefused(StartRefused.SOURCES, message, help);
    }
}
