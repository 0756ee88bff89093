package io.centerline.cli;

import io.centerline.rulebook.EvaluatorsDisagree;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The command line: finds the command, runs it, and turns what happens into text and an exit code. */
public final class Program {
    private static final String OUT_OF_MEMORY = "error: the memory does not suffice for this input\n"
            + "help: give the program more, such as 2 GiB by `JAVA_OPTS=-Xmx2g`, or split the input\n";

    private final Host host;
    private final Runnable service;

    /**
     * The program.
     *
     * @param host the outside world
     * @param service starts the service; returns when it has ended
     */
    public Program(Host host, Runnable service) {
        this.host = host;
        this.service = service;
    }

    /** Runs the command that the arguments name and gives one of {@link ExitCode}. */
    public int run(String... args) {
        try {
            return execute(args);
        } catch (OutOfMemoryError exhausted) {
            // Nothing of the command is left that holds memory, so that there is room for a sentence.
            host.terminal().complain(OUT_OF_MEMORY);
            return ExitCode.FAILED;
        }
    }

    private int execute(String... args) {
        StringWriter help = new StringWriter();
        int code = commands(new PrintWriter(help)).execute(args);
        if (help.getBuffer().length() == 0) {
            return code;
        }
        try {
            host.terminal().print(help.toString());
            return code;
        } catch (OutputFailed failed) {
            return report(failed);
        }
    }

    private CommandLine commands(PrintWriter help) {
        CommandLine commands = new CommandLine(new RootCommand(service))
                .addSubcommand(new AuditCommand(host))
                .addSubcommand(new BenchDataCommand(host))
                .addSubcommand(new CheckCommand(host))
                .addSubcommand(new ColumnsCommand(host))
                .addSubcommand(new LspCommand(host))
                .addSubcommand(new PlaceCommand(host))
                .addSubcommand(new ImpactCommand(host))
                .addSubcommand(new ReplayCommand(host))
                .addSubcommand(new RunCommand(host))
                .addSubcommand(new CommandLine(new RulesCommand())
                        .addSubcommand(new CorrectCommand(host))
                        .addSubcommand(new EndCommand(host))
                        .addSubcommand(new ExceptCommand(host))
                        .addSubcommand(new FormatCommand(host))
                        .addSubcommand(new NextIdCommand(host))
                        .addSubcommand(new MoveCommand(host))
                        .addSubcommand(new PullCommand(host))
                        .addSubcommand(new SplitCommand(host))
                        .addSubcommand(new ThresholdCommand(host)))
                .addSubcommand(new CommandLine(new ScheduleCommand())
                        .addSubcommand(new AddEditionCommand(host))
                        .addSubcommand(new ListEditionsCommand(host))
                        .addSubcommand(new DiffEditionsCommand(host)))
                .addSubcommand(new ServeCommand(service))
                .addSubcommand(new VerifyCommand(host));
        describe(commands);
        return commands.setOut(help)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(Page.WIDTH)
                .setParameterExceptionHandler((misuse, args) -> {
                    host.terminal().complain(Misuse.explain(misuse));
                    return ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure));
    }

    private void describe(CommandLine command) {
        command.getSubcommands().values().forEach(this::describe);
        var spec = command.getCommandSpec();
        spec.mixinStandardHelpOptions(true).version("centerline " + host.version());
        spec.usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.MEANINGS)
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n");
    }

    private int report(Throwable failure) {
        if (failure instanceof CommandRefused refused) {
            host.terminal().complain(refused.render());
            return refused.exitCode();
        }
        if (failure instanceof OutputFailed output) {
            if (!output.readerLeft()) {
                host.terminal().complain("error: the output cannot be written: " + output.getMessage() + "\n");
            }
            return ExitCode.FAILED;
        }
        if (failure instanceof EvaluatorsDisagree) {
            host.terminal()
                    .complain("error: no decision: " + failure.getMessage() + "\nhelp: this is a fault of the program;"
                            + " please report it with these rules\n");
            return ExitCode.FAILED;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                host.terminal().complain(OUT_OF_MEMORY);
                return ExitCode.FAILED;
            }
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        host.terminal().complain("error: the program failed; please report this with the lines below\n" + trace);
        return ExitCode.FAILED;
    }
}
