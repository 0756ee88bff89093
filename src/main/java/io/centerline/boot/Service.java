package io.centerline.boot;

import io.centerline.api.BodyMemory;
import io.centerline.intake.IntakeLimits;
import io.centerline.tariff.Descriptions;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import io.centerline.tariff.ScheduleFileException;
import io.centerline.tariff.ScheduleFolder;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the parts of the service. The clock made here is the only one requests ask. */
@Singleton
final class Service {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Schedule schedule(@ConfigProperty(name = "centerline.schedules.dir", defaultValue = "schedules") String folder) {
        return new ScheduleFolder(Path.of(folder)).schedule();
    }

    @Produces
    @Singleton
    HtsReader htsReader(Schedule schedule) {
        return new HtsReader(schedule);
    }

    @Produces
    @Singleton
    Descriptions descriptions(@ConfigProperty(name = "centerline.schedule.file") Optional<String> file)
            throws IOException, ScheduleFileException {
        return file.isEmpty() ? Descriptions.none() : Descriptions.read(Path.of(file.get()));
    }

    @Produces
    @Singleton
    IntakeLimits limits(
            @ConfigProperty(name = "centerline.intake.lines", defaultValue = "200000") int lines,
            @ConfigProperty(name = "centerline.intake.bytes", defaultValue = "16777216") int bytes) {
        return new IntakeLimits(lines, (int) Math.min(bytes, BodyMemory.most()));
    }
}
