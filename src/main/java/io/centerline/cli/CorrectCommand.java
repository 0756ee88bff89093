package io.centerline.cli;

import io.centerline.check.edit.RuleCorrection;
import io.centerline.rulebook.edit.CorrectedRule;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Corrects a rule that was wrong from the start. */
@Command(
        name = "correct",
        description = {
            "Corrects a rule that was wrong from the start, which changes past answers.",
            "",
            "Its text is changed where it stands, under its id and on all its days; the reason stands above it. Cases that no"
                    + " longer hold are mended. The report says which past answers change: whoever activates the result must"
                    + " give that reason as its correction. What changes from a day on is no correction: `rules move` and the"
                    + " other commands begin a new rule."
        })
final class CorrectCommand implements Callable<Integer> {
    private final Host host;

    @Parameters(paramLabel = "ID", description = "The rule, such as MEM-0923.")
    private String id = "";

    @Option(
            names = "--on",
            paramLabel = "YYYY-MM-DD",
            converter = DayConverter.class,
            description = "Where the id stands for several rules: a day on which the one that is meant is in force.")
    private @Nullable LocalDate on;

    @Option(names = "--range", paramLabel = "RANGE", description = "The numbers that it should have claimed.")
    private @Nullable String range;

    @Option(names = "--to", paramLabel = "CENTER", description = "The Center that it should have named.")
    private @Nullable String center;

    @Option(names = "--citation", paramLabel = "TEXT", description = "The source that it should have cited.")
    private @Nullable String citation;

    @Option(names = "--standing", paramLabel = "STANDING", description = "What it really rests on.")
    private @Nullable String standing;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why the past is changed; a sentence for the comment above the rule.")
    private String reason = "";

    @Mixin
    private ChangedFolder options = new ChangedFolder();

    CorrectCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        if (range == null && center == null && citation == null && standing == null) {
            throw new CommandRefused(
                    ExitCode.USAGE,
                    "nothing says what to correct",
                    "name one or more of --range, --to, --citation and --standing");
        }
        CorrectedRule.Mends mends = new CorrectedRule.Mends(
                // The Center of a range is that of the rule or of --to, whatever it is read with.
                range == null ? null : MoveOptions.range(range, Center.values()[0]),
                center == null ? null : MoveOptions.center(center),
                citation,
                standing == null ? null : MoveOptions.standing(standing));
        return new RuleChangeRun(options, host).correct(new RuleCorrection(id, on, mends, reason));
    }
}
