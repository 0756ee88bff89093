package io.centerline.intake;

import io.centerline.facts.Activity;
import io.centerline.facts.RoutingFacts;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.function.BiPredicate;

/**
 * Reads the JSON body of a request to route an activity into {@link RoutingFacts}, or into every issue it has, under the
 * rules of {@link JsonIntake}. Thread-safe.
 */
public final class RoutingIntake {
    private final HtsReader reader;
    private final Schedule schedule;
    private final LocalDate firstRoutedDay;
    private final BiPredicate<Activity, LocalDate> needsPort;
    private final IntakeLimits limits;
    private final boolean comparesLines;

    /**
     * An intake.
     *
     * @param reader reads HTS numbers
     * @param schedule knows which numbers exist
     * @param firstRoutedDay the first as-of date on which the rules route
     * @param needsPort whether an activity on a day is not handled without knowing the port
     * @param limits how much a request may hold
     */
    public RoutingIntake(
            HtsReader reader,
            Schedule schedule,
            LocalDate firstRoutedDay,
            BiPredicate<Activity, LocalDate> needsPort,
            IntakeLimits limits) {
        this(reader, schedule, firstRoutedDay, needsPort, limits, true);
    }

    /** An intake that compares the lines of an entry with each other or does not. */
    RoutingIntake(
            HtsReader reader,
            Schedule schedule,
            LocalDate firstRoutedDay,
            BiPredicate<Activity, LocalDate> needsPort,
            IntakeLimits limits,
            boolean comparesLines) {
        this.comparesLines = comparesLines;
        this.reader = reader;
        this.schedule = schedule;
        this.firstRoutedDay = firstRoutedDay;
        this.needsPort = needsPort;
        this.limits = limits;
    }

    /**
     * Reads one request.
     *
     * @param body the body; whoever took it from the wire has checked its length
     * @param today the as-of date of a request that names none
     */
    public RoutingRequest read(byte[] body, LocalDate today) {
        Issues issues = new Issues();
        Warnings warnings = new Warnings();
        NumberReader numbers = new NumberReader(issues, warnings, reader, schedule);
        RoutingReader.Request request = JsonBody.read(
                body,
                issues,
                cursor -> reader(cursor, issues, warnings, numbers).read(today));
        if (request == null || issues.any()) {
            return new RoutingRequest.Refused(issues.list());
        }
        numbers.endCase(request.facts().asOf());
        return new RoutingRequest.Accepted(
                request.facts(), warnings.list("/entry/lines"), request.leavesAccountOpen(), request.kindAt());
    }

    private RoutingReader reader(JsonCursor cursor, Issues issues, Warnings warnings, NumberReader numbers) {
        ValueReader values = new ValueReader(cursor, new FieldReader(issues));
        LineNumbers lineNumbers = new LineNumbers(issues, warnings, comparesLines);
        LineReader lines = new LineReader(cursor, issues, warnings, values, numbers, lineNumbers, limits.lines());
        AccountReader accounts = new AccountReader(cursor, issues, values);
        EntryReader entries = new EntryReader(cursor, issues, values, lines, lineNumbers);
        return new RoutingReader(cursor, issues, warnings, values, accounts, entries, firstRoutedDay, needsPort);
    }
}
