package io.centerline.intake;

import io.centerline.facts.Facts;
import io.centerline.intake.RequestFields.RequestField;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON body of a placement request into {@link Facts}, or into every issue it has.
 *
 * <p>The body is UTF-8, with or without a byte order mark. Optional fields may be null, which means absent. Issues come
 * in input order with RFC 6901 pointers; messages name an entry line by its position in {@code lines}, counted from 1.
 * Broken JSON ends the reading: the issues found before it come first. Nothing the body holds makes this class throw.
 * Thread-safe.
 */
public final class JsonIntake {

    private final HtsReader reader;
    private final Schedule schedule;
    private final LocalDate firstCoveredDay;
    private final IntakeLimits limits;
    private final boolean comparesLines;

    /**
     * An intake.
     *
     * @param reader reads HTS numbers
     * @param schedule knows which numbers exist
     * @param firstCoveredDay the first as-of date the rules cover
     * @param limits how much a request may hold
     */
    public JsonIntake(HtsReader reader, Schedule schedule, LocalDate firstCoveredDay, IntakeLimits limits) {
        this(reader, schedule, firstCoveredDay, limits, true);
    }

    /** An intake that compares the lines of a request with each other or does not. */
    JsonIntake(
            HtsReader reader,
            Schedule schedule,
            LocalDate firstCoveredDay,
            IntakeLimits limits,
            boolean comparesLines) {
        this.comparesLines = comparesLines;
        this.reader = reader;
        this.schedule = schedule;
        this.firstCoveredDay = firstCoveredDay;
        this.limits = limits;
    }

    /**
     * Reads one request.
     *
     * @param body the body; whoever took it from the wire has checked its length
     * @param today the as-of date of a request that names none
     */
    public Intake read(byte[] body, LocalDate today) {
        return read(RequestFields.REQUEST, body, today).intake();
    }

    /**
     * Reads one request of a batch, which may have an idempotency key of its own.
     *
     * @param body the request
     * @param today the as-of date of a request that names none
     */
    public KeyedIntake readKeyed(byte[] body, LocalDate today) {
        Keyed read = read(RequestFields.BATCHED, body, today);
        RequestKey key = read.key();
        return new KeyedIntake(read.intake(), key == null ? null : key.text(), key == null ? body : key.cutOutOf(body));
    }

    private record Keyed(Intake intake, @Nullable RequestKey key) {}

    private Keyed read(ObjectShape<RequestField> shape, byte[] body, LocalDate today) {
        Issues issues = new Issues();
        Warnings warnings = new Warnings();
        RequestReader.Request request =
                JsonBody.read(body, issues, cursor -> readRequest(shape, cursor, today, issues, warnings));
        if (request == null || issues.any()) {
            return new Keyed(new Intake.Refused(issues.list()), null);
        }
        return new Keyed(
                new Intake.Accepted(
                        request.facts(), warnings.list("/lines"), request.leavesAccountOpen(), request.kindAt()),
                request.key());
    }

    private RequestReader.@Nullable Request readRequest(
            ObjectShape<RequestField> shape, JsonCursor cursor, LocalDate today, Issues issues, Warnings warnings)
            throws IOException {
        ValueReader values = new ValueReader(cursor, new FieldReader(issues));
        NumberReader numbers = new NumberReader(issues, warnings, reader, schedule);
        LineNumbers lineNumbers = new LineNumbers(issues, warnings, comparesLines);
        LineReader lines = new LineReader(cursor, issues, warnings, values, numbers, lineNumbers, limits.lines());
        AccountReader accounts = new AccountReader(cursor, issues, values);
        RequestReader.Request request =
                new RequestReader(shape, cursor, issues, values, lines, accounts, firstCoveredDay).read(today);
        if (request != null) {
            numbers.endCase(request.facts().asOf());
        }
        return request;
    }
}
