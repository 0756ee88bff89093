package io.centerline.intake;

import io.centerline.facts.ProtestFacts;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;

/**
 * Reads the JSON body of a request to put protests together into {@link ProtestFacts}, or into every issue it has, under the
 * rules of {@link JsonIntake}. Thread-safe.
 */
public final class ProtestIntake {
    /** The most entries one request may hold. */
    public static final int MOST_ENTRIES = 10_000;

    private final HtsReader reader;
    private final Schedule schedule;
    private final LocalDate firstRoutedDay;
    private final IntakeLimits limits;

    /**
     * An intake.
     *
     * @param reader reads HTS numbers
     * @param schedule knows which numbers exist
     * @param firstRoutedDay the first as-of date on which the rules route
     * @param limits how much a request may hold, all its entries together
     */
    public ProtestIntake(HtsReader reader, Schedule schedule, LocalDate firstRoutedDay, IntakeLimits limits) {
        this.reader = reader;
        this.schedule = schedule;
        this.firstRoutedDay = firstRoutedDay;
        this.limits = limits;
    }

    /**
     * Reads one request.
     *
     * @param body the body; whoever took it from the wire has checked its length
     * @param today the as-of date of a request that names none
     */
    public ProtestRequest read(byte[] body, LocalDate today) {
        Issues issues = new Issues();
        Warnings warnings = new Warnings();
        NumberReader numbers = new NumberReader(issues, warnings, reader, schedule);
        ProtestReader.Request request = JsonBody.read(
                body,
                issues,
                cursor -> reader(cursor, issues, warnings, numbers).read(today));
        if (request == null || issues.any()) {
            return new ProtestRequest.Refused(issues.list());
        }
        numbers.endCase(request.facts().asOf());
        return new ProtestRequest.Accepted(
                request.facts(), warnings.list("/entries"), request.leavesAccountOpen(), request.kindAt());
    }

    private ProtestReader reader(JsonCursor cursor, Issues issues, Warnings warnings, NumberReader numbers) {
        ValueReader values = new ValueReader(cursor, new FieldReader(issues));
        LineNumbers lineNumbers = new LineNumbers(issues, warnings, true);
        LineReader lines = new LineReader(cursor, issues, warnings, values, numbers, lineNumbers, limits.lines());
        AccountReader accounts = new AccountReader(cursor, issues, values);
        EntryReader entries = new EntryReader(cursor, issues, values, lines, lineNumbers);
        ProtestedEntryReader protested = new ProtestedEntryReader(cursor, issues, values, lines, entries);
        return new ProtestReader(cursor, issues, values, accounts, protested, firstRoutedDay);
    }
}
