package io.centerline.cli;

import io.centerline.check.CheckReport;
import io.centerline.check.History;
import io.centerline.check.ReportJson;
import io.centerline.check.RulebookCheck;
import io.centerline.check.Sarif;
import io.centerline.rulebook.FolderReading;
import io.centerline.rulebook.SettledFolder;
import io.centerline.rulebook.SourceLimits;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a rule folder: read, check, print; with {@code --watch} again after every change. */
@Command(
        name = "check",
        description = {
            "Checks a rule folder: its language, its coverage of every number, its cases and its scenarios.",
            "",
            "Every finding names file, line and column. The exit code is 0 when the rulebook may serve and 3 when it "
                    + "may not.",
            "",
            "With --against it also proves that history is not edited: over every number, every earlier day and every "
                    + "threshold."
        })
final class CheckCommand implements Callable<Integer> {
    private static final Duration QUIET = Duration.ofMillis(200);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Host host;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "The rule folder; else CENTERLINE_RULES_DIR, else rules, else those of the program.")
    private @Nullable Path folder;

    @Option(
            names = "--format",
            paramLabel = "text|json|sarif",
            description = "How to print the report: for people, as one JSON document, or as SARIF 2.1.0.")
    private CheckFormat format = CheckFormat.TEXT;

    @Option(names = "--strict", description = "Refuse the rulebook for warnings too.")
    private boolean strict;

    @Mixin
    private ComparedRules compared = new ComparedRules();

    @Option(names = "--watch", description = "Check again whenever a file has been saved; ends with Ctrl-C.")
    private boolean watch;

    CheckCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        RuleSource rules = RuleSource.of(folder, host);
        Instant start = host.clock().instant();
        History history = history(start);
        RulebookCheck check = new RulebookCheck(OfflinePlacement.schedule());
        if (!watch) {
            return print(check(check, rules.read(), history), rules, history, start);
        }
        try {
            return watch(check, rules, history);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return ExitCode.DONE;
        }
    }

    private @Nullable History history(Instant start) {
        if (!compared.isNamed() && compared.asOf() != null) {
            throw new CommandRefused(
                    ExitCode.USAGE,
                    "`--as-of` says from which day on rules may differ from those of `--against`, which is not given",
                    "name the rules to compare with, or leave out --as-of");
        }
        return compared.history(start, host);
    }

    private int watch(RulebookCheck check, RuleSource rules, @Nullable History history) throws InterruptedException {
        SettledFolder settled = new SettledFolder(rules.folder(), SourceLimits.DEFAULT, QUIET);
        while (true) {
            Optional<FolderReading> reading = settled.poll();
            if (reading.isPresent()) {
                Instant start = host.clock().instant();
                print(check(check, reading.get(), history), rules, history, start);
                if (format == CheckFormat.TEXT) {
                    host.terminal().print("watching `" + rules.folder() + "`; end with Ctrl-C\n\n");
                }
            }
            Thread.sleep(GLANCE.toMillis());
        }
    }

    private static CheckReport check(RulebookCheck check, FolderReading reading, @Nullable History history) {
        return reading instanceof FolderReading.Readable readable
                ? check.check(readable.folder(), history)
                : CheckReport.unreadable(((FolderReading.Unreadable) reading).findings());
    }

    private int print(CheckReport report, RuleSource rules, @Nullable History history, Instant start) {
        Duration took = Duration.between(start, host.clock().instant());
        switch (format) {
            case TEXT -> host.terminal().print(rules.note() + CheckText.of(report, history, strict, took, rules::path));
            case JSON -> line(ReportJson.write(report, rules::path));
            case SARIF -> line(Sarif.write(report, host.version(), rules::path));
        }
        return CheckText.passes(report, strict) ? ExitCode.DONE : ExitCode.RULES_REFUSED;
    }

    private void line(byte[] document) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(document);
        line.write('\n');
        host.terminal().print(line.toByteArray());
    }
}
