package io.centerline.application;

import io.centerline.facts.Activity;
import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Firing;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.evidence.Support;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Standing;
import io.centerline.rulebook.vocabulary.AccountStatus;
import io.centerline.rulebook.vocabulary.Handling;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory of the ten Centers: what each has of the tariff on a day, what that rests on, and who handles what. */
@Singleton
public final class CenterDirectory {
    private final Schedule schedule;

    CenterDirectory(Schedule schedule) {
        this.schedule = schedule;
    }

    /**
     * The Centers of a day.
     *
     * @param asOf the day
     * @param reportable how many ten-digit numbers of the schedule are in force, with a Center or without
     * @param centers in the order of their codes
     * @param handlings who handles each activity after release, in the order of activities; none before the first such rule
     */
    public record Listing(LocalDate asOf, int reportable, List<Entry> centers, List<ActivityHandling> handlings) {
        public Listing {
            centers = List.copyOf(centers);
            handlings = List.copyOf(handlings);
        }
    }

    /**
     * One Center.
     *
     * @param center which one
     * @param rules the membership rules that give it numbers, in the order of the numbers
     * @param numbers how many ten-digit numbers in force belong to it
     * @param standings how many of them by the standing of their rule, the strongest first
     * @param evidence what its numbers rest on, the strongest first; null where the rulebook has no evidence
     */
    public record Entry(
            Center center,
            List<Rule> rules,
            long numbers,
            Map<Standing, Long> standings,
            @Nullable List<Support.Row> evidence) {}

    /**
     * The directory of a day.
     *
     * @param rulebook covers the day
     */
    public Listing on(Rulebook rulebook, LocalDate day) {
        Edition edition = rulebook.edition(day);
        Schedule applies = schedule.on(day);
        List<HtsNumber> reportable = applies.reportable("");
        Map<Center, Map<Standing, Long>> numbers = numbers(edition, reportable);
        Support support = edition.evidence().isEmpty()
                ? null
                : Support.of(edition.evidence(), applies, day, number -> center(edition, number));
        List<Entry> centers = Arrays.stream(Center.values())
                .map(center -> entry(edition, center, numbers.getOrDefault(center, Map.of()), support))
                .toList();
        List<ActivityHandling> handlings = Arrays.stream(Activity.values())
                .flatMap(activity -> handlings(edition, activity))
                .toList();
        return new Listing(day, reportable.size(), centers, handlings);
    }

    private static Entry entry(
            Edition edition, Center center, Map<Standing, Long> standings, @Nullable Support support) {
        return new Entry(
                center,
                rules(edition, center),
                standings.values().stream().mapToLong(Long::longValue).sum(),
                standings,
                support == null
                        ? null
                        : support.rows().stream()
                                .filter(row -> row.center() == center)
                                .toList());
    }

    private static Map<Center, Map<Standing, Long>> numbers(Edition edition, List<HtsNumber> reportable) {
        Map<Center, Map<Standing, Long>> numbers = new EnumMap<>(Center.class);
        for (HtsNumber number : reportable) {
            Classified classified = edition.classify(number);
            if (classified != null) {
                numbers.computeIfAbsent(classified.center(), center -> new EnumMap<>(Standing.class))
                        .merge(classified.rule().standing(), 1L, Long::sum);
            }
        }
        return numbers;
    }

    private static @Nullable Center center(Edition edition, HtsNumber number) {
        Classified classified = edition.classify(number);
        return classified == null ? null : classified.center();
    }

    private static List<Rule> rules(Edition edition, Center center) {
        return edition.membershipRules().stream()
                .filter(rule -> rule.range().orElseThrow().center() == center)
                .sorted(Comparator.comparing(CenterDirectory::first))
                .toList();
    }

    /** The first prefix that a membership rule gives to its Center, 2 to 8 digits. */
    public static String first(Rule rule) {
        return HtsNumber.prefixText(
                rule.range().orElseThrow().from(), rule.range().orElseThrow().digits());
    }

    /** The last prefix that a membership rule gives to its Center. */
    public static String last(Rule rule) {
        return HtsNumber.prefixText(
                rule.range().orElseThrow().to(), rule.range().orElseThrow().digits());
    }

    private static Stream<ActivityHandling> handlings(Edition edition, Activity activity) {
        Map<Firing, List<AccountStatus>> accounts = new LinkedHashMap<>();
        for (AccountStatus account : AccountStatus.values()) {
            edition.handling(activity, account)
                    .ifPresent(handling -> accounts.computeIfAbsent(handling, key -> new ArrayList<>())
                            .add(account));
        }
        return accounts.entrySet().stream()
                .map(entry -> new ActivityHandling(
                        activity,
                        entry.getValue(),
                        ((Handling) entry.getKey().conclusion()).office(),
                        entry.getKey().rule()));
    }
}
