package io.centerline.check;

import io.centerline.facts.Account;
import io.centerline.facts.Activity;
import io.centerline.facts.Appeal;
import io.centerline.facts.AppealStatus;
import io.centerline.facts.ArticleSet;
import io.centerline.facts.Direction;
import io.centerline.facts.Evidence;
import io.centerline.facts.Factor;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.Role;
import io.centerline.rulebook.language.Stage;
import io.centerline.rulebook.vocabulary.AccountStatus;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Case;
import io.centerline.rulebook.vocabulary.Goods;
import io.centerline.rulebook.vocabulary.LineShape;
import io.centerline.rulebook.vocabulary.Matter;
import io.centerline.rulebook.vocabulary.OnFile;
import io.centerline.rulebook.vocabulary.Predominant;
import io.centerline.rulebook.vocabulary.Repetition;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.rulebook.vocabulary.Timing;
import io.centerline.rulebook.vocabulary.Totals;
import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Facts to put to rules, made up at the numbers that the rules compare with and one step beside each, the simplest first.
 *
 * @param text the facts as case files write them
 * @param facts what the rules see
 */
record Situation(String text, List<Object> facts) {
    private static final Center LEADER = Center.ELECTRONICS;
    private static final Center OTHER = Center.BASE_METALS;
    private static final Center THIRD = Center.MACHINERY;
    private static final List<Timing> TIMINGS =
            List.of(Timing.IN_WINDOW, Timing.BEFORE_WINDOW, Timing.AFTER_WINDOW, Timing.UNDATED);
    private static final List<Goods> GOODS =
            List.of(Goods.ONE, Goods.NONE, Goods.ONE_CENTER, Goods.TOLD_BY_VALUE, Goods.UNCLEAR);
    private static final int MOST_DIGITS = 6;
    private static final BigDecimal MOST_LINES = BigDecimal.TEN.pow(MOST_DIGITS);
    private static final BigDecimal HUNDRED = new BigDecimal("100.00");
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    Situation {
        facts = List.copyOf(facts);
    }

    /**
     * Situations for rules of one stage on a day.
     *
     * @param numbers the numbers that the rules compare with
     */
    static Stream<Situation> of(Stage stage, LocalDate day, Collection<BigDecimal> numbers) {
        return switch (stage) {
            case MEMBERSHIP -> Stream.empty();
            case COUNTING -> shapes(day, numbers);
            case PLACEMENT -> placements(day, new TreeSet<>(numbers));
            case ROUTING -> matters();
        };
    }

    private static Stream<Situation> shapes(LocalDate day, Collection<BigDecimal> numbers) {
        List<Situation> all = new ArrayList<>(List.of(new Situation("any case", List.of(new Case(day)))));
        TreeSet<Long> types = new TreeSet<>(List.of(0L));
        numbers.forEach(number -> types.addAll(BoundaryCases.typesAround(number)));
        for (Repetition repetition : Repetition.values()) {
            for (long type : types) {
                for (Timing timing : TIMINGS) {
                    for (ArticleSet set : ArticleSet.values()) {
                        for (Role role : Role.values()) {
                            for (Goods goods : GOODS) {
                                LineShape shape = new LineShape(set, role, goods, timing, type, repetition);
                                all.add(new Situation(text(shape), List.of(new Case(day), shape)));
                            }
                        }
                    }
                }
            }
        }
        return all.stream();
    }

    private static String text(LineShape shape) {
        String goods = shape.goods() == Goods.ONE ? "" : ", goods " + shape.goods();
        return "a line with set " + shape.set() + ", role " + shape.role() + ", " + shape.timing()
                + (shape.special() ? ", special provisions only" : goods)
                + (shape.entryType() == 0 ? "" : ", entry type " + shape.entryType())
                + (shape.repetition() == Repetition.NONE ? "" : ", repetition " + shape.repetition());
    }

    private static Stream<Situation> matters() {
        return Stream.of(Activity.values())
                .flatMap(activity -> Stream.of(ImporterKind.values())
                        .flatMap(kind -> Stream.of(AccountStatus.values())
                                .flatMap(account -> matters(new Matter(activity, kind, account)))));
    }

