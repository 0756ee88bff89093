package io.centerline.placement;

import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The counted lines of a case by heading.
 *
 * @param from first day counted
 * @param to last day counted
 * @param headings in the order of headings; a heading whose numbers belong to several Centers has one entry for each
 */
public record Imports(LocalDate from, LocalDate to, List<HeadingTotal> headings) {

    /**
     * The lines of one heading.
     *
     * @param heading four digits
     * @param center the Center its numbers belong to
     * @param count how many lines
     * @param value their value in US dollars, scale 2
     */
    public record HeadingTotal(int heading, Center center, long count, BigDecimal value) {}

    public Imports {
        headings = List.copyOf(headings);
    }
}
