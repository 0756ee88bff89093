package io.centerline.log;

import io.centerline.log.LogFault.Kind;

/** The first place where the leaves of an export stop following one another, and what the rest of the file says about it. */
final class Sequence {
    private final long expected;
    private final long found;
    private final long line;
    private boolean expectedLater;
    private boolean foundAgain;

    /**
     * A break.
     *
     * @param expected the leaf that should be here
     * @param found the leaf that is
     * @param line where
     */
    Sequence(long expected, long found, long line) {
        this.expected = expected;
        this.found = found;
        this.line = line;
    }

    /** Takes note of a later line's leaf; -1 when it cannot be read. */
    void passed(long index) {
        expectedLater |= index == expected;
        foundAgain |= index == found;
    }

    /** What it was, once the whole file has passed and its lines are known not to lie in their places. */
    LogFault fault() {
        if (found < expected) {
            return fault(
                    Kind.DUPLICATED, found, "leaf " + found + " is there again, where leaf " + expected + " belongs");
        }
        if (expectedLater) {
            return foundAgain
                    ? fault(
                            Kind.DUPLICATED,
                            found,
                            "leaf " + found + " is there twice, first where leaf " + expected + " belongs")
                    : fault(
                            Kind.REORDERED,
                            expected,
                            "leaf " + found + " stands where leaf " + expected + " belongs, which comes later");
        }
        return found == expected + 1
                ? fault(Kind.MISSING, expected, "leaf " + expected + " is missing")
                : fault(Kind.MISSING, expected, "leaves " + expected + " to " + (found - 1) + " are missing");
    }

    /** The fault when every line lies in its place, and one states another number. */
    LogFault misplaced() {
        return fault(Kind.ALTERED, expected, "the line of leaf " + expected + " says it is leaf " + found);
    }

    private LogFault fault(Kind kind, long index, String message) {
        return LogFault.ofLine(kind, index, line, message);
    }
}
