package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.application.BusyException;
import io.centerline.application.FailureKind;
import io.centerline.intake.IntakeLimits;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorMappingTest {

    @Test
    void busy_serviceWithOtherRulebooks_saysWhenToComeBack() {
        ApiRoutes none = new ApiRoutes(List.of());

        Response response = new ErrorMapping(none, new Bodies(IntakeLimits.DEFAULT, none))
                .failed(new BusyException("other rulebooks are being checked", 5));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeaderString("Retry-After")).isEqualTo("5");
        assertThat(response.getEntity()).isEqualTo(Problem.of(Problem.Kind.BUSY, "other rulebooks are being checked"));
    }

    @Test
    void kinds_ofFailures_areKindsOfProblems() {
        assertThat(FailureKind.values())
                .allSatisfy(kind -> assertThat(Problem.Kind.of(kind).name()).isEqualTo(kind.name()));
    }

    /** A title is read in a list or a log, without the rest. */
    @Test
    void titles_ofProblems_areAFewPlainWords() {
        List<String> titles = Arrays.stream(Problem.Kind.values())
                .map(kind -> Problem.of(kind, "").title())
                .toList();

        assertThat(titles)
                .doesNotHaveDuplicates()
                .allSatisfy(title -> assertThat(title)
                        .matches("[A-Z][A-Za-z ]{4,39}")
                        .doesNotContainPattern("\\b(thing|stands|may|what|which|than)\\b"));
    }
}
