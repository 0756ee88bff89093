package io.centerline.api.tariff;

import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.tariff.HtsNumber;
import java.time.LocalDate;
import java.util.List;

/** Answers the public question which Center would process imports of some numbers, by placing an importer who has nothing else. */
final class Preview {
    private Preview() {}

    /**
     * Where an importer would be placed of whom nothing is known but these numbers, one entry line each.
     *
     * @param placement covers the day
     * @param numbers each as often as it was asked for
     */
    static PreviewAnswer of(Placement placement, List<HtsNumber> numbers, LocalDate asOf) {
        List<EntryLine> lines =
                numbers.stream().map(number -> line(number, asOf)).toList();
        Facts facts = new Facts(Importer.anybody(ImporterKind.IMPORTER), asOf, lines, List.of(), null);
        return PreviewAnswer.of(placement.decide(facts, List.of(), Explain.FULL));
    }

    private static EntryLine line(HtsNumber number, LocalDate asOf) {
        return EntryLine.builder().date(asOf).number(number).build();
    }
}
