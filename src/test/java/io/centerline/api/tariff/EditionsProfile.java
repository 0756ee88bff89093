package io.centerline.api.tariff;

import io.centerline.application.ProposalPolicy;
import io.centerline.tariff.AddedEdition;
import io.centerline.tariff.Schedule;
import io.centerline.tariff.ScheduleFolder;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * A service with an edition of 2014 beside that of the program, which activates only what a second person approved: two
 * things that do not touch each other, so that one start serves the tests of both.
 */
public final class EditionsProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "editions");
            Schedule listed = Schedule.listed(
                    "hts-2014", new TreeMap<>(Map.of("8471300014", "No.", "8471300100", "No.", "9801001012", "")));
            new ScheduleFolder(folder)
                    .add(new AddedEdition(listed, LocalDate.of(2014, 1, 1), LocalDate.of(2014, 12, 31)));
            return Map.of(
                    "centerline.schedules.dir",
                    folder.toString(),
                    ProposalPolicy.PROPOSAL,
                    "required",
                    ProposalPolicy.REVIEWER,
                    "another");
        } catch (IOException | ScheduleFolder.EditionRefused failed) {
            throw new IllegalStateException(failed);
        }
    }
}
