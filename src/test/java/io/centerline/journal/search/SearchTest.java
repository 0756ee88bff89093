package io.centerline.journal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.decision.DecisionKind;
import io.centerline.decision.Draft;
import io.centerline.journal.Recorded;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.ReviewCode;
import io.centerline.store.StoreUnavailable;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("EnumOrdinal") // any value will do
class SearchTest {
    private static final LocalDate FIRST_DAY = LocalDate.ofInstant(Journalled.FIRST, ZoneOffset.UTC);

    private static Journalled journal;

    @BeforeAll
    static void record() throws SQLException {
        journal = new Journalled("search");
        journal.record(600);
    }

    @AfterAll
    static void close() {
        journal.close();
    }

    @Test
    void find_anyFilterAndPageSizeWhileOthersRecord_pagesTogetherAreTheWhole() throws Exception {
        Random random = new Random(7);
        int found = 0;
        for (int i = 0; i < 150; i++) {
            Filter filter = filter(random);
            int page = 1 + random.nextInt(60);
            int known = journal.recorded.size();
            List<Recorded> whole = journal.plainly(filter, known);

            // Bits are written while others record and search; some rounds find many chunks without.
            if (random.nextInt(4) == 0) {
                journal.search.coverNext();
            }
            Thread writer = new Thread(() -> journal.record(5));
            writer.start();
            List<Long> indices = read(journal, filter, page);
            writer.join();

            assertThat(indices).as(filter.toString()).isSortedAccordingTo((a, b) -> Long.compare(b, a));
            assertThat(indices.stream().filter(index -> index < known))
                    .as(filter.toString())
                    .containsExactlyElementsOf(
                            whole.stream().map(Recorded::index).toList());
            found += whole.size();
        }
        assertThat(found).isGreaterThan(1_000);
    }

    /** All pages, each read from where the one before ended. */
    private static List<Long> read(Journalled journal, Filter filter, int size) {
        List<Long> indices = new ArrayList<>();
        long before = Search.FROM_THE_NEWEST;
        while (true) {
            List<DecisionSummary> page = journal.search.find(filter, before, size);
            page.forEach(found -> indices.add(found.index()));
            if (page.size() < size) {
                return indices;
            }
            before = page.get(size - 1).index();
        }
    }

    /** Mostly one or two conditions, so that most find something. */
    static Filter filter(Random random) {
        return new Filter(
                sometimes(random, () -> one(random, List.of(DecisionKind.values()))),
                sometimes(random, () -> one(random, Journalled.IMPORTERS)),
                sometimes(random, () -> one(random, Journalled.CENTERS)),
                sometimes(random, () -> one(random, Journalled.STATUSES)),
                sometimes(random, () -> one(random, List.of(Basis.PREDOMINANCE, Basis.ACCOUNT, Basis.APPEAL))),
                sometimes(random, () -> ReviewCode.valueOf(one(random, Journalled.REVIEWS))),
                sometimes(random, () -> new RuleId(one(random, Journalled.RULES))),
                sometimes(random, () -> one(random, Journalled.RULEBOOKS)),
                sometimes(random, () -> FIRST_DAY.plusDays(random.nextInt(3))),
                sometimes(random, () -> FIRST_DAY.plusDays(2 + random.nextInt(5))));
    }

    private static <T> @Nullable T sometimes(Random random, Supplier<T> value) {
        return random.nextInt(6) == 0 ? value.get() : null;
    }

