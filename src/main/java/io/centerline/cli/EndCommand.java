package io.centerline.cli;

import io.centerline.rulebook.edit.RuleEnd;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends a membership rule whose numbers coarser rules claim too. */
@Command(
        name = "end",
        description = {
            "Ends a membership rule the day before a day.",
            "",
            "Its numbers fall to the rules of coarser levels. When some would be in no Center, nothing is changed:"
                    + " `rules move` gives them to another one."
        })
final class EndCommand implements Callable<Integer> {
    private final Host host;

    @Parameters(paramLabel = "ID", description = "The rule, such as MEM-0112.")
    private String id = "";

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    EndCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        return new RuleChangeRun(options.folder(), host).run(new RuleEnd(id, options.from()));
    }
}
