package io.centerline.intake;

import io.centerline.facts.Account;
import io.centerline.facts.IssueCode;
import io.centerline.facts.ProtestFacts;
import io.centerline.facts.ProtestedEntry;
import io.centerline.intake.RequestFields.ProtestField;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the root object of a request to put protests together. */
final class ProtestReader {
    private final JsonCursor cursor;
    private final Issues issues;
    private final ValueReader values;
    private final AccountReader accounts;
    private final ProtestedEntryReader entries;
    private final LocalDate firstRoutedDay;

    ProtestReader(
            JsonCursor cursor,
            Issues issues,
            ValueReader values,
            AccountReader accounts,
            ProtestedEntryReader entries,
            LocalDate firstRoutedDay) {
        this.cursor = cursor;
        this.issues = issues;
        this.values = values;
        this.accounts = accounts;
        this.entries = entries;
        this.firstRoutedDay = firstRoutedDay;
    }

    /** What a request says, as {@link ProtestRequest.Accepted} has it. */
    record Request(
            ProtestFacts facts,
            boolean leavesAccountOpen,
            @Nullable String kindAt) {}

    /** The request; null exactly when issues were reported. */
    @Nullable
    Request read(LocalDate today) throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        StatedImporter importer = null;
        LocalDate asOf = today;
        Account account = null;
        List<ProtestedEntry> protested = List.of();
        ProtestField field;
        while ((field = cursor.nextField(RequestFields.PROTEST)) != null) {
            switch (field) {
                case IMPORTER -> importer = new ImporterReader(cursor, values).read();
                case AS_OF -> asOf = values.asOf(firstRoutedDay);
                case ACCOUNT -> account = accounts.readAccount();
                case ENTRIES -> protested = readEntries();
            }
        }
        boolean leavesAccountOpen = !cursor.left(ProtestField.ACCOUNT);
        return importer == null || asOf == null || issues.any()
                ? null
                : new Request(
                        new ProtestFacts(importer.importer(), importer.kindAt() != null, asOf, protested, account),
                        leavesAccountOpen,
                        importer.kindAt());
    }

    private List<ProtestedEntry> readEntries() throws IOException {
        List<ProtestedEntry> read = new ArrayList<>();
        if (!cursor.enterList()) {
            return read;
        }
        boolean empty = true;
        while (cursor.nextElement()) {
            empty = false;
            if (cursor.index() >= ProtestIntake.MOST_ENTRIES) {
                issues.add(
                        IssueCode.TOO_MANY_RECORDS,
                        "/entries",
                        "`entries` has more than " + ProtestIntake.MOST_ENTRIES + " entries",
                        "ask in several requests, and put together the protests to the same Center on the same merchandise and"
                                + " decision");
                throw new JsonCursor.Stop();
            }
            ProtestedEntry entry = entries.read();
            if (entry != null && !issues.any()) {
                read.add(entry);
            }
        }
        if (empty) {
            issues.add(IssueCode.FIELD_MISSING, "/entries", "`entries` holds no entry", "name at least one");
        }
        return read;
    }
}
