package io.centerline.cli;

import io.centerline.cli.Page.Column;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.change.EditionDiff;
import io.centerline.rulebook.language.Origin;
import io.centerline.tariff.AddedEdition;
import io.centerline.tariff.Center;
import io.centerline.tariff.Schedule;
import io.centerline.text.Echo;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two editions of the schedule. */
@Command(
        name = "diff",
        description = {
            "Prints which ten-digit numbers one edition of the schedule has and another has not, and what that does to the"
                    + " numbers of each Center.",
            "",
            "Numbers of each edition belong to Centers by the rules of its first day, or of the first day that the rules"
                    + " cover. So numbers that both have can be of different Centers."
        })
final class DiffEditionsCommand implements Callable<Integer> {
    private static final List<Column> TABLE = List.of(
            Column.words("Center", 50),
            Column.figures("Before"),
            Column.figures("Added"),
            Column.figures("Dropped"),
            Column.figures("Came"),
            Column.figures("Went"),
            Column.figures("After"));

    private final Host host;

    @Parameters(paramLabel = "A", index = "0", description = "The name of an edition, as schedule list prints it.")
    private String first = "";

    @Parameters(paramLabel = "B", index = "1", description = "The name of another one.")
    private String second = "";

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The rule folder. Else CENTERLINE_RULES_DIR, else rules, else the rules of the program.")
    private @Nullable Path rules;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            converter = DayConverter.class,
            description = "Take the rules of this day for both editions.")
    private @Nullable LocalDate asOf;

    DiffEditionsCommand(Host host) {
        this.host = host;
    }

    private record Side(String name, Schedule schedule, LocalDate day) {}

    @Override
    public Integer call() {
        Schedule all = OfflinePlacement.schedule(host);
        Rulebook rulebook = RuleSource.of(rules, host).rulebook(Origin.NEW);
        LocalDate day = asOf;
        if (day != null && day.isBefore(rulebook.firstCoveredDay())) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED,
                    "`--as-of` " + day + " is before " + rulebook.firstCoveredDay() + ", the first day the rules cover",
                    "");
        }
        Side before = side(all, first, rulebook.firstCoveredDay());
        Side after = side(all, second, rulebook.firstCoveredDay());
        try {
            EditionDiff diff = EditionDiff.between(
                    before.schedule(), rulebook.edition(before.day()), after.schedule(), rulebook.edition(after.day()));
            host.terminal().print(text(before, after, diff));
            return ExitCode.DONE;
        } catch (RulebookException unsound) {
            throw OfflinePlacement.refused(unsound);
        }
    }

    private Side side(Schedule all, String name, LocalDate covered) {
        Schedule found = null;
        LocalDate from = all.ownFrom();
        if (name.equals(all.own().edition())) {
            found = all.own();
        }
        for (AddedEdition each : all.added()) {
            if (each.name().equals(name)) {
                found = each.schedule();
                from = each.from();
            }
        }
        if (found == null) {
            throw new CommandRefused(
                    ExitCode.INPUT_REFUSED,
                    "there is no edition " + Echo.of(name),
                    "these are loaded: " + String.join(", ", all.editions()));
        }
        LocalDate day = asOf;
        if (day == null) {
            day = from.isBefore(covered) ? covered : from;
        }
        return new Side(name, found, day);
    }

    private static String text(Side before, Side after, EditionDiff diff) {
        Page page = new Page()
                .field("Before", before.name() + ", by the rules of " + before.day())
                .field("After", after.name() + ", by the rules of " + after.day())
                .field(
                        "Numbers",
                        figure(diff.added().size()) + " added, "
                                + figure(diff.dropped().size()) + " dropped, "
                                + figure(diff.moved().size()) + " in both and of different Centers")
                .blank();
        List<List<String>> table = new ArrayList<>();
        for (EditionDiff.Balance each : diff.centers()) {
            table.add(List.of(
                    name(each.center()),
                    figure(each.before()),
                    figure(each.added()),
                    figure(each.dropped()),
                    figure(each.came()),
                    figure(each.went()),
                    figure(each.after())));
        }
        page.table(TABLE, table);
        numbers(page, "Added", diff.added());
        numbers(page, "Dropped", diff.dropped());
        if (!diff.moved().isEmpty()) {
            page.heading("Of different Centers");
            diff.moved()
                    .forEach(move -> page.paragraph(
                            "  ",
                            "  ",
                            move.number().text() + "  " + code(move.before()) + " to " + code(move.after())));
        }
        return page.toString();
    }

    private static void numbers(Page page, String title, List<EditionDiff.Held> numbers) {
        if (!numbers.isEmpty()) {
            page.heading(title);
            numbers.forEach(each -> page.paragraph("  ", "  ", each.number().text() + "  " + code(each.center())));
        }
    }

    private static String name(@Nullable Center center) {
        return center == null ? "none" : center.code() + " " + center.title();
    }

    private static String code(@Nullable Center center) {
        return center == null ? "none" : center.code();
    }

    private static String figure(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
