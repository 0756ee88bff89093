package io.centerline.accounts;

import io.centerline.accounts.AccountEvent.Directed;
import io.centerline.accounts.AccountEvent.DirectionRetracted;
import io.centerline.facts.Account;
import io.centerline.facts.Direction;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.text.Echo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes to the directed assignments of an account. No two of them are in force on one day. */
public final class DirectionStatement {
    private DirectionStatement() {}

    /** Records a new direction under the next number. */
    public static Amendment record(Direction direction) {
        return before -> {
            AccountStatement.requireAccount(before);
            int number = before.directionsEver() + 1;
            refuseIfContradictory(before, number, null, direction);
            return List.of(new Directed(number, direction));
        };
    }

    /**
     * Puts a direction in the place of one on file: to end it early, say, or because it was recorded wrongly. A broker's or
     * courier's can still be ended early.
     */
    public static Amendment correct(int number, Direction direction) {
        return before -> {
            Direction there = find(before, number);
            refuseIfContradictory(before, number, there, direction);
            Direction meant = new Direction(
                    direction.center(),
                    direction.from(),
                    direction.through(),
                    Echo.meant(direction.authority(), there.authority()),
                    Echo.meant(direction.reference(), there.reference()));
            return there.equals(meant) ? List.of() : List.of(new Directed(number, meant));
        };
    }

    /** Withdraws a direction that was recorded in error. */
    public static Amendment retract(int number) {
        return before -> {
            find(before, number);
            return List.of(new DirectionRetracted(number));
        };
    }

    private static Direction find(AccountFile before, int number) {
        AccountStatement.requireAccount(before);
        Direction there = before.directions().get(number);
        if (there == null) {
            throw new NotOnFile("the account has no direction " + number + " on file"
                    + (before.directions().isEmpty()
                            ? ", and no other either"
                            : "; it has " + before.directions().keySet()));
        }
        return there;
    }

    private static void refuseIfContradictory(
            AccountFile before, int number, @Nullable Direction there, Direction direction) {
        List<Issue> issues = new ArrayList<>();
        if (before.kind() != ImporterKind.IMPORTER && !isWithin(direction, there)) {
            issues.add(AccountStatement.notPlaceable("/center", before.kind()));
        }
        for (Map.Entry<Integer, Direction> other : before.directions().entrySet()) {
            if (other.getKey() != number && overlap(other.getValue(), direction)) {
                issues.add(new Issue(
                        IssueCode.DIRECTION_OVERLAPS,
                        "/from",
                        "direction " + other.getKey() + ", to "
                                + other.getValue().center().code() + ", " + span(other.getValue())
                                + ", is in force on days of this one, " + span(direction),
                        "end direction " + other.getKey() + " the day before this one begins: `PUT …/directions/"
                                + other.getKey() + "` with an earlier `until`"));
            }
        }
        if (!issues.isEmpty()) {
            throw new ChangeRefused(issues);
        }
    }

    /** Whether a direction directs nothing that the one on file does not direct already. */
    private static boolean isWithin(Direction direction, @Nullable Direction there) {
        return there != null
                && direction.center() == there.center()
                && !direction.from().isBefore(there.from())
                && !direction.through().isAfter(there.through());
    }

    private static boolean overlap(Direction one, Direction other) {
        return !one.through().isBefore(other.from()) && !other.through().isBefore(one.from());
    }

    /** The days of a direction, as a sentence names them. */
    static String span(Direction direction) {
        return "`" + direction.from() + "` "
                + (direction.through().equals(Account.OPEN) ? "without end" : "to `" + direction.through() + "`");
    }
}
