package io.centerline.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.intake.Intake;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.JsonIntake;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder under {@code errors} is one kind of bad request and the issues it is answered with. Folders whose
 * request is well-formed warn instead. Record anew with {@code -Dgolden.record=true} and review the difference.
 */
class GoldenRequestsTest {

    private static final Path ERRORS = Path.of("src", "test", "resources", "errors");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Schedule SCHEDULE = Schedule.load();
    private static final JsonIntake INTAKE = new JsonIntake(
            new HtsReader(SCHEDULE), SCHEDULE, LocalDate.of(2013, 4, 4), new IntakeLimits(25, 1_000_000));
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(ERRORS)) {
            return folders.sorted().toList().stream();
        }
    }

    @Test
    void folders_all_areAtLeastThirty() throws IOException {
        assertThat(folders()).hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void read_badRequest_answersAsRecorded(Path folder) throws IOException {
        Intake intake = INTAKE.read(Files.readAllBytes(folder.resolve("request.json")), TODAY);
        Path expected = folder.resolve("expected.problem.json");
        String answer = write(intake);

        if (Boolean.getBoolean("golden.record")) {
            Files.writeString(expected, answer);
        }

        assertThat(answer).isEqualTo(Files.readString(expected).replace("\r\n", "\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void read_badRequest_isAnsweredInTheHouseStyle(Path folder) throws IOException {
        Intake intake = INTAKE.read(Files.readAllBytes(folder.resolve("request.json")), TODAY);

        assertThat(found(intake)).isNotEmpty().allSatisfy(issue -> {
            assertThat(issue.message()).doesNotEndWith(".").doesNotContain("\n").doesNotContainPattern("[a-z]\\.[A-Z]");
            assertThat(issue.message()).doesNotContainPattern("[0-9]{3}-[0-9]{2}-[0-9]{4}");
            assertThat(issue.message().codePointAt(0))
                    .matches(first ->
                            !Character.isUpperCase(first) || issue.message().startsWith("HTS"));
            assertThat(issue.help()).doesNotEndWith(".");
            assertThat(intake instanceof Intake.Accepted || !issue.help().isEmpty())
                    .as("%s has help", issue.message())
                    .isTrue();
            assertThat(issue.pointer()).matches(pointer -> pointer.isEmpty() || pointer.startsWith("/"));
        });
    }

    private static List<Issue> found(Intake intake) {
        return intake instanceof Intake.Refused refused ? refused.issues() : ((Intake.Accepted) intake).warnings();
    }

    private static String write(Intake intake) throws IOException {
        String key = intake instanceof Intake.Refused ? "issues" : "warnings";
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        java.util.Map<String, Object> answer = java.util.Map.of(key, found(intake));
        return new String(JSON.writer(printer).writeValueAsBytes(answer), StandardCharsets.UTF_8) + "\n";
    }
}
