package io.centerline.application;

import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Standing;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import io.centerline.tariff.Section;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The whole tariff at a glance: which Center each heading belongs to on a day, under which rules. The last few maps are kept. Thread-safe. */
@Singleton
public final class TariffMap {
    private static final int KEPT = 16;
    private static final int HEADING = 4;

    private final Schedule schedule;
    private final Map<Key, List<Part>> kept = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Part>> eldest) {
            return size() > KEPT;
        }
    });

    TariffMap(Schedule schedule) {
        this.schedule = schedule;
    }

    /** What a map depends on: the rules, the days on which the same ones are in force, and the numbers of the schedule. */
    private record Key(String rulebook, LocalDate from, String schedule) {}

    /**
     * A section of the HTSUS.
     *
     * @param section which
     * @param chapters ascending; one without numbers is left out
     */
    public record Part(Section section, List<Chapter> chapters) {
        public Part {
            chapters = List.copyOf(chapters);
        }
    }

    /**
     * A chapter.
     *
     * @param chapter two digits
     * @param headings ascending
     */
    public record Chapter(String chapter, List<Heading> headings) {
        public Chapter {
            headings = List.copyOf(headings);
        }
    }

    /**
     * A heading.
     *
     * @param heading four digits
     * @param shares what each Center has of it, the largest first; none for special provisions
     */
    public record Heading(String heading, List<Share> shares) {
        public Heading {
            shares = List.copyOf(shares);
        }

        /** The Center with most of its numbers; null when none has any. */
        public @Nullable Center center() {
            return shares.isEmpty() ? null : shares.get(0).center();
        }
    }

    /**
     * What a Center has of a heading.
     *
     * @param center the Center
     * @param numbers how many ten-digit numbers, at least 1
     * @param rules the rules that say so, the one with most numbers first
     */
    public record Share(Center center, int numbers, List<Rule> rules) {
        public Share {
            rules = List.copyOf(rules);
        }

        /** The weakest standing among its rules. */
        public Standing standing() {
            return rules.stream()
                    .map(Rule::standing)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /**
     * The map of a day.
     *
     * @param rulebook covers the day
     */
    public List<Part> on(Rulebook rulebook, LocalDate day) {
        Edition edition = rulebook.edition(day);
        Schedule applies = schedule.on(day);
        Key key = new Key(rulebook.hash(), edition.days().from(), applies.edition());
        List<Part> known = kept.get(key);
        if (known != null) {
            return known;
        }
        List<Part> drawn = draw(edition, applies);
        kept.put(key, drawn);
        return drawn;
    }

    /**
     * A ten-digit number and who has it.
     *
     * @param number the number
     * @param classified its Center and rule; null when no rule claims it
     */
    public record Numbered(HtsNumber number, @Nullable Classified classified) {}

    /**
     * The ten-digit numbers in force on a day that begin with some digits, ascending.
     *
     * @param rulebook covers the day
     */
    public List<Numbered> numbers(Rulebook rulebook, String digits, LocalDate day) {
        Edition edition = rulebook.edition(day);
        return schedule.on(day).reportable(digits).stream()
                .map(number -> new Numbered(number, edition.classify(number)))
                .toList();
    }

    private static List<Part> draw(Edition edition, Schedule schedule) {
        SortedMap<String, Map<Rule, Integer>> headings = new TreeMap<>();
        for (HtsNumber number : schedule.reportable("")) {
            Map<Rule, Integer> rules =
                    headings.computeIfAbsent(number.digits().substring(0, HEADING), heading -> new LinkedHashMap<>());
            Classified classified = edition.classify(number);
            if (classified != null) {
                rules.merge(classified.rule(), 1, Integer::sum);
            }
        }
        return Arrays.stream(Section.values())
                .map(section -> new Part(
                        section,
                        section.chapters().stream()
                                .map(chapter -> chapter(HtsNumber.prefixText(chapter, 2), headings))
                                .filter(chapter -> !chapter.headings().isEmpty())
                                .toList()))
                .filter(part -> !part.chapters().isEmpty())
                .toList();
    }

    private static Chapter chapter(String chapter, SortedMap<String, Map<Rule, Integer>> headings) {
        List<Heading> within = new ArrayList<>();
        headings.subMap(chapter, chapter + ":")
                .forEach((heading, rules) -> within.add(new Heading(heading, shares(rules))));
        return new Chapter(chapter, within);
    }

    private static List<Share> shares(Map<Rule, Integer> rules) {
        Map<Center, List<Map.Entry<Rule, Integer>>> centers = new TreeMap<>();
        rules.entrySet()
                .forEach(each -> centers.computeIfAbsent(
                                each.getKey().range().orElseThrow().center(), center -> new ArrayList<>())
                        .add(each));
        List<Share> shares = new ArrayList<>();
        centers.forEach((center, each) -> shares.add(new Share(
                center,
                each.stream().mapToInt(Map.Entry::getValue).sum(),
                each.stream()
                        .sorted(Map.Entry.<Rule, Integer>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .toList())));
        shares.sort(Comparator.comparingInt(Share::numbers).reversed());
        return shares;
    }
}
