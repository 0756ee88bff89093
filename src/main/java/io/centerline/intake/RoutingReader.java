package io.centerline.intake;

import io.centerline.facts.Account;
import io.centerline.facts.Activity;
import io.centerline.facts.ActivityWords;
import io.centerline.facts.EntrySummary;
import io.centerline.facts.IssueCode;
import io.centerline.facts.RoutingFacts;
import io.centerline.facts.Words;
import io.centerline.intake.RequestFields.RoutingField;
import io.centerline.text.Echo;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Reads the root object of a request to route an activity. */
final class RoutingReader {
    private final JsonCursor cursor;
    private final Issues issues;
    private final Warnings warnings;
    private final ValueReader values;
    private final AccountReader accounts;
    private final EntryReader entries;
    private final LocalDate firstRoutedDay;
    private final BiPredicate<Activity, LocalDate> needsPort;

    RoutingReader(
            JsonCursor cursor,
            Issues issues,
            Warnings warnings,
            ValueReader values,
            AccountReader accounts,
            EntryReader entries,
            LocalDate firstRoutedDay,
            BiPredicate<Activity, LocalDate> needsPort) {
        this.cursor = cursor;
        this.issues = issues;
        this.warnings = warnings;
        this.values = values;
        this.accounts = accounts;
        this.entries = entries;
        this.firstRoutedDay = firstRoutedDay;
        this.needsPort = needsPort;
    }

    /** What a request says, as {@link RoutingRequest.Accepted} has it. */
    record Request(
            RoutingFacts facts,
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
        Activity activity = null;
        Account account = null;
        EntrySummary entry = EntrySummary.UNKNOWN;
        RoutingField field;
        while ((field = cursor.nextField(RequestFields.ROUTING)) != null) {
            switch (field) {
                case IMPORTER -> importer = new ImporterReader(cursor, values).read();
                case AS_OF -> asOf = values.asOf(firstRoutedDay);
                case ACTIVITY -> activity = readActivity();
                case ACCOUNT -> account = accounts.readAccount();
                case ENTRY -> entry = entries.read();
            }
        }
        boolean leavesAccountOpen = !cursor.left(RoutingField.ACCOUNT);
        if (activity != null && asOf != null && entry != null && entry.port().isEmpty()) {
            checkPort(activity, asOf);
        }
        return importer == null || activity == null || asOf == null || entry == null || issues.any()
                ? null
                : new Request(
                        new RoutingFacts(importer.importer(), asOf, activity, entry, account),
                        leavesAccountOpen,
                        importer.kindAt());
    }

    /** The activity by its name, or by what else the trade calls it; no other word is taken for a near one. */
    private @Nullable Activity readActivity() throws IOException {
        String text = cursor.text();
        if (text == null) {
            return null;
        }
        Activity named = Words.ACTIVITIES.find(text);
        if (named != null) {
            return named;
        }
        Activity meant = ActivityWords.find(text);
        if (meant == null) {
            issues.add(
                    IssueCode.VALUE_UNKNOWN,
                    cursor,
                    cursor.subject() + " " + Echo.of(text) + " is not an activity that the rules route",
                    "`GET /v1/centers` lists them with who handles each; ask the port of entry about cargo that is not"
                            + " released, and the importer's Center about what comes after release");
        } else if (!ActivityWords.isName(text, meant) && warnings.wants(IssueCode.ACTIVITY_WORD)) {
            warnings.add(
                    IssueCode.ACTIVITY_WORD,
                    cursor,
                    cursor.subject() + " " + Echo.of(text) + " is read as `" + meant + "`",
                    "");
        }
        return meant;
    }

    private void checkPort(Activity activity, LocalDate asOf) {
        if (needsPort.test(activity, asOf)) {
            issues.add(
                    IssueCode.PORT_MISSING,
                    "/entry/port",
                    "`entry.port` is required, since the port director handles `" + activity + "`",
                    "give the four digits of the port of entry, for example `2704`");
        }
    }
}