    private static Stream<Situation> matters(Matter matter) {
        String text = "activity " + matter.activity() + ", kind " + matter.kind() + ", account " + matter.account();
        List<Situation> all = new ArrayList<>(List.of(new Situation(text, List.of(matter))));
        for (Center center : Center.values()) {
            Predominant predominant = new Predominant(center);
            String own = ", predominant " + center.code();
            all.add(new Situation(text + own, List.of(matter, predominant)));
            for (Basis basis : Basis.values()) {
                OnFile onFile = new OnFile(center, basis);
                String filed = text + ", on file " + center.code() + " on " + basis;
                all.add(new Situation(filed, List.of(matter, onFile)));
                all.add(new Situation(filed + own, List.of(matter, onFile, predominant)));
                all.add(new Situation(
                        filed + ", predominant " + OTHER.code(), List.of(matter, onFile, new Predominant(OTHER))));
            }
        }
        return all.stream();
    }

    private static Stream<Situation> placements(LocalDate day, NavigableSet<BigDecimal> numbers) {
        List<Situation> counts = counts(day, numbers);
        return backgrounds(day).stream()
                .flatMap(background -> counts.stream()
                        .map(count -> new Situation(
                                background.text() + count.text(),
                                Stream.concat(background.facts().stream(), count.facts().stream())
                                        .toList())));
    }

    /** What is known beside the lines: one thing at a time. */
    private static List<Situation> backgrounds(LocalDate day) {
        List<Situation> all = new ArrayList<>();
        for (ImporterKind kind : ImporterKind.values()) {
            all.add(background(day, kind == ImporterKind.IMPORTER ? "" : "kind " + kind + ", ", kind, List.of()));
        }
        for (Center center : List.of(LEADER, OTHER, THIRD)) {
            all.add(background(day, "account " + center.code(), new Account(center, day, List.of(), List.of())));
        }
        all.add(background(day, "directed " + OTHER.code(), new Direction(OTHER, day, Account.OPEN, "CBP", "example")));
        all.add(background(
                day,
                "directed " + OTHER.code() + " until the day before",
                new Direction(OTHER, day.minusDays(1), day.minusDays(1), "CBP", "example")));
        for (AppealStatus status : AppealStatus.values()) {
            all.add(background(
                    day, "appeal " + status + " to " + OTHER.code(), new Appeal(OTHER, day, status, day, "example")));
            all.add(background(
                    day,
                    "appeal " + status + " to " + OTHER.code() + " from the day after",
                    new Appeal(OTHER, day, status, day.plusDays(1), "example")));
        }
        for (Factor factor : Factor.values()) {
            all.add(background(
                    day,
                    "evidence " + factor + " for " + OTHER.code(),
                    new Evidence(factor, OTHER, "example", "example", day)));
        }
        return all;
    }

    private static Situation background(LocalDate day, String text, Object fact) {
        return background(day, text + ", ", ImporterKind.IMPORTER, List.of(fact));
    }

    private static Situation background(LocalDate day, String text, ImporterKind kind, List<Object> more) {
        List<Object> facts = new ArrayList<>(List.of(new Case(day), Importer.anybody(kind)));
        facts.addAll(more);
        return new Situation(text, facts);
    }

