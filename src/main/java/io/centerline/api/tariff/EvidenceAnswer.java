package io.centerline.api.tariff;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.evidence.Piece;
import io.centerline.rulebook.evidence.RangeEvidence;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What sources say of numbers on a day.
 *
 * @param speakingFor what names a Center that the rules give numbers to, the strongest first
 * @param against what names another Center; none where the rules give the numbers to no Center
 */
public record EvidenceAnswer(@JsonProperty("for") List<Said> speakingFor, List<Said> against) {

    /**
     * What one source says.
     *
     * @param id of the piece of evidence
     * @param kind what kind of source it is, which is its strength
     * @param center the Center it names
     * @param ranges the numbers it speaks of, as the rulebook writes them
     * @param date the day of the source
     * @param citation how to find it
     * @param text what it says, in the words of the rulebook
     */
    public record Said(
            String id, String kind, String center, List<String> ranges, String date, String citation, String text) {
        static Said of(Piece piece) {
            return new Said(
                    piece.id(),
                    piece.kind().name(),
                    piece.center().code(),
                    piece.written(),
                    piece.date().toString(),
                    piece.citation(),
                    piece.text());
        }
    }

    /**
     * What speaks of some of these numbers; null when the rulebook has no evidence.
     *
     * @param centers the Centers that the rules give numbers to
     */
    static @Nullable EvidenceAnswer of(
            RangeEvidence evidence, HtsInterval numbers, Set<Center> centers, LocalDate day) {
        if (evidence.isEmpty()) {
            return null;
        }
        List<Piece> pieces = evidence.on(numbers, day);
        Predicate<Piece> agrees = piece -> centers.contains(piece.center());
        return new EvidenceAnswer(
                pieces.stream().filter(agrees).map(Said::of).toList(),
                centers.isEmpty()
                        ? List.of()
                        : pieces.stream().filter(agrees.negate()).map(Said::of).toList());
    }

    /** All numbers that begin with some digits. */
    static HtsInterval under(String digits) {
        long prefix = Long.parseLong(digits);
        return HtsInterval.of(digits.length(), prefix, prefix);
    }
}
