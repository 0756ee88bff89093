package io.centerline.cli;

import io.centerline.rulebook.edit.RuleSplit;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.tariff.Center;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Cuts a membership rule into parts. */
@Command(
        name = "split",
        description = {
            "Cuts a membership rule into parts from a day on, so that each can change by itself.",
            "",
            "The rule ends the day before. Each part goes on under an id of its own, with the citation and the standing of"
                    + " the rule. No number moves."
        })
final class SplitCommand implements Callable<Integer> {
    private final Host host;

    @Parameters(index = "0", paramLabel = "ID", description = "The rule, such as MEM-0923.")
    private String id = "";

    @Parameters(
            index = "1..*",
            arity = "2..*",
            paramLabel = "PART",
            description = "Its parts in order, such as 4001-4009 4010.")
    private List<String> parts = List.of();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    SplitCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        // The Center is that of the rule, whatever the parts are read with.
        List<NumberRange> ranges = parts.stream()
                .map(part -> MoveOptions.range(part, Center.values()[0]))
                .toList();
        return new RuleChangeRun(options.folder(), host).run(new RuleSplit(id, options.from(), ranges));
    }
}
