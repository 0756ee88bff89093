package io.centerline.application;

import io.centerline.activation.Serving;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.JsonIntake;
import io.centerline.intake.ProtestIntake;
import io.centerline.intake.RoutingIntake;
import io.centerline.intake.rows.RowIntake;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** The intakes of a request: what they accept depends on the days that the rulebook of the request covers. */
@Singleton
public final class Intakes {
    private final HtsReader reader;
    private final Schedule schedule;
    private final IntakeLimits limits;

    Intakes(HtsReader reader, Schedule schedule, IntakeLimits limits) {
        this.reader = reader;
        this.schedule = schedule;
        this.limits = limits;
    }

    public JsonIntake placements(Rulebook rulebook) {
        return new JsonIntake(reader, schedule, rulebook.firstCoveredDay(), limits);
    }

    /** Of rows of entry lines. */
    public RowIntake files(Rulebook rulebook) {
        return new RowIntake(reader, schedule, rulebook.firstCoveredDay(), limits);
    }

    /** Of routings under a rulebook that serves; a day before its first rule of routing is refused. */
    RoutingIntake routings(Serving serving) {
        return new RoutingIntake(
                reader, schedule, firstRoutedDay(serving.rulebook()), serving.router()::needsPort, limits);
    }

    /** Of protests to be put together; a day before the first rule of routing is refused. */
    ProtestIntake protests(Rulebook rulebook) {
        return new ProtestIntake(reader, schedule, firstRoutedDay(rulebook), limits);
    }

    private static LocalDate firstRoutedDay(Rulebook rulebook) {
        return rulebook.firstRoutedDay().orElse(rulebook.firstCoveredDay());
    }
}
