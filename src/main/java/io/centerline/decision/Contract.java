package io.centerline.decision;

import io.centerline.placement.Placement;
import io.centerline.placement.Practice;
import io.centerline.routing.Router;
import io.centerline.rulebook.Rulebook;
import java.math.BigInteger;

/**
 * A version of what the program's own code says and does in a decision. Rules and schedules are not part of it: a receipt names
 * those by hash and edition. The constants are all contracts that this program decides under (decision record 0013).
 */
public enum Contract {
    /** The first contract. Its receipts do not name it. */
    ONE(1, Practice.FIRST),
    /** The second contract; {@link Practice#SECOND} says what is different. */
    TWO(2, Practice.SECOND),
    /** The third contract; {@link Practice#THIRD} says what is different. */
    THREE(3, Practice.THIRD),
    /** The fourth contract; {@link Practice#FOURTH} says what is different. */
    FOUR(4, Practice.FOURTH);

    /** What new decisions are made under. */
    public static final Contract CURRENT = FOUR;

    private final int number;
    private final Practice practice;

    Contract(int number, Practice practice) {
        this.number = number;
        this.practice = practice;
    }

    /**
     * The contract with a number.
     *
     * @param number as a receipt names it; at least 1, and however large
     * @param program version of the program that made the receipt
     * @throws UnknownContract when it is newer than this program
     */
    static Contract of(BigInteger number, String program) throws UnknownContract {
        if (number.signum() < 1) {
            throw new IllegalArgumentException("no contract has the number " + number);
        }
        if (number.compareTo(BigInteger.valueOf(CURRENT.number)) > 0) {
            throw new UnknownContract(number, program);
        }
        return values()[number.intValueExact() - 1];
    }

    /** As receipts name it, from 1. */
    public int number() {
        return number;
    }

    /** How this contract counts, reviews and explains. */
    Practice practice() {
        return practice;
    }

    /** Places importers as this contract does. */
    public Placement placement(Rulebook rulebook) {
        return new Placement(rulebook, practice);
    }

    /** Routes activities as this contract does. */
    public Router router(Rulebook rulebook) {
        return new Router(rulebook, practice);
    }
}
