package io.centerline.facts;

import io.centerline.tariff.Center;
import java.time.LocalDate;

/**
 * A directed assignment: CBP or a Center orders the account into a Center for a time.
 *
 * @param center the Center directed
 * @param from first day in force
 * @param through last day in force; {@link Account#OPEN} when no end is set
 * @param authority who directs
 * @param reference the document
 */
public record Direction(Center center, LocalDate from, LocalDate through, String authority, String reference) {

    public Direction {
        if (through.isBefore(from)) {
            throw new IllegalArgumentException("a direction ends on or after its first day");
        }
    }
}
