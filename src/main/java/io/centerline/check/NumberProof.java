package io.centerline.check;

import io.centerline.check.Diagnostic.Severity;
import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.claims.ClaimMap.Piece;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.SourcePlace;
import io.centerline.rulebook.language.Stage;
import io.centerline.tariff.HtsNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Proves over every 10-digit number and every period that numbers have a Center and that rules can win. Works on
 * intervals: no number is tried one by one.
 */
final class NumberProof {
    /** Chapters 01 to 76 and 78 to 97: the numbers that need a Center. */
    private static final List<HtsInterval> GOODS = List.of(HtsInterval.of(2, 1, 76), HtsInterval.of(2, 78, 97));

    private static final Comparator<HtsInterval> IN_ORDER =
            Comparator.comparing(HtsInterval::from).thenComparing(HtsInterval::to);
    private static final int MOST_RELATED = 5;

    /** How many 10-digit numbers a heading has. */
    private static final long HEADING = 1_000_000L;

    private final RuleTexts texts;
    private final KnownNumbers known;
    private final Diagnostics diagnostics;
    private final List<Rule> rules;
    private final List<ClaimMap> maps;

    NumberProof(RuleTexts texts, KnownNumbers known, Diagnostics diagnostics, List<Rule> rules, List<ClaimMap> maps) {
        this.texts = texts;
        this.known = known;
        this.diagnostics = diagnostics;
        this.rules =
                rules.stream().filter(rule -> rule.stage() == Stage.MEMBERSHIP).toList();
        this.maps = maps;
    }

    /** Numbers without a Center: one finding for each stretch, over all periods in which it is open. */
    void gaps() {
        Map<HtsInterval, List<InForce>> gaps = new TreeMap<>(IN_ORDER);
        TreeMap<HtsInterval, List<InForce>> unclaimed = new TreeMap<>(IN_ORDER);
        for (ClaimMap map : maps) {
            for (Piece piece : map.pieces()) {
                if (piece.claims().isEmpty()) {
                    for (HtsInterval goods : GOODS) {
                        if (goods.overlaps(piece.stretch())) {
                            HtsInterval open = piece.stretch().within(goods);
                            if (known.any(open)) {
                                gaps.computeIfAbsent(known.known(open), key -> new ArrayList<>())
                                        .add(map.days());
                            } else {
                                inKnownHeadings(open)
                                        .forEach(part -> unclaimed
                                                .computeIfAbsent(part, key -> new ArrayList<>())
                                                .add(map.days()));
                            }
                        }
                    }
                }
            }
        }
        gaps.forEach(this::gap);
        note(unclaimed);
    }

    /**
     * The parts of a stretch without known numbers that lie in headings with some. A tariff to come may use those; a heading
     * that it adds is a gap once its schedule is here.
     */
    private List<HtsInterval> inKnownHeadings(HtsInterval stretch) {
        return LongStream.of(stretch.from(), stretch.to())
                .map(number -> number / HEADING)
                .distinct()
                .mapToObj(heading -> HtsInterval.of(4, heading, heading))
                .filter(known::any)
                .map(stretch::within)
                .toList();
    }

    private void gap(HtsInterval open, List<InForce> days) {
        int count = known.count(open);
        String example = known.example(open).map(HtsNumber::text).orElse("");
        String numbers =
                open.from() == open.to() ? "`" + open.first() + "`" : "`" + open.first() + "` to `" + open.last() + "`";
        List<Rule> near = nearest(open, days.get(0));
        String message = "no rule gives " + numbers + " a Center " + Days.text(days) + " (" + count
                + (count == 1 ? " number" : " numbers") + " of the tariff)";
        Rule first = near.get(0);
        boolean ended = HtsInterval.of(first.range().orElseThrow()).overlaps(open);
        String help = ended
                ? first.id() + " claims them on other days: let the intervals meet"
                : "widen a range beside the gap, or write a rule for it";
        Finding finding = ended ? texts.atInterval(first, message, help) : texts.atCondition(first, message, help);
        diagnostics.add(
                DiagnosticCode.GAP,
                finding,
                near.stream().skip(1).map(rule -> place(rule, open)).toList(),
                example);
    }

