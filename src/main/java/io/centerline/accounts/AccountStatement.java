package io.centerline.accounts;

import io.centerline.accounts.AccountEvent.Described;
import io.centerline.accounts.AccountEvent.Placed;
import io.centerline.accounts.AccountEvent.PlacementRetracted;
import io.centerline.facts.Direction;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Records what a caller states about an account; what is on file already is not recorded again. */
public final class AccountStatement implements Amendment {
    private final StatedAccount stated;
    private final LocalDate today;

    /**
     * A statement.
     *
     * @param stated what is stated; what it does not mention stays as it is
     * @param today the day on which it is stated
     */
    public AccountStatement(StatedAccount stated, LocalDate today) {
        this.stated = stated;
        this.today = today;
    }

    @Override
    public List<AccountEvent> of(AccountFile before) {
        List<AccountEvent> events = new ArrayList<>();
        describe(before, events);
        place(before, events);
        refuseIfContradictory(before, before.with(events));
        return events;
    }

    private void describe(AccountFile before, List<AccountEvent> events) {
        // Sent back as it is shown, the name stays as it is.
        boolean kept =
                stated.name() == null || stated.name().equals(before.number().shownName(before.name()));
        String name = kept ? before.name() : Objects.requireNonNull(stated.name());
        ImporterKind kind = stated.kind() == null ? before.kind() : stated.kind();
        List<ImporterNumber> family = stated.family() == null ? before.family() : stated.family();
        boolean same = name.equals(before.name()) && kind == before.kind() && family.equals(before.family());
        if (!same || !before.exists()) {
            events.add(new Described(name, kind, family));
        }
    }

    private void place(AccountFile before, List<AccountEvent> events) {
        LocalDate since = stated.since();
        LocalDate corrects = stated.corrects();
        if (stated.center() == null || since == null) {
            if (corrects != null && before.placements().containsKey(corrects)) {
                events.add(new PlacementRetracted(corrects));
            }
            return;
        }
        PlacementOnFile there = before.placements().get(since);
        boolean onFile = there != null && there.center() == stated.center();
        boolean nothingToCorrect = corrects == null
                || corrects.equals(since)
                || !before.placements().containsKey(corrects);
        if (!onFile || !nothingToCorrect) {
            events.add(new Placed(new PlacementOnFile(stated.center(), since, null), corrects));
        }
    }

    private void refuseIfContradictory(AccountFile before, AccountFile after) {
        List<Issue> issues = new ArrayList<>();
        LocalDate corrects = stated.corrects();
        if (corrects != null
                && !before.placements().containsKey(corrects)
                && !(before.equals(after) && isCorrected(before, corrects))) {
            issues.add(new Issue(
                    IssueCode.PLACEMENT_UNKNOWN,
                    "/corrects",
                    "no placement on file begins on `" + corrects + "`",
                    before.placements().isEmpty()
                            ? "there is none at all; leave `corrects` out"
                            : "placements on file begin on " + days(before)));
        }
        if (after.kind() != ImporterKind.IMPORTER && !after.placements().isEmpty()) {
            issues.add(notPlaceable(stated.kind() == null ? "/center" : "/kind", after.kind()));
        }
        if (after.kind() != ImporterKind.IMPORTER && before.kind() == ImporterKind.IMPORTER) {
            before.directions().forEach((number, direction) -> refuseIfInForce(number, direction, issues));
        }
        if (!issues.isEmpty()) {
            throw new ChangeRefused(issues);
        }
    }

    /** Whether the placement stated took the place of that one before, so that the request is a repeated one. */
    private boolean isCorrected(AccountFile before, LocalDate corrects) {
        LocalDate since = before.corrected().get(corrects);
        return since != null && since.equals(stated.since());
    }

    /** A broker or courier cannot be directed, so who becomes one has no direction in force, now or later. */
    private void refuseIfInForce(int number, Direction direction, List<Issue> issues) {
        if (!direction.through().isBefore(today)) {
            issues.add(new Issue(
                    IssueCode.ACCOUNT_NOT_PLACEABLE,
                    "/kind",
                    "direction " + number + ", to " + direction.center().code() + ", "
                            + DirectionStatement.span(direction) + ", has not ended, and only an importer is directed",
                    "end it with `PUT …/directions/" + number + "` and an `until` before `" + today
                            + "`, or take it back with `POST …/directions/" + number + "/retraction`"));
        }
    }

    static Issue notPlaceable(String pointer, ImporterKind kind) {
        return new Issue(
                IssueCode.ACCOUNT_NOT_PLACEABLE,
                pointer,
                "a " + kind.name().toLowerCase(Locale.ROOT) + " acting as importer of record is not placed in a Center",
                "say that the account is an `IMPORTER`, or leave placements out");
    }

    private static String days(AccountFile file) {
        return file.placements().keySet().stream()
                .map(day -> "`" + day + "`")
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** Throws unless something is on file. */
    static void requireAccount(AccountFile file) {
        if (!file.exists()) {
            throw new NotOnFile("nothing is on file for this importer number; `PUT /v1/accounts/{number}` enters it");
        }
    }
}
