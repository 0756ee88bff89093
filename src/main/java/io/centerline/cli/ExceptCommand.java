package io.centerline.cli;

import io.centerline.rulebook.edit.RangeException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives a part of a coarser rule's range to another Center. */
@Command(
        name = "except",
        description = {
            "Gives numbers within the range of a coarser rule to another Center from a day on.",
            "",
            "The coarser rule goes on; the exception is a rule of a deeper level, with a comment that names the rule it"
                    + " departs from. Where no coarser rule has the numbers, nothing is changed: `rules move` ends or cuts"
                    + " the rules that have them."
        })
final class ExceptCommand implements Callable<Integer> {
    private final Host host;

    @Mixin
    private MoveOptions numbers = new MoveOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    ExceptCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        return new RuleChangeRun(options.folder(), host).run(new RangeException(numbers.move(options.from())));
    }
}
