package io.centerline.intake;

import io.centerline.facts.Account;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Evidence;
import io.centerline.facts.Facts;
import io.centerline.intake.RequestFields.RequestField;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the root object of a placement request. */
final class RequestReader {

    private final JsonCursor cursor;
    private final Issues issues;
    private final ValueReader values;
    private final LineReader lineReader;
    private final AccountReader accountReader;
    private final LocalDate firstCoveredDay;
    private final ObjectShape<RequestField> shape;

    RequestReader(
            ObjectShape<RequestField> shape,
            JsonCursor cursor,
            Issues issues,
            ValueReader values,
            LineReader lineReader,
            AccountReader accountReader,
            LocalDate firstCoveredDay) {
        this.shape = shape;
        this.cursor = cursor;
        this.issues = issues;
        this.values = values;
        this.lineReader = lineReader;
        this.accountReader = accountReader;
        this.firstCoveredDay = firstCoveredDay;
    }

    /**
     * What a request says.
     *
     * @param facts the facts; their account is null when the request says so and when it leaves it open
     * @param leavesAccountOpen whether the request does not mention the account
     * @param kindAt where it says the importer's kind; null when it does not
     * @param key its own idempotency key; null without one
     */
    record Request(
            Facts facts,
            boolean leavesAccountOpen,
            @Nullable String kindAt,
            @Nullable RequestKey key) {}

    /** The request; null exactly when issues were reported. */
    @Nullable
    Request read(LocalDate today) throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        StatedImporter importer = null;
        LocalDate asOf = today;
        List<EntryLine> lines = List.of();
        List<Evidence> evidence = List.of();
        Account account = null;
        RequestKey key = null;
        RequestField field;
        while ((field = cursor.nextField(shape)) != null) {
            switch (field) {
                case IMPORTER -> importer = new ImporterReader(cursor, values).read();
                case AS_OF -> asOf = values.asOf(today, firstCoveredDay);
                case LINES -> lines = lineReader.read();
                case EVIDENCE -> evidence = accountReader.readEvidence();
                case ACCOUNT -> account = accountReader.readAccount();
                case IDEMPOTENCY_KEY -> key = RequestKey.read(cursor, issues);
            }
        }
        boolean leavesAccountOpen = !cursor.left(RequestField.ACCOUNT);
        return importer == null || issues.any()
                ? null
                : new Request(
                        new Facts(importer.importer(), asOf, lines, evidence, account),
                        leavesAccountOpen,
                        importer.kindAt(),
                        key);
    }
}
