package io.centerline.check;

import io.centerline.rulebook.change.PastChange;
import io.centerline.rulebook.language.Reasoner;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.Conclusion;
import io.centerline.rulebook.vocabulary.Counting;
import io.centerline.rulebook.vocabulary.Handling;
import io.centerline.rulebook.vocabulary.NotCounted;
import io.centerline.rulebook.vocabulary.NotEligible;
import io.centerline.rulebook.vocabulary.Proposal;
import io.centerline.rulebook.vocabulary.Review;
import io.centerline.text.Series;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows by facts where a rule says something else than before: the first made-up {@link Situation} that comes out otherwise. */
final class PartingFacts {

    private static final int MOST_NUMBERS = 8;
    private static final int MOST_SITUATIONS = 50_000;

    /** What a rule says of some facts. */
    private record Said(Set<String> conclusions, Set<String> sentences) {}

    private PartingFacts() {}

    /** The facts, the day and both answers, if possible with other conclusions; empty when no situation comes out otherwise. */
    static String find(PastChange change) {
        List<Rule> rules = Stream.concat(Stream.ofNullable(change.before()), Stream.ofNullable(change.after()))
                .toList();
        List<BigDecimal> numbers = numbers(rules);
        return Stream.<Function<Said, Set<String>>>of(Said::conclusions, Said::sentences)
                .flatMap(
                        part -> Situation.of(rules.get(0).stage(), change.days().until(), numbers)
                                .limit(MOST_SITUATIONS)
                                .flatMap(situation -> Stream.ofNullable(parting(situation, change, part))))
                .findFirst()
                .orElse("");
    }

    /** Those that only one of the rules compares with come first. */
    private static List<BigDecimal> numbers(List<Rule> rules) {
        Map<BigDecimal, Long> counts = rules.stream()
                .flatMap(rule -> rule.numbers().stream())
                .collect(Collectors.groupingBy(number -> number, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(MOST_NUMBERS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static @Nullable String parting(Situation situation, PastChange change, Function<Said, Set<String>> part) {
        Reasoner reasoner = new Reasoner(situation.facts());
        Set<String> before = part.apply(said(reasoner, change.before()));
        Set<String> after = part.apply(said(reasoner, change.after()));
        return before.equals(after)
                ? null
                : situation.text() + " on " + change.days().until() + ": " + told(before) + ", now " + told(after);
    }

    private static Said said(Reasoner reasoner, @Nullable Rule rule) {
        Set<String> conclusions = new TreeSet<>();
        Set<String> sentences = new TreeSet<>();
        if (rule != null) {
            reasoner.matches(rule, (conclusion, values) -> {
                conclusions.add(told(conclusion));
                sentences.add("`" + rule.sentence().print(name -> Objects.requireNonNull(values.get(name))) + "`");
            });
        }
        return new Said(conclusions, sentences);
    }

    private static String told(Set<String> said) {
        return said.isEmpty() ? "nothing" : Series.of(List.copyOf(said));
    }

    private static String told(Conclusion conclusion) {
        if (conclusion instanceof Proposal proposal) {
            return proposal.center().code() + " on " + proposal.basis();
        }
        if (conclusion instanceof Review review) {
            return review.text();
        }
        if (conclusion instanceof NotEligible notEligible) {
            return "not eligible on " + notEligible.basis();
        }
        if (conclusion instanceof NotCounted notCounted) {
            return "not counted, " + notCounted.reason();
        }
        if (conclusion instanceof Counting counting) {
            return "a window of " + counting.months() + " months";
        }
        return conclusion instanceof Handling handling ? "office " + handling.office() : conclusion.toString();
    }
}