    /** The interval of a rule that claims the numbers on other days, the range of one that does not. */
    private SourcePlace place(Rule rule, HtsInterval open) {
        return HtsInterval.of(rule.range().orElseThrow()).overlaps(open)
                ? texts.atInterval(rule, "", "").place()
                : rule.conditionPlace();
    }

    /**
     * The rules a gap probably concerns, the likeliest first: one that claims the numbers on other days, one whose name
     * states them, one whose numbers lie beside them.
     */
    private List<Rule> nearest(HtsInterval open, InForce days) {
        Stream<Rule> onOtherDays = rules.stream()
                .filter(rule -> HtsInterval.of(rule.range().orElseThrow()).overlaps(open))
                .sorted(Comparator.comparing((Rule rule) -> distance(rule, days))
                        .thenComparing(Rule::place));
        Stream<Rule> named = rules.stream()
                .filter(rule -> rule.inForce().contains(days.from()))
                .filter(rule -> RangeProof.named(rule.title())
                        .filter(stretch -> stretch.overlaps(open))
                        .isPresent())
                .sorted(Comparator.comparing(
                                (Rule rule) -> -rule.range().orElseThrow().digits())
                        .thenComparing(Rule::place));
        Stream<Rule> beside = Stream.concat(
                        rules.stream()
                                .filter(rule -> rule.inForce().contains(days.from()))
                                .filter(rule -> end(rule) < open.from())
                                .max(Comparator.comparing(NumberProof::end))
                                .stream(),
                        rules.stream()
                                .filter(rule -> rule.inForce().contains(days.from()))
                                .filter(rule -> HtsInterval.of(rule.range().orElseThrow())
                                                .from()
                                        > open.to())
                                .min(Comparator.comparing((Rule rule) -> HtsInterval.of(
                                                rule.range().orElseThrow())
                                        .from()))
                                .stream())
                .sorted(Comparator.comparing(rule -> sameChapter(rule, open) ? 0 : 1));
        List<Rule> near = Stream.of(onOtherDays, named, beside)
                .flatMap(stream -> stream)
                .distinct()
                .limit(3)
                .toList();
        return near.isEmpty() ? List.of(rules.get(0)) : near;
    }

    private static boolean sameChapter(Rule rule, HtsInterval open) {
        HtsInterval range = HtsInterval.of(rule.range().orElseThrow());
        long chapter = 100_000_000L;
        return range.to() / chapter == open.from() / chapter || range.from() / chapter == open.to() / chapter;
    }

    private static long end(Rule rule) {
        return HtsInterval.of(rule.range().orElseThrow()).to();
    }

    private static long distance(Rule rule, InForce days) {
        return rule.inForce().until().isBefore(days.from())
                ? days.from().toEpochDay() - rule.inForce().until().toEpochDay()
                : rule.inForce().from().toEpochDay() - days.until().toEpochDay();
    }

    /** Numbers no tariff has: nothing to mend, so one note says it for all of them. */
    @SuppressWarnings("NonApiType") // its order is used
    private void note(TreeMap<HtsInterval, List<InForce>> unclaimed) {
        if (unclaimed.isEmpty()) {
            return;
        }
        HtsInterval first = unclaimed.firstKey();
        Rule rule = nearest(first, unclaimed.firstEntry().getValue().get(0)).get(0);
        diagnostics.add(
                DiagnosticCode.UNCLAIMED,
                texts.atCondition(
                        rule,
                        unclaimed.size() == 1
                                ? "numbers that no tariff has or had belong to no Center: " + first.prefixes()
                                : unclaimed.size() + " ranges of numbers that no tariff has or had belong to no Center,"
                                        + " the first is " + first.prefixes(),
                        "nobody can report them now; a tariff to come may use them, so widen the range beside them"),
                List.of(),
                first.first());
    }

