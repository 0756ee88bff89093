package io.centerline.cli;

import io.centerline.check.edit.ThresholdChange;
import io.centerline.rulebook.edit.ThresholdRules;
import java.math.BigDecimal;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes the number that a rule compares with. */
@Command(
        name = "threshold",
        description = {
            "Changes the number that a rule of counting, placement or routing compares with, from a day on.",
            "",
            "The rule ends the day before. The next one has the number in its condition, its sentence and its name, under the"
                    + " next free id. Its case fires on one side of the number and nearly fires on the other; the old rule"
                    + " gets one on both sides of the day."
        })
final class ThresholdCommand implements Callable<Integer> {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,15})?(\\s?%)?");
    private final Host host;

    @Parameters(index = "0", paramLabel = "ID", description = "The rule, such as PRE-005.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "NUMBER", description = "The new number: 8, 0.6 or 60%%.")
    private String number = "";

    @Option(
            names = "--of",
            paramLabel = "FIELD",
            description = "Of several numbers, the one that this field is compared with.")
    private @Nullable String field;

    @Option(names = "--was", paramLabel = "NUMBER", description = "Of several numbers, the one to change.")
    private @Nullable String was;

    @Mixin
    private GroundsOptions grounds = new GroundsOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    ThresholdCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        ThresholdRules.Which which = new ThresholdRules.Which(id, field, was == null ? null : number(was));
        return new RuleChangeRun(options.folder(), host)
                .run(new ThresholdChange(which, number(number), options.from(), grounds.grounds()));
    }

    /** A number as a person writes it. */
    private static BigDecimal number(String text) {
        if (!NUMBER.matcher(text.strip()).matches()) {
            throw new CommandRefused(ExitCode.USAGE, "`" + text + "` is no number", "write for example 8, 0.6 or 60%");
        }
        BigDecimal number = new BigDecimal(text.replace("%", "").strip());
        return text.contains("%") ? number.movePointLeft(2) : number;
    }
}
