package io.centerline.intake;

import io.centerline.facts.Account;
import io.centerline.facts.Appeal;
import io.centerline.facts.AppealStatus;
import io.centerline.facts.Direction;
import io.centerline.facts.Evidence;
import io.centerline.facts.Factor;
import io.centerline.facts.IssueCode;
import io.centerline.facts.Words;
import io.centerline.intake.RequestFields.AccountField;
import io.centerline.intake.RequestFields.AppealField;
import io.centerline.intake.RequestFields.DirectionField;
import io.centerline.intake.RequestFields.EvidenceField;
import io.centerline.tariff.Center;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads recorded evidence and the account on file from a JSON request. What a method returns is complete only when no
 * issue was reported.
 */
public final class AccountReader {

    /** The most records one list may hold: rules may match each with each, and no case on file comes near it. */
    static final int MOST_RECORDS = 1_000;

    private final JsonCursor cursor;
    private final Issues issues;
    private final ValueReader values;

    AccountReader(JsonCursor cursor, Issues issues, ValueReader values) {
        this.cursor = cursor;
        this.issues = issues;
        this.values = values;
    }

    private boolean nextRecord() throws IOException {
        return nextRecord(cursor, issues);
    }

    /** Steps to the next record of a list; one too many is reported and ends the reading. */
    public static boolean nextRecord(JsonCursor cursor, Issues issues) throws IOException {
        return nextRecord(cursor, issues, MOST_RECORDS);
    }

    /** The same for a list that may hold another number of records. */
    public static boolean nextRecord(JsonCursor cursor, Issues issues, int most) throws IOException {
        if (!cursor.nextElement()) {
            return false;
        }
        if (cursor.index() >= most) {
            String list = cursor.pointer().substring(0, cursor.pointer().lastIndexOf('/'));
            issues.add(
                    IssueCode.TOO_MANY_RECORDS,
                    list,
                    "`" + list.substring(list.lastIndexOf('/') + 1) + "` has more than " + most + " records",
                    "send those that still matter on the as-of date");
            throw new JsonCursor.Stop();
        }
        return true;
    }

    List<Evidence> readEvidence() throws IOException {
        List<Evidence> evidence = new ArrayList<>();
        if (cursor.enterList()) {
            while (nextRecord()) {
                addIfPresent(evidence, readFinding());
            }
        }
        return evidence;
    }

    @Nullable
    Account readAccount() throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        Center center = null;
        LocalDate since = null;
        boolean centerGiven = false;
        boolean sinceGiven = false;
        List<Direction> directed = List.of();
        List<Appeal> appeals = List.of();
        AccountField field;
        while ((field = cursor.nextField(RequestFields.ACCOUNT)) != null) {
            switch (field) {
                case CENTER -> {
                    centerGiven = true;
                    center = values.center();
                }
                case SINCE -> {
                    sinceGiven = true;
                    since = values.date();
                }
                case DIRECTED -> directed = readDirections();
                case APPEALS -> appeals = readAppeals();
            }
        }
        if (centerGiven != sinceGiven) {
            reportHalfPlacement(issues, cursor.at(centerGiven ? "since" : "center"));
        }
        return issues.any() ? null : new Account(center, since, directed, appeals);
    }

    public static void reportHalfPlacement(Issues issues, InputPlace missing) {
        issues.add(
                IssueCode.FIELD_MISSING,
                missing,
                missing.subject() + " is required when the other of `center` and `since` is given",
                "give both, or neither for an account that was never placed");
    }

    private @Nullable Evidence readFinding() throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        Factor factor = null;
        Center center = null;
        String reference = null;
        String recordedBy = null;
        LocalDate recordedOn = null;
        EvidenceField field;
        while ((field = cursor.nextField(RequestFields.EVIDENCE)) != null) {
            switch (field) {
                case FACTOR -> factor = values.word(Words.FACTORS);
                case CENTER -> center = values.center();
                case REFERENCE -> reference = values.statement();
                case RECORDED_BY -> recordedBy = values.statement();
                case RECORDED_ON -> recordedOn = values.date();
            }
        }
        if (factor == null || center == null || reference == null || recordedBy == null || recordedOn == null) {
            return null;
        }
        return new Evidence(factor, center, reference, recordedBy, recordedOn);
    }

    private List<Direction> readDirections() throws IOException {
        List<Direction> directions = new ArrayList<>();
        if (cursor.enterList()) {
            while (nextRecord()) {
                addIfPresent(directions, readDirection());
            }
        }
        return directions;
    }

    private @Nullable Direction readDirection() throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        Center center = null;
        LocalDate from = null;
        LocalDate until = Account.OPEN;
        String authority = null;
        String reference = null;
        DirectionField field;
        while ((field = cursor.nextField(RequestFields.DIRECTION)) != null) {
            switch (field) {
                case CENTER -> center = values.center();
                case FROM -> from = values.date();
                case UNTIL -> until = values.date();
                case AUTHORITY -> authority = values.statement();
                case REFERENCE -> reference = values.statement();
            }
        }
        if (from != null && until != null && isReversed("until", from, until)) {
            return null;
        }
        if (center == null || from == null || until == null || authority == null || reference == null) {
            return null;
        }
        return new Direction(center, from, until, authority, reference);
    }

    private List<Appeal> readAppeals() throws IOException {
        List<Appeal> appeals = new ArrayList<>();
        if (cursor.enterList()) {
            while (nextRecord()) {
                addIfPresent(appeals, readAppeal());
            }
        }
        return appeals;
    }

    private @Nullable Appeal readAppeal() throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        Center preferred = null;
        LocalDate filed = null;
        AppealStatus status = null;
        LocalDate effective = null;
        boolean effectiveGiven = false;
        String reference = null;
        AppealField field;
        while ((field = cursor.nextField(RequestFields.APPEAL)) != null) {
            switch (field) {
                case PREFERRED -> preferred = values.center();
                case FILED -> filed = values.date();
                case STATUS -> status = values.word(Words.STATUSES);
                case EFFECTIVE -> {
                    effectiveGiven = true;
                    effective = values.date();
                }
                case REFERENCE -> reference = values.statement();
            }
        }
        if (status == AppealStatus.GRANTED && !effectiveGiven) {
            InputPlace missing = cursor.at("effective");
            issues.add(
                    IssueCode.FIELD_MISSING,
                    missing,
                    missing.subject() + " is required for a granted appeal",
                    "give the day the new placement takes effect");
        }
        if (!effectiveGiven) {
            effective = filed;
        }
        if (filed != null && effective != null && isReversed("effective", filed, effective)) {
            return null;
        }
        if (preferred == null || filed == null || status == null || effective == null || reference == null) {
            return null;
        }
        return new Appeal(preferred, filed, status, effective, reference);
    }

    private boolean isReversed(String key, LocalDate first, LocalDate last) {
        return isReversed(cursor, issues, key, first, last);
    }

    /** Reports a last day that lies before the first one. */
    public static boolean isReversed(JsonCursor cursor, Issues issues, String key, LocalDate first, LocalDate last) {
        if (!last.isBefore(first)) {
            return false;
        }
        InputPlace place = cursor.at(key);
        issues.add(
                IssueCode.INTERVAL_REVERSED,
                place,
                place.subject() + " `" + last + "` lies before `" + first + "`",
                "exchange the two days, or correct one");
        return true;
    }

    private static <T> void addIfPresent(List<T> list, @Nullable T element) {
        if (element != null) {
            list.add(element);
        }
    }
}
