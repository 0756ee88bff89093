package io.centerline.api.accounts;

import io.centerline.accounts.StatedAccount;
import io.centerline.api.AccountChange;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.Words;
import io.centerline.intake.AccountReader;
import io.centerline.intake.FieldReader;
import io.centerline.intake.Issues;
import io.centerline.intake.JsonBody;
import io.centerline.intake.JsonCursor;
import io.centerline.intake.JsonIntake;
import io.centerline.intake.RequestFields;
import io.centerline.intake.RequestFields.StatementField;
import io.centerline.intake.ValueReader;
import io.centerline.tariff.Center;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a caller states about an account on file, {@code {"name": "Acme", "center": "CEE005", "since": "2019-04-01",
 * "author": "jd", "reason": "letter of 2019-03-20"}}, under the rules of {@link JsonIntake}: closed fields, every issue at
 * once, nothing the body holds makes it throw. Stateless.
 */
public final class AccountIntake {
    private AccountIntake() {}

    /**
     * What a body says; of no use when there are issues.
     *
     * @param stated the statement
     * @param author who states it
     * @param reason why
     * @param issues everything wrong, in input order
     */
    public record Asked(StatedAccount stated, String author, String reason, List<Issue> issues)
            implements AccountChange {}

    /**
     * Reads one request.
     *
     * @param body the body; whoever took it from the wire has checked its length
     */
    public static Asked read(byte[] body) {
        Issues issues = new Issues();
        Asked asked = JsonBody.read(body, issues, cursor -> read(cursor, issues));
        return asked == null
                ? new Asked(StatedAccount.NOTHING, "", "", issues.list())
                : new Asked(asked.stated(), asked.author(), asked.reason(), issues.list());
    }

    private static @Nullable Asked read(JsonCursor cursor, Issues issues) throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        ValueReader values = new ValueReader(cursor, new FieldReader(issues));
        String name = null;
        ImporterKind kind = null;
        List<ImporterNumber> family = null;
        Center center = null;
        LocalDate since = null;
        LocalDate corrects = null;
        boolean centerGiven = false;
        boolean sinceGiven = false;
        String author = null;
        String reason = null;
        StatementField field;
        while ((field = cursor.nextField(RequestFields.STATEMENT)) != null) {
            switch (field) {
                case NAME -> name = values.text(FieldReader.LONGEST_NAME);
                case KIND -> kind = values.word(Words.KINDS);
                case FAMILY -> family = numbers(cursor, values, issues);
                case CENTER -> {
                    centerGiven = true;
                    center = values.center();
                }
                case SINCE -> {
                    sinceGiven = true;
                    since = values.date();
                }
                case CORRECTS -> corrects = values.date();
                case AUTHOR -> author = values.statement();
                case REASON -> reason = values.statement();
            }
        }
        if (centerGiven != sinceGiven) {
            AccountReader.reportHalfPlacement(issues, cursor.at(centerGiven ? "since" : "center"));
        }
        StatedAccount stated = new StatedAccount(name, kind, family, center, since, corrects);
        return new Asked(stated, author == null ? "" : author, reason == null ? "" : reason, List.of());
    }

    /** A list of importer numbers, each once. */
    static List<ImporterNumber> numbers(JsonCursor cursor, ValueReader values, Issues issues) throws IOException {
        List<ImporterNumber> numbers = new ArrayList<>();
        if (cursor.enterList()) {
            while (AccountReader.nextRecord(cursor, issues)) {
                ImporterNumber number = values.importerNumber();
                if (number != null && !numbers.contains(number)) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }
}
