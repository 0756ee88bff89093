package io.centerline.impact;

import io.centerline.decision.LeafHash;
import io.centerline.facts.Facts;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Masking;
import io.centerline.facts.RoutingFacts;
import io.centerline.impact.runs.RecordedCases;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.routing.Router;
import io.centerline.routing.Routing;
import io.centerline.routing.RoutingAnswer;
import io.centerline.rulebook.Rulebook;
import io.centerline.store.embedded.SharedStore.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Decisions put into the journal's table as if they had been recorded, the next one always a day after the last. */
public final class RecordedDecisions {
    static final Instant FIRST = Instant.parse("2026-01-01T12:00:00Z");

    private final Jdbi jdbi;

    public RecordedDecisions(Database database) {
        this.jdbi = Jdbi.create(pool(database));
    }

    public static PGSimpleDataSource pool(Database database) {
        PGSimpleDataSource pool = new PGSimpleDataSource();
        pool.setUrl(database.url());
        pool.setUser(database.user());
        pool.setPassword(database.password());
        return pool;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** Decides and records. */
    public void record(Rulebook rulebook, Iterable<Facts> all) {
        Placement placement = new Placement(rulebook);
        jdbi.useTransaction(handle -> {
            for (Facts facts : all) {
                insert(handle, placement.decide(facts, java.util.List.of(), Placement.Explain.SUMMARY));
            }
        });
    }

    private static void insert(Handle handle, Decision decision) {
        Facts facts = decision.facts();
        insert(
                handle,
                facts.importer().number().masked(),
                decision.outcome().code(),
                decision.outcome().basis() == null
                        ? null
                        : decision.outcome().basis().name(),
                decision.outcome().status(),
                facts.asOf(),
                decision.rulebook(),
                new String(FactsJson.canonical(facts, Masking.NONE), StandardCharsets.UTF_8));
    }

    /** Records facts that are what they are; null for erased ones. */
    public void record(@Nullable String facts, LocalDate asOf) {
        jdbi.useTransaction(
                handle -> insert(handle, "12-345678900", "CEE007", null, "PLACED", asOf, "sha256:aa", facts));
    }

    /** Routes and records. */
    public void record(Rulebook rulebook, RoutingFacts facts) {
        Routing routing = ((RoutingAnswer.Routed)
                        new Router(rulebook).route(facts, java.util.List.of(), Placement.Explain.SUMMARY))
                .routing();
        jdbi.useTransaction(handle -> {
            handle.execute("alter table decision alter column kind set default 'ROUTING'");
            insert(
                    handle,
                    facts.importer().number().masked(),
                    routing.code(),
                    routing.basis() == null ? null : routing.basis().name(),
                    routing.status(),
                    facts.asOf(),
                    routing.rulebook(),
                    new String(FactsJson.canonical(facts, Masking.NONE), StandardCharsets.UTF_8));
            handle.execute("alter table decision alter column kind set default 'PLACEMENT'");
        });
    }

    private static void insert(
            Handle handle,
            String importer,
            String center,
            String basis,
            String status,
            LocalDate asOf,
            String rulebook,
            @Nullable String facts) {
        long index = RecordedCases.journal(handle);
        // What a decision does not say is not compared with its columns, and without a salt facts are not committed to.
        boolean routing = handle.createQuery("select column_default like '%ROUTING%' from information_schema.columns"
                        + " where table_name = 'decision' and column_name = 'kind'")
                .mapTo(Boolean.class)
                .one();
        String body = routing ? "{\"activity\":\"X\"}" : "{}";
        handle.createUpdate("insert into decision (index, id, importer, center, basis, status, reviews, rules, as_of,"
                        + " decided_at, rulebook, schedule, program, facts, body, leaf, places) values (?, ?, ?, ?, ?, ?, '{}',"
                        + " '{}', ?, ?, ?, 'hts-2026-rev4', '0.1.0', ?, ?, ?, 2)")
                .bind(0, index)
                .bind(1, new UUID(0, index))
                .bind(2, importer)
                .bind(3, center)
                .bind(4, basis)
                .bind(5, status)
                .bind(6, asOf)
                .bind(7, Timestamp.from(FIRST.plusSeconds(86_400 * index)))
                .bind(8, rulebook)
                .bind(9, facts)
                .bind(10, body)
                .bind(11, LeafHash.of(body.getBytes(StandardCharsets.UTF_8)))
                .execute();
    }
}