    private static List<Situation> counts(LocalDate day, NavigableSet<BigDecimal> numbers) {
        TreeSet<Long> whole = new TreeSet<>(List.of(0L, 1L, 3L));
        TreeSet<Long> totals = new TreeSet<>();
        TreeSet<BigDecimal> shares = new TreeSet<>();
        for (BigDecimal number : numbers) {
            if (number.signum() > 0 && number.compareTo(BigDecimal.ONE) < 0) {
                shares.add(number);
                totals.add(BigDecimal.TEN
                        .pow(Math.min(number.scale(), MOST_DIGITS))
                        .longValue());
            } else if (number.signum() > 0 && number.compareTo(MOST_LINES) < 0) {
                whole.addAll(around(number.longValue()));
            }
        }
        totals.addAll(whole);
        List<Situation> all = new ArrayList<>();
        for (long total : totals) {
            for (long lines : leading(total, whole, shares).descendingSet()) {
                for (long second : new TreeSet<>(List.of((total - lines) / 2, total - lines)).descendingSet()) {
                    all.add(Lines.counted(day, lines, second, total - lines - second)
                            .worth(NOTHING, NOTHING));
                }
            }
        }
        for (BigDecimal share : shares) {
            for (BigDecimal step : List.of(CENT.negate(), NOTHING, CENT)) {
                BigDecimal value = share.multiply(HUNDRED).add(step).setScale(2, RoundingMode.HALF_EVEN);
                all.add(Lines.counted(day, 2, 1, 0).worth(HUNDRED.subtract(value), value));
            }
        }
        for (long uncounted : whole) {
            for (boolean unclear : new boolean[] {false, true}) {
                for (boolean versions : new boolean[] {false, true}) {
                    all.add(new Lines(day, 1, 0, 0, uncounted, unclear, versions).worth(NOTHING, NOTHING));
                }
            }
        }
        return all;
    }

    /** How many lines one Center may have so that its share, or its lead over a second one, is at a number or beside it. */
    private static NavigableSet<Long> leading(long total, NavigableSet<Long> whole, NavigableSet<BigDecimal> shares) {
        TreeSet<Long> leading = new TreeSet<>(whole);
        leading.add(total);
        for (BigDecimal share : shares) {
            leading.addAll(around(part(share, total)));
            leading.addAll(around((total + part(share, total)) / 2));
        }
        leading.removeIf(lines -> lines > total || lines < Math.min(1, total));
        return leading;
    }

    private static long part(BigDecimal share, long total) {
        return share.multiply(BigDecimal.valueOf(total))
                .setScale(0, RoundingMode.DOWN)
                .longValue();
    }

    private static List<Long> around(long number) {
        return List.of(number - 1, number, number + 1);
    }

    /** Lines of three Centers, and lines that do not count, perhaps all of them for a reason that rules see. */
    private record Lines(
            LocalDate day, long leader, long second, long third, long uncounted, boolean unclear, boolean versions) {

        static Lines counted(LocalDate day, long leader, long second, long third) {
            return new Lines(day, leader, second, third, 0, false, false);
        }

        Situation worth(BigDecimal value, BigDecimal secondValue) {
            List<Object> facts = new ArrayList<>(List.of(new Totals(
                    leader + second + third,
                    uncounted,
                    unclear ? uncounted : 0,
                    versions ? uncounted : 0,
                    day.minusYears(1).plusDays(1))));
            List<String> counts = new ArrayList<>();
            BigDecimal all = value.add(secondValue);
            add(LEADER, leader, Math.max(second, third), value, all, facts, counts);
            add(OTHER, second, Math.max(leader, third), secondValue, all, facts, counts);
            add(THIRD, third, Math.max(leader, second), NOTHING, all, facts, counts);
            String values = all.signum() == 0
                    ? ""
                    : ", values { " + LEADER.code() + ": " + value + ", " + OTHER.code() + ": " + secondValue + " }";
            return new Situation(
                    (counts.isEmpty() ? "no lines" : "counts { " + String.join(", ", counts) + " }")
                            + values
                            + (uncounted == 0
                                    ? ""
                                    : ", " + uncounted + " not counted"
                                            + (unclear ? ", their goods unclear" : "")
                                            + (versions ? ", other versions of them there" : "")),
                    facts);
        }

        private void add(
                Center center,
                long lines,
                long mostOfOthers,
                BigDecimal value,
                BigDecimal all,
                List<Object> facts,
                List<String> counts) {
            if (lines > 0) {
                facts.add(new Tally(center, lines, leader + second + third, mostOfOthers, value, all));
                counts.add(center.code() + ": " + lines);
            }
        }
    }
}
