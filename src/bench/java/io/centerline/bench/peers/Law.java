package io.centerline.bench.peers;

import io.centerline.bench.Cases;
import io.centerline.bench.GeneratedRules;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * What all peers apply: the ranges of a rulebook, special ranges before general ones, so that the first that contains a
 * number decides.
 *
 * @param rulebook the rulebook the ranges come from
 * @param ranges its ranges
 */
record Law(Rulebook rulebook, List<Range> ranges) {
    Law {
        ranges = List.copyOf(ranges);
    }

    /** The rules as shipped. */
    static Law shipped() {
        return of(Rulebook.read(Path.of("rules")));
    }

    /** So many generated ranges that do not overlap. */
    static Law generated(int count) {
        return of(GeneratedRules.rulebook(RuleFiles.read(Path.of("rules")), count));
    }

    private static Law of(Rulebook rulebook) {
        List<Range> ranges = rulebook.edition(Cases.AS_OF).membershipRules().stream()
                .map(rule -> Range.of(rule.range().orElseThrow()))
                .sorted(Comparator.comparingInt(Range::digits).reversed().thenComparingLong(Range::from))
                .toList();
        return new Law(rulebook, ranges);
    }
}
