package io.centerline.bench.peers;

import io.centerline.bench.Cases;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An importer to place, in the form of the program and in a plain one.
 *
 * @param facts the case
 * @param from the first day whose lines count
 * @param to the last such day
 * @param lines the lines that have a number of goods
 */
record Sample(Facts facts, LocalDate from, LocalDate to, List<Line> lines) {

    /**
     * A line.
     *
     * @param goods the number of its goods
     * @param date its entry date
     */
    record Line(Goods goods, LocalDate date) {}

    Sample {
        lines = List.copyOf(lines);
    }

    /** The generated importer of so many lines. */
    static Sample ofLines(Schedule schedule, int lines) {
        return of(Cases.importer(schedule, lines, 7));
    }

    /** A case whose lines all have a date and stand for themselves alone. */
    static Sample of(Facts facts) {
        List<Line> lines = new ArrayList<>();
        for (EntryLine line : facts.lines()) {
            HtsNumber commodity = line.commodity();
            LocalDate date = line.date();
            if (commodity != null && date != null) {
                lines.add(new Line(Goods.of(commodity), date));
            }
        }
        return new Sample(facts, facts.asOf().minusMonths(12).plusDays(1), facts.asOf(), lines);
    }

    boolean counts(Line line) {
        return !line.date().isBefore(from) && !line.date().isAfter(to);
    }
}
