package io.centerline.cli;

import io.centerline.rulebook.edit.EditRefused;
import io.centerline.rulebook.edit.RangeMove;
import io.centerline.rulebook.edit.RangeText;
import io.centerline.rulebook.evidence.SourceKind;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Standing;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which numbers a Center gets, and on what that rests. */
final class MoveOptions {
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

    /**
     * The move from a day on.
     *
     * @throws CommandRefused when something named is not what it should be
     */
    RangeMove move(LocalDate from) {
        NumberRange numbers = range(range, center(center));
        return new RangeMove(numbers, from, citation, standing(), goods, reason, source());
    }

    /** The Center of a code. */
    static Center center(String code) {
        return Center.findByCode(code)
                .orElseThrow(() -> new CommandRefused(
                        ExitCode.USAGE, "`" + code + "` is no Center", "write one of CEE001 to CEE010"));
    }

    /** The numbers that a text names. */
    static NumberRange range(String text, Center center) {
        try {
            return RangeText.read(text, center);
        } catch (EditRefused unread) {
            throw new CommandRefused(ExitCode.USAGE, String.valueOf(unread.getMessage()), unread.help());
        }
    }

    /** The standing that a text names. */
    static Standing standing(String text) {
        return Standing.find(text)
                .orElseThrow(() -> new CommandRefused(
                        ExitCode.USAGE,
                        "`" + text + "` is no standing",
                        "write one of "
                                + Arrays.stream(Standing.values())
                                        .map(Standing::text)
                                        .collect(Collectors.joining(", "))));
    }

    private Standing standing() {
        if (standing == null) {
            return kind != null && kind.isPublished() ? Standing.FOUND : Standing.INFERRED_LOW;
        }
        return standing(standing);
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
