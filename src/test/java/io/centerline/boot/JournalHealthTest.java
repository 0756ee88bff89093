package io.centerline.boot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.centerline.journal.Drafts;
import io.centerline.journal.Journal;
import io.centerline.journal.Recorded;
import io.centerline.journal.StoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class JournalHealthTest {

    @Inject
    Journal journal;

    @Test
    void ready_databaseThere_isUp() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItems("journal", "log", "data folder", "rulebook"));
    }

    @Test
    void difference_clockMoreThanAMinuteOff_isTold() {
        Instant now = Instant.parse("2026-11-25T23:55:00Z");

        assertThat(JournalHealth.difference(now, now.minusSeconds(60))).isEmpty();
        assertThat(JournalHealth.difference(now, now.plusSeconds(600)))
                .startsWith("the clock of this machine is 600 s ahead of the database's");
        assertThat(JournalHealth.difference(now, now.minusSeconds(61))).contains("61 s behind the database's");
    }

    @Test
    void record_inTheApplication_isFoundAndMeasured() {
        Recorded recorded =
                journal.record(Drafts.draft(), null).toCompletableFuture().join();

        assertThat(journal.find(recorded.draft().id()))
                .get()
                .extracting(Recorded::index)
                .isEqualTo(recorded.index());
        given().get("/q/metrics")
                .then()
                .body(containsString("centerline_journal_queue"))
                .body(containsString("centerline_journal_batch_count"))
                .body(containsString("centerline_journal_commit_seconds_count"));
    }
}
