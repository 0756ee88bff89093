package io.centerline.application;

import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.placement.Decision;
import io.centerline.placement.Explanation.CenterTally;
import io.centerline.placement.Explanation.HeadingCount;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.language.Standing;
import io.centerline.tariff.HtsNumber;
import java.time.LocalDate;
import java.util.List;

/** Answers the public question which Center would process imports of some numbers, by placing an importer who has nothing else. */
public final class NumberPreview {
    /** What such an answer is not. */
    public static final String CAUTION =
            "each number is counted as one entry line: a list of numbers is no evidence of how often each is imported, and an"
                    + " account on file, recorded evidence, a direction or an appeal may decide otherwise";

    private NumberPreview() {}

    /**
     * Where an importer would be placed of whom nothing is known but these numbers, one entry line each.
     *
     * @param placement covers the day
     * @param numbers each as often as it was asked for
     */
    public static Decision of(Placement placement, List<HtsNumber> numbers, LocalDate asOf) {
        return placement.decide(facts(Importer.anybody(ImporterKind.IMPORTER), numbers, asOf), List.of(), Explain.FULL);
    }

    /** An importer with one entry line for each of some numbers, on the day decided for. */
    static Facts facts(Importer importer, List<HtsNumber> numbers, LocalDate asOf) {
        List<EntryLine> lines =
                numbers.stream().map(number -> line(number, asOf)).toList();
        return new Facts(importer, asOf, lines, List.of(), null);
    }

    /** How much of it rests on inferred ranges, in one sentence. */
    public static String standing(List<CenterTally> tallies) {
        long counted =
                tallies.stream().mapToLong(tally -> tally.tally().count()).sum();
        long inferred = tallies.stream()
                .flatMap(tally -> tally.headings().stream())
                .filter(heading -> heading.rule().standing() != Standing.FOUND)
                .mapToLong(HeadingCount::count)
                .sum();
        if (inferred == 0) {
            return counted == 0
                    ? "no number counts"
                    : "every number that counts lies in a range that CBP has published";
        }
        return inferred + " of " + counted + (counted == 1 ? " number" : " numbers") + " that count"
                + (counted == 1 ? "s lies" : " lie") + " in ranges that are inferred, not published by CBP";
    }

    private static EntryLine line(HtsNumber number, LocalDate asOf) {
        return EntryLine.builder().date(asOf).number(number).build();
    }
}
