package io.centerline.rulebook.evidence;

import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that a rulebook's {@code evidence.yaml} says. Immutable.
 *
 * @param pieces in the order of the file
 */
public record RangeEvidence(List<Piece> pieces) {
    /** The path of the file below the rule folder. */
    public static final String FILE = "evidence.yaml";

    /** Of a rulebook without the file. */
    public static final RangeEvidence NONE = new RangeEvidence(List.of());

    /** The strongest first, then by id. */
    private static final Comparator<Piece> STRONGEST =
            Comparator.comparing(Piece::kind).thenComparing(Piece::id);

    public RangeEvidence {
        pieces = List.copyOf(pieces);
    }

    /** Whether nothing is known of any number. */
    public boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** What speaks of some of these numbers on a day, for whichever Center; the strongest first. */
    public List<Piece> on(HtsInterval numbers, LocalDate day) {
        return on(List.of(numbers), day);
    }

    /** The same of several stretches of numbers. */
    public List<Piece> on(List<HtsInterval> numbers, LocalDate day) {
        return pieces.stream()
                .filter(piece -> numbers.stream().anyMatch(stretch -> piece.speaksOf(stretch, day)))
                .sorted(STRONGEST)
                .toList();
    }

    /** The best that speaks for a Center of one number on a day. */
    public Strength strength(long number, Center center, LocalDate day) {
        HtsInterval one = new HtsInterval(number, number);
        Strength best = Strength.NOTHING;
        for (Piece piece : pieces) {
            if (piece.center() == center && piece.strength().isAbove(best) && piece.speaksOf(one, day)) {
                best = piece.strength();
            }
        }
        return best;
    }
}