    private static <T> T one(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @Test
    void count_anyFilter_isThePlainCountWhateverHasBits() {
        Random random = new Random(8);
        for (int i = 0; i < 100; i++) {
            Filter filter = filter(random);
            Grouping by = Grouping.values()[random.nextInt(Grouping.values().length)];
            if (random.nextInt(4) == 0) {
                journal.search.coverNext();
            }
            assertThat(journal.search.count(filter, by))
                    .as(filter + " by " + by)
                    .isEqualTo(plainCounts(journal, filter, by));
        }
    }

    private static Counts plainCounts(Journalled journal, Filter filter, Grouping by) {
        List<Recorded> found = journal.plainly(filter, journal.recorded.size());
        SortedMap<String, Long> byKey = new TreeMap<>();
        found.forEach(one -> keys(one.draft(), by).forEach(key -> byKey.merge(key, 1L, Long::sum)));
        return new Counts(found.size(), byKey);
    }

    private static List<String> keys(Draft draft, Grouping by) {
        return switch (by) {
            case CENTER -> List.of(draft.center());
            case BASIS -> List.of(draft.basis() == null ? "NONE" : draft.basis());
            case REVIEW -> draft.reviews();
            case MONTH -> List.of(draft.decidedAt().toString().substring(0, 7));
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 1_000})
    void findAndCount_clocksFarApartOrSetBack_loseNothing(int chunksCovered) throws SQLException {
        try (Journalled apart = new Journalled("search_clocks", SearchTest::clockError)) {
            apart.record(400);
            for (int i = 0; i < chunksCovered && apart.search.coverNext(); i++) {
                // Each covers one more chunk.
            }
            for (LocalDate from = FIRST_DAY.minusDays(1);
                    from.isBefore(FIRST_DAY.plusDays(4));
                    from = from.plusDays(1)) {
                for (String center : new String[] {null, "CEE007"}) {
                    for (LocalDate to : new LocalDate[] {from, from.plusDays(2), null}) {
                        Filter filter = new Filter(null, null, center, null, null, null, null, null, from, to);
                        List<Recorded> whole = apart.plainly(filter, apart.recorded.size());

                        assertThat(read(apart, filter, 50))
                                .as(filter.toString())
                                .containsExactlyElementsOf(
                                        whole.stream().map(Recorded::index).toList());
                        assertThat(apart.search.count(filter, Grouping.CENTER))
                                .as(filter.toString())
                                .isEqualTo(plainCounts(apart, filter, Grouping.CENTER));
                    }
                }
            }
        }
    }

    /** Every third decision comes from a machine up to five hours ahead or behind, one in fifty from one set back by 20 days. */
    private static Duration clockError(Random random) {
        return random.nextInt(50) == 0
                ? Duration.ofDays(-20)
                : random.nextInt(3) == 0 ? Duration.ofMinutes(random.nextInt(600) - 300) : Duration.ZERO;
    }

    @Test
    void coverNext_untilTheEnd_leavesOnlyTheIncompleteChunk() {
        while (journal.search.coverNext()) {
            assertThat(covered()).isLessThanOrEqualTo(journal.recorded.size());
        }
        assertThat(covered()).isGreaterThan(journal.recorded.size() - Journalled.CHUNK);
    }

    private static long covered() {
        return Jdbi.create(journal.pool)
                .withHandle(handle -> handle.createQuery(
                                "select coalesce(sum(length(bits)), 0) from decision_bits where code = 'all'")
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void find_oneDecision_saysWhatWasRecorded() {
        DecisionSummary found = journal.search.find(Filter.ALL, 42, 1).get(0);
        Recorded recorded = journal.recorded.get(41);

        assertThat(found)
                .isEqualTo(new DecisionSummary(
                        recorded.draft().id(),
                        recorded.draft().kind(),
                        41,
                        recorded.draft().importer(),
                        recorded.draft().asOf(),
                        recorded.draft().decidedAt(),
                        recorded.draft().status(),
                        recorded.draft().center(),
                        recorded.draft().basis(),
                        recorded.draft().reviews(),
                        recorded.draft().rules(),
                        recorded.draft().rulebook()));
    }

    @Test
    void findWhole_oneDecision_isAsItWasAnswered() {
        DecisionDocument given = journal.search.findWhole(Filter.ALL, 42, 1).get(0);

        assertThat(given.index()).isEqualTo(41);
        assertThat(new String(given.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"number\":41,\"receipt\":{\"asOf\":\"2026-01-01\",\"index\":41,\"leaf\":\""
                        + HexFormat.of().formatHex(journal.recorded.get(41).leaf()) + "\"}}");
    }

    @Test
    void find_storeAway_saysSo() throws SQLException {
        Journalled gone = new Journalled("search_gone");
        gone.close();

        assertThatThrownBy(() -> gone.search.find(Filter.ALL, Search.FROM_THE_NEWEST, 1))
                .isInstanceOf(StoreUnavailable.class);
    }
}
