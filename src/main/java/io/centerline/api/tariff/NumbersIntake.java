package io.centerline.api.tariff;

import io.centerline.application.NumberLookup;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.intake.FieldReader;
import io.centerline.intake.Issues;
import io.centerline.intake.JsonBody;
import io.centerline.intake.JsonCursor;
import io.centerline.intake.JsonIntake;
import io.centerline.intake.RequestFields;
import io.centerline.intake.RequestFields.NumbersField;
import io.centerline.intake.ValueReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a question about many HTS numbers, {@code {"numbers": ["8471.30.0100"], "asOf": "2026-11-25",
 * "preview": true}}, under the rules of {@link JsonIntake}: closed fields, every issue at once, nothing the body holds makes
 * it throw. Thread-safe.
 */
public final class NumbersIntake {

    /** The most numbers one request may hold. */
    public static final int MOST_NUMBERS = NumberLookup.MOST_NUMBERS;

    private final LocalDate firstCoveredDay;

    /**
     * An intake.
     *
     * @param firstCoveredDay the first as-of date the rules cover
     */
    public NumbersIntake(LocalDate firstCoveredDay) {
        this.firstCoveredDay = firstCoveredDay;
    }

    /**
     * What a body says.
     *
     * @param asOf the day asked for
     * @param numbers the numbers as received, at most {@link #MOST_NUMBERS}; null where the list holds something else
     * @param preview whether the numbers together are to be placed as imports
     * @param issues everything wrong, in input order, but for what the numbers themselves say
     */
    public record Asked(LocalDate asOf, List<@Nullable String> numbers, boolean preview, List<Issue> issues) {}

    /**
     * Reads one request.
     *
     * @param body the body; whoever took it from the wire has checked its length
     * @param today the day of a request that names none
     */
    public Asked read(byte[] body, LocalDate today) {
        Issues issues = new Issues();
        Asked asked = JsonBody.read(body, issues, cursor -> read(cursor, today, issues));
        return asked == null
                ? new Asked(today, List.of(), false, issues.list())
                : new Asked(asked.asOf(), asked.numbers(), asked.preview(), issues.list());
    }

    private @Nullable Asked read(JsonCursor cursor, LocalDate today, Issues issues) throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        ValueReader values = new ValueReader(cursor, new FieldReader(issues));
        LocalDate asOf = today;
        List<@Nullable String> numbers = List.of();
        boolean preview = false;
        NumbersField field;
        while ((field = cursor.nextField(RequestFields.NUMBERS)) != null) {
            switch (field) {
                case AS_OF -> asOf = values.asOf(today, firstCoveredDay);
                case PREVIEW -> preview = cursor.flag();
                case NUMBERS -> numbers = readNumbers(cursor, issues);
            }
        }
        return new Asked(asOf, numbers, preview, List.of());
    }

    private static List<@Nullable String> readNumbers(JsonCursor cursor, Issues issues) throws IOException {
        List<@Nullable String> numbers = new ArrayList<>();
        if (!cursor.enterList()) {
            return numbers;
        }
        while (cursor.nextElement()) {
            if (cursor.index() < MOST_NUMBERS) {
                numbers.add(cursor.text());
            } else if (cursor.index() == MOST_NUMBERS) {
                issues.add(
                        IssueCode.TOO_MANY_NUMBERS,
                        "/numbers",
                        "the list has more than " + MOST_NUMBERS + " numbers",
                        "ask in several requests");
                cursor.skip();
            } else {
                cursor.skip();
            }
        }
        return numbers;
    }
}
