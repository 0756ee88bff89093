package io.centerline.rulebook.evidence;

import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.SourcePlace;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.List;

/**
 * What one source says of ranges of numbers.
 *
 * @param id {@code SRC-} and three digits; never used again
 * @param kind what kind of source it is
 * @param center the Center it names for them
 * @param ranges the numbers, in the order written
 * @param written the same as the file writes them: {@code 3303-3307}
 * @param days the days for which it speaks
 * @param date the day of the source; where the source gives only a month or a year, its last day
 * @param citation how to find it
 * @param text what it says, in our own words
 * @param place where its id stands in the file
 */
public record Piece(
        String id,
        SourceKind kind,
        Center center,
        List<HtsInterval> ranges,
        List<String> written,
        InForce days,
        LocalDate date,
        String citation,
        String text,
        SourcePlace place) {

    public Piece {
        ranges = List.copyOf(ranges);
        written = List.copyOf(written);
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("evidence speaks of some number");
        }
    }

    /** How much it is worth. */
    public Strength strength() {
        return kind.strength();
    }

    /** Whether it speaks of some of these numbers on a day. */
    public boolean speaksOf(HtsInterval numbers, LocalDate day) {
        return days.contains(day) && ranges.stream().anyMatch(numbers::overlaps);
    }
}
