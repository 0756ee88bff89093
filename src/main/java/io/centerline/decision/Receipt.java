package io.centerline.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a decision was made of. The same receipt gives the same answer on another machine, years later.
 *
 * @param id the decision's id; null for a decision that is not recorded
 * @param rulebook hash of the rulebook
 * @param facts hash of the facts
 * @param schedule edition of the tariff schedule
 * @param program version of the program
 * @param contract what the program's own code says and does in the decision
 * @param asOf the day decided for
 * @param decidedAt when it was decided, to the millisecond; null for a decision of a run, which is a function of its input
 */
public record Receipt(
        @Nullable UUID id,
        String rulebook,
        String facts,
        String schedule,
        String program,
        Contract contract,
        LocalDate asOf,
        @Nullable Instant decidedAt) {

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    /** The time as answers print it, always with three decimals; null when the decision has none. */
    public @Nullable String decidedAtText() {
        return decidedAt == null ? null : timeText(decidedAt);
    }

    /** The receipt of a decision of a run, which has neither id nor time. */
    public static Receipt ofRun(String rulebook, String facts, String schedule, String program, LocalDate asOf) {
        return new Receipt(null, rulebook, facts, schedule, program, Contract.CURRENT, asOf, null);
    }

    /** A time as answers print it, always with three decimals. */
    public static String timeText(Instant time) {
        return MILLISECONDS.format(time);
    }
}
