package io.centerline.cli;

import io.centerline.rulebook.edit.RangeMove;
import io.centerline.rulebook.edit.RangeMoves;
import io.centerline.rulebook.evidence.SourceKind;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Standing;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
    private static final Pattern RANGE = Pattern.compile("([0-9][0-9.]*)(?:-([0-9][0-9.]*))?");
    private static final List<Integer> LEVELS = List.of(2, 4, 6, 8);

    private final Host host;

    @Parameters(
            paramLabel = "RANGE",
            description =
                    "A chapter, heading, subheading or rate line, or the first and last: 8715, 8501-8503, 4015.12.")
    private String range = "";

    @Option(names = "--to", required = true, paramLabel = "CENTER", description = "The Center, such as CEE003.")
    private String center = "";

    @Option(names = "--citation", required = true, paramLabel = "TEXT", description = "The source, in short.")
    private String citation = "";

    @Option(
            names = "--standing",
            paramLabel = "STANDING",
            description = "What the change rests on: found, inferred:high, inferred:medium or inferred:low. Default: "
                    + "found with --evidence of kind LIST or NOTICE, else inferred:low.")
    private @Nullable String standing;

    @Option(
            names = "--goods",
            paramLabel = "TEXT",
            description = "What the goods are called in the name of the new rule; else as in the rule that had them.")
    private @Nullable String goods;

    @Option(
            names = "--evidence",
            paramLabel = "TEXT",
            description = "What the source says, in your own words; it is written into evidence.yaml.")
    private @Nullable String evidence;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "With --evidence: the kind of source, such as LIST or NOTICE.")
    private @Nullable SourceKind kind;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            converter = DayConverter.class,
            description = "With --evidence: the day of the source.")
    private @Nullable LocalDate date;

    @Option(names = "--reason", paramLabel = "TEXT", description = "A sentence for the comment above the new rule.")
    private String reason = "";

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    MoveCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Center to = Center.findByCode(center)
                .orElseThrow(() -> new CommandRefused(
                        ExitCode.USAGE, "`" + center + "` is no Center", "write one of CEE001 to CEE010"));
        RangeMove move = new RangeMove(range(range, to), options.from(), citation, standing(), goods, reason, source());
        return new RuleChangeRun(options, host)
                .run((folder, schedule) -> RangeMoves.moved(folder, schedule, List.of(), move));
    }

    /** The numbers that a text names. */
    static NumberRange range(String text, Center center) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            String first = range.group(1).replace(".", "");
            String last = range.group(2) == null ? first : range.group(2).replace(".", "");
            boolean known = LEVELS.contains(first.length()) && last.length() == first.length();
            if (known && first.compareTo(last) <= 0 && isOfGoods(first) && isOfGoods(last)) {
                return new NumberRange(first.length(), Integer.parseInt(first), Integer.parseInt(last), center);
            }
        }
        throw new CommandRefused(
                ExitCode.USAGE,
                "`" + text + "` is no range of the tariff",
                "write a chapter, heading, subheading or rate line of chapters 01 to 97, or the first and last of one"
                        + " level: 8715, 8501-8503, 4015.12");
    }

    private static boolean isOfGoods(String prefix) {
        int chapter = Integer.parseInt(prefix.substring(0, 2));
        return chapter >= 1 && chapter <= 97 && chapter != 77;
    }

    private Standing standing() {
        if (standing == null) {
            return kind != null && kind.isPublished() ? Standing.FOUND : Standing.INFERRED_LOW;
        }
        return Standing.find(standing)
                .orElseThrow(() -> new CommandRefused(
                        ExitCode.USAGE,
                        "`" + standing + "` is no standing",
                        "write one of "
                                + Arrays.stream(Standing.values())
                                        .map(Standing::text)
                                        .collect(Collectors.joining(", "))));
    }

    private RangeMove.@Nullable Source source() {
        if (evidence == null && kind == null && date == null) {
            return null;
        }
        if (evidence == null || kind == null || date == null) {
            throw new CommandRefused(
                    ExitCode.USAGE,
                    "evidence has what the source says, its kind and its day, and one of them is missing",
                    "give --evidence, --kind and --date together");
        }
        return new RangeMove.Source(kind.name(), date, evidence);
    }
}
