package io.centerline.application;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Edition;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsLevel;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which Centers hold the ten-digit numbers of a chapter, heading or subheading on a day.
 *
 * @param level what was asked for
 * @param edition the edition of the schedule that applies
 * @param numbers how many ten-digit numbers can be reported
 * @param withoutCenter how many of them belong to no Center
 * @param centers the Centers that hold some, in the order of their codes
 * @param description from the export the operator loaded; empty when none was loaded or it lacks the level
 * @param asOf the day
 * @param warnings what a caller should know of the level
 */
public record LevelAnswer(
        HtsLevel level,
        String edition,
        int numbers,
        int withoutCenter,
        List<Holding> centers,
        String description,
        LocalDate asOf,
        List<Issue> warnings) {
    public LevelAnswer {
        centers = List.copyOf(centers);
        warnings = List.copyOf(warnings);
    }

    /** Why its numbers have no Center; empty outside chapters 98 and 99. */
    public String note() {
        return level.digits().compareTo("98") >= 0 ? NumberAnswer.NO_VOTE : "";
    }

    /**
     * What one Center holds.
     *
     * @param center the Center
     * @param numbers how many numbers
     * @param rules the membership rules that say so, in the order of their ids
     * @param ranges where they are: ascending, with no number of another Center between the numbers of one range
     */
    public record Holding(Center center, int numbers, List<String> rules, List<Range> ranges) {
        public Holding {
            rules = List.copyOf(rules);
            ranges = List.copyOf(ranges);
        }
    }

    /**
     * Numbers that follow each other.
     *
     * @param from digits with which the first ones start, as few as tell them from the numbers of others
     * @param to the same of the last ones
     * @param numbers how many numbers
     */
    public record Range(String from, String to, int numbers) {}

    static LevelAnswer of(Edition edition, Schedule schedule, HtsLevel level, String description, LocalDate asOf) {
        Schedule applies = schedule.on(asOf);
        List<HtsNumber> numbers = applies.reportable(level.digits());
        List<@Nullable Classified> classified = new ArrayList<>(numbers.size());
        numbers.forEach(number -> classified.add(edition.classify(number)));
        Map<Center, List<Range>> ranges = new EnumMap<>(Center.class);
        Map<Center, SortedSet<String>> rules = new EnumMap<>(Center.class);
        int without = 0;
        int from = 0;
        for (int i = 0; i < numbers.size(); i++) {
            Classified each = classified.get(i);
            Center center = center(each);
            if (each != null) {
                rules.computeIfAbsent(each.center(), any -> new TreeSet<>())
                        .add(each.rule().id().text());
            }
            if (i + 1 < numbers.size() && center(classified.get(i + 1)) == center) {
                continue;
            }
            if (center == null) {
                without += i + 1 - from;
            } else {
                ranges.computeIfAbsent(center, any -> new ArrayList<>()).add(range(level, numbers, from, i));
            }
            from = i + 1;
        }
        List<Holding> centers = new ArrayList<>();
        ranges.forEach((center, held) -> centers.add(new Holding(
                center,
                held.stream().mapToInt(Range::numbers).sum(),
                List.copyOf(rules.getOrDefault(center, new TreeSet<>())),
                held)));
        return new LevelAnswer(
                level,
                applies.edition(),
                numbers.size(),
                without,
                centers,
                description,
                asOf,
                warnings(schedule, applies, level, asOf));
    }

    private static @Nullable Center center(@Nullable Classified classified) {
        return classified == null ? null : classified.center();
    }

    private static Range range(HtsLevel level, List<HtsNumber> numbers, int from, int to) {
        String before = from == 0 ? "" : numbers.get(from - 1).digits();
        String behind = to + 1 == numbers.size() ? "" : numbers.get(to + 1).digits();
        return new Range(
                shortest(level, numbers.get(from).digits(), before, behind),
                shortest(level, numbers.get(to).digits(), before, behind),
                to - from + 1);
    }

    /** The fewest digits of a number, at least those of the level, with which neither neighbor of its range starts. */
    private static String shortest(HtsLevel level, String digits, String before, String behind) {
        int length = level.digits().length();
        while (before.startsWith(digits.substring(0, length)) || behind.startsWith(digits.substring(0, length))) {
            length += 2;
        }
        return digits.substring(0, length);
    }

    private static List<Issue> warnings(Schedule schedule, Schedule applies, HtsLevel level, LocalDate asOf) {
        if (applies.isReportable(level.digits())) {
            return List.of();
        }
        String subject = "no number under `" + level.text() + "` ";
        if (!schedule.hasPrefix(level.digits())) {
            return List.of(new Issue(
                    IssueCode.HTS_UNKNOWN, "number", "`" + level.text() + "` is in " + schedule.noEdition(), ""));
        }
        boolean past = applies.hasPrefix(level.digits());
        return List.of(new Issue(
                past ? IssueCode.HTS_EXPIRED : IssueCode.HTS_OTHER_EDITION,
                "number",
                subject + (past ? "is any longer" : "is") + " in the schedule `" + applies.edition()
                        + "`, which applies on " + asOf,
                ""));
    }
}
