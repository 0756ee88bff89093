package io.centerline.rulebook.change;

import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.Schedule;
import java.util.ArrayList;
import java.util.List;

/**
 * How one rulebook differs from another.
 *
 * @param before hash of the one it is compared with
 * @param after hash of the other
 * @param rules what became of every rule that is not the same, by id and first day
 * @param moves the ranges of numbers that belong to another Center, by number and first day
 * @param movedNumbers how many numbers of the schedule lie in them, each counted once
 */
public record RulebookDiff(
        String before, String after, List<RuleChange> rules, List<NumberMove> moves, int movedNumbers) {

    public RulebookDiff {
        rules = List.copyOf(rules);
        moves = List.copyOf(moves);
    }

    /** Compares two rulebooks; the schedule serves to count numbers, not to find them. */
    public static RulebookDiff between(Rulebook before, Rulebook after, Schedule schedule) {
        List<NumberMove> moves = NumberMoves.between(before, after, schedule);
        return new RulebookDiff(
                before.hash(),
                after.hash(),
                RuleChanges.between(before.rules(), after.rules()),
                moves,
                NumberMoves.count(moves, schedule));
    }

    /** Whether both decide alike and say the same: files may still differ in comments, layout and names of variables. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** The difference as a person reads it, ending with a line feed. */
    public String render() {
        if (isEmpty()) {
            return before.equals(after)
                    ? "the rulebooks are the same\n"
                    : "no rule differs; only comments, layout or names of variables do\n";
        }
        List<String> lines = new ArrayList<>();
        lines.add(counted(rules.size(), "rule differs", "rules differ"));
        rules.forEach(change -> change.sentences().forEach(sentence -> lines.add("  " + sentence)));
        lines.add("");
        lines.add(
                moves.isEmpty()
                        ? "no number changes its Center"
                        : counted(
                                movedNumbers,
                                "number of the schedule changes its Center",
                                "numbers of the schedule change their Center"));
        moves.forEach(move -> lines.add("  " + move.sentence()));
        return String.join("\n", lines) + "\n";
    }

    private static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
