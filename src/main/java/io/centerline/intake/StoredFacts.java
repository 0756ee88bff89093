package io.centerline.intake;

import io.centerline.facts.FactsJson;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;

/**
 * Reads facts back from the canonical form in which they are kept ({@link FactsJson#kept}). What was let in once is read
 * again, whatever limits a request is held to now, whatever days the rules cover now and however often a line is there; the as-of date stands in the
 * facts. Thread-safe.
 */
public final class StoredFacts {
    private static final IntakeLimits NO_LIMITS = new IntakeLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final JsonIntake intake;
    private final RoutingIntake routings;

    /**
     * A reader.
     *
     * @param reader reads HTS numbers
     * @param schedule knows which numbers exist; it can change warnings, never the facts
     */
    public StoredFacts(HtsReader reader, Schedule schedule) {
        this.intake = new JsonIntake(reader, schedule, LocalDate.MIN, NO_LIMITS, false);
        this.routings = new RoutingIntake(reader, schedule, LocalDate.MIN, (activity, day) -> false, NO_LIMITS, false);
    }

    /**
     * Reads kept facts; refused when they are not what this version of the program keeps.
     *
     * @param canonical the facts, UTF-8
     * @param asOf the day they were kept under, for facts that name none
     */
    public Intake read(byte[] canonical, LocalDate asOf) {
        return intake.read(canonical, asOf);
    }

    /** Reads the kept facts of a routing, under the same rules. */
    public RoutingRequest readRouting(byte[] canonical, LocalDate asOf) {
        return routings.read(canonical, asOf);
    }
}
