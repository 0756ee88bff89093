package io.centerline.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final JsonFactory json;

    /**
     * An intake.
     *
     * @param reader reads HTS numbers
     * @param schedule knows which numbers exist
     * @param firstCoveredDay the first as-of date the rules cover
     * @param limits how much a request may hold
     */
    public JsonIntake(HtsReader reader, Schedule schedule, LocalDate firstCoveredDay, IntakeLimits limits) {
        this.reader = reader;
        this.schedule = schedule;
        this.firstCoveredDay = firstCoveredDay;
        this.limits = limits;
        this.json = JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(ownLimits())
                .build();
    }

    /**
     * Reads one request.
     *
     * @param body the body; whoever took it from the wire has checked its length
     * @param today the as-of date of a request that names none
     */
    public Intake read(byte[] body, LocalDate today) {
        Issues issues = new Issues();
        Warnings warnings = new Warnings();
        Facts facts = isUnicode(body, issues) ? parse(body, today, issues, warnings) : null;
        if (facts == null || issues.any()) {
            return new Intake.Refused(issues.list());
        }
        return new Intake.Accepted(facts, warnings.list("/lines"));
    }

    private @Nullable Facts parse(byte[] body, LocalDate today, Issues issues, Warnings warnings) {
        int start = Utf8.markLength(body);
        try (JsonParser parser = json.createParser(body, start, body.length - start)) {
            return readRequest(parser, today, issues, warnings);
        } catch (JsonProcessingException broken) {
            JsonFaults.report(broken, body, issues);
        } catch (JsonCursor.Stop stop) {
            // The issue that stopped the reading is recorded.
        } catch (IOException impossible) {
            throw new UncheckedIOException("a byte array cannot fail to be read", impossible);
        }
        return null;
    }

    private @Nullable Facts readRequest(JsonParser parser, LocalDate today, Issues issues, Warnings warnings)
            throws IOException {
        if (parser.nextToken() == null) {
            issues.add(IssueCode.JSON_SYNTAX, "", "the body is empty", "send a JSON object");
            return null;
        }
        JsonCursor cursor = new JsonCursor(parser, issues);
        FieldReader fields = new FieldReader(issues);
        ValueReader values = new ValueReader(cursor, fields);
        LineDraft draft = new LineDraft(issues, warnings, fields, reader, schedule);
        LineReader lines = new LineReader(cursor, issues, warnings, draft, limits.lines());
        AccountReader accounts = new AccountReader(cursor, issues, values);
        Facts facts = new RequestReader(cursor, issues, values, lines, accounts, firstCoveredDay).read(today);
        if (parser.nextToken() != null) {
            JsonFaults.reportTrailing(parser.currentTokenLocation(), issues);
        }
        return facts;
    }

    /** JSON between systems is UTF-8 (RFC 8259 section 8.1); a NUL byte up front betrays UTF-16 or UTF-32. */
    private static boolean isUnicode(byte[] body, Issues issues) {
        int fault = Utf8.firstFault(body);
        for (int i = 0; fault < 0 && i < Math.min(4, body.length); i++) {
            fault = body[i] == 0 ? i : -1;
        }
        if (fault < 0) {
            return true;
        }
        String where = Utf8.position(body, fault);
        if (Utf8.isSurrogateAt(body, fault)) {
            issues.add(IssueCode.TEXT_MALFORMED, "", "the body holds half a surrogate pair at " + where, "remove it");
        } else {
            issues.add(IssueCode.JSON_SYNTAX, "", "the body is not UTF-8 at " + where, "encode it as UTF-8");
        }
        return false;
    }

    /** Length is limited by the body's length, depth by {@link JsonCursor}; the parser's own limits only get in the way. */
    private static StreamReadConstraints ownLimits() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(10 * JsonCursor.MOST_LEVELS)
                .maxNumberLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .build();
    }
}
