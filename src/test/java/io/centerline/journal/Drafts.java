package io.centerline.journal;

import io.centerline.decision.DecisionKind;
import io.centerline.decision.Draft;
import io.centerline.decision.Receipt;
import io.centerline.log.Disclosed;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Drafts to record. */
public final class Drafts {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Drafts() {}

    public static Draft draft() {
        return draft("12-345678900", "PREDOMINANCE", "{\"status\":\"PLACED\", \"b\":1,\"a\":\"é\\u0000\"}");
    }

    /** One whose body commits to its facts. */
    public static Draft committed(Instant decidedAt) {
        UUID id = UUID.randomUUID();
        Disclosed kept = Disclosed.salted(
                ("{\"importer\":{\"name\":\"Acme " + id + "\",\"number\":\"123-45-6789\"}}")
                        .getBytes(StandardCharsets.UTF_8),
                RANDOM);
        String body = "{\"id\":\"" + id + "\",\"importer\":{\"number\":\"***-**-6789\"},\"status\":\"PLACED\","
                + "\"center\":{\"code\":\"CEE007\"},\"basis\":\"PREDOMINANCE\",\"reviews\":[],"
                + "\"explanation\":{\"steps\":[{\"rule\":\"PRE-001\"}]},"
                + "\"receipt\":{\"rulebook\":\"sha256:aa\",\"facts\":\"" + kept.commitment()
                + "\",\"schedule\":\"hts-2026-rev4\",\"program\":\"0.1.0\",\"contract\":2,"
                + "\"asOf\":\"2026-11-25\",\"decidedAt\":\"" + Receipt.timeText(decidedAt) + "\"}}";
        return new Draft(
                id,
                DecisionKind.PLACEMENT,
                "***-**-6789",
                "PLACED",
                "CEE007",
                "PREDOMINANCE",
                List.of(),
                List.of("PRE-001"),
                LocalDate.of(2026, 11, 25),
                decidedAt,
                "sha256:aa",
                "hts-2026-rev4",
                "0.1.0",
                kept.facts(),
                kept.salt(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    public static Draft draft(String importer, @Nullable String basis, String body) {
        return new Draft(
                UUID.randomUUID(),
                DecisionKind.PLACEMENT,
                importer,
                "PLACED",
                "CEE007",
                basis,
                List.of("TIE", "THIN_EVIDENCE"),
                List.of(),
                LocalDate.of(1999, 12, 31),
                Instant.parse("2026-11-25T01:02:03.004005Z"),
                "sha256:aa",
                "hts-2026-rev4",
                "0.1.0",
                "{\"importer\":{ \"name\":\"Acme\"}}".getBytes(StandardCharsets.UTF_8),
                new byte[32],
                body.getBytes(StandardCharsets.UTF_8));
    }
}
