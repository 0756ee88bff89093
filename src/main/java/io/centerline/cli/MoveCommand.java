package io.centerline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Moves a range of the tariff to another Center. */
@Command(
        name = "move",
        description = {
            "Moves a range of the tariff to another Center from a day on.",
            "",
            "The rules that have the numbers end the day before. What they have beside them goes on under new ids. The"
                    + " Center gets a rule under its next free id; cases stand on both sides of the day. Everything else"
                    + " stays byte for byte. The diff is printed, and then what the check of the result says."
        })
final class MoveCommand implements Callable<Integer> {
    private final Host host;

    @Mixin
    private MoveOptions numbers = new MoveOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    MoveCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        return new RuleChangeRun(options.folder(), host).run(numbers.move(options.from()));
    }
}