    /** Rules that never decide a number, or none that a tariff has. */
    void winners(Set<Rule> disputed) {
        Map<Rule, Wins> wins = new HashMap<>();
        rules.forEach(rule -> wins.put(rule, new Wins()));
        for (ClaimMap map : maps) {
            for (Piece piece : map.pieces()) {
                if (!piece.claims().isEmpty()) {
                    Rule winner = piece.claims().get(0);
                    boolean knownHere = known.any(piece.stretch());
                    Objects.requireNonNull(wins.get(winner)).won(map.days(), knownHere);
                    piece.claims().stream()
                            .skip(1)
                            .forEach(loser ->
                                    Objects.requireNonNull(wins.get(loser)).lostTo(winner));
                }
            }
        }
        for (Rule rule : rules) {
            Set<Rule> lostTo = Objects.requireNonNull(wins.get(rule)).lostTo;
            // Once a dispute is settled these may win again.
            if (!disputed.contains(rule) && lostTo.stream().noneMatch(disputed::contains)) {
                report(rule, Objects.requireNonNull(wins.get(rule)));
            }
        }
    }

    private void report(Rule rule, Wins wins) {
        HtsInterval range = HtsInterval.of(rule.range().orElseThrow());
        String example =
                known.example(range).map(HtsNumber::text).orElseGet(() -> range.isChapter77() ? "" : range.first());
        List<InForce> inForce = maps.stream()
                .map(ClaimMap::days)
                .filter(days -> rule.inForce().contains(days.from()))
                .toList();
        List<InForce> idle =
                inForce.stream().filter(days -> !wins.days.contains(days)).toList();
        if (!idle.isEmpty()) {
            boolean ever = idle.size() < inForce.size();
            String deeper = String.join(
                    ", ",
                    wins.lostTo.stream()
                            .limit(MOST_RELATED)
                            .map(other -> other.id().text())
                            .toList());
            diagnostics.add(
                    ever ? Severity.WARNING : Severity.ERROR,
                    DiagnosticCode.NEVER_WINS,
                    texts.atCondition(
                            rule,
                            rule.id() + " never decides a number"
                                    + (ever ? " " + Days.text(idle) : "") + ": deeper levels claim all of "
                                    + range.prefixes() + " (" + deeper + ")",
                            ever ? "end the rule the day before" : "take the rule away, or mend the ranges"),
                    places(wins.lostTo),
                    example);
        } else if (!wins.known && !known.any(range)) {
            diagnostics.add(
                    DiagnosticCode.WINS_NOTHING_KNOWN,
                    texts.atCondition(
                            rule,
                            "no tariff has or had a number in " + range.prefixes() + ", which " + rule.id() + " claims",
                            "compare the range with the tariff"),
                    List.of(),
                    example);
        } else if (!wins.known) {
            diagnostics.add(
                    DiagnosticCode.WINS_NOTHING_KNOWN,
                    texts.atCondition(
                            rule,
                            rule.id() + " decides no number that a tariff has or had: deeper levels claim those of "
                                    + range.prefixes(),
                            "compare the ranges with the tariff"),
                    places(wins.lostTo),
                    example);
        }
    }

    private static List<SourcePlace> places(Set<Rule> rules) {
        return rules.stream()
                .map(Rule::conditionPlace)
                .sorted()
                .limit(MOST_RELATED)
                .toList();
    }

    /** What one rule decides. */
    private static final class Wins {
        private final Set<InForce> days = new LinkedHashSet<>();
        private final Set<Rule> lostTo = new LinkedHashSet<>();
        private boolean known;

        void won(InForce period, boolean knownHere) {
            days.add(period);
            known |= knownHere;
        }

        void lostTo(Rule winner) {
            lostTo.add(winner);
        }
    }
}
