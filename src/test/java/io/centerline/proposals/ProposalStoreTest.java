package io.centerline.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.centerline.activation.Activation;
import io.centerline.activation.ActivationRequest;
import io.centerline.activation.Activations;
import io.centerline.activation.QuotedReports;
import io.centerline.activation.RulebookStore;
import io.centerline.journal.Comparing;
import io.centerline.journal.LogAltered;
import io.centerline.journal.StoredRecord;
import io.centerline.journal.Tampering;
import io.centerline.proposals.ProposedChange.CheckCount;
import io.centerline.proposals.ProposedChange.RuleDifference;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.RuleFolder;
import io.centerline.store.embedded.SharedStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class ProposalStoreTest {
    private static final RuleFolder FOLDER = RuleFolder.read(Path.of("rules"));
    private static final UUID REPORT = UUID.fromString("01234567-89ab-7def-8123-456789abcdef");
    private static final ProposedChange CHANGE = new ProposedChange(
            new CheckCount(3, 2, 1, 3, 1, 0),
            List.of(new RuleDifference("MEM-0712", "ADDED", List.of("MEM-0712 is new"))),
            4,
            0);
    private static final Consumer<ProposalFile> ANYTHING = file -> {};

    private final PGSimpleDataSource pool = new PGSimpleDataSource();
    private ProposalStore proposals;
    private Activations activations;
    private String base;
    private String next;

    @BeforeEach
    void openDatabase() {
        SharedStore.Database database = SharedStore.migrated("proposals");
        pool.setUrl(database.url());
        pool.setUser(database.user());
        pool.setPassword(database.password());
        RulebookStore versions = new RulebookStore(pool);
        proposals = new ProposalStore(pool);
        activations = new Activations(pool);
        base = versions.store(FOLDER, "ann").hash();
        next = versions.store(changed(1), "ann").hash();
        activations.activateFirst(base, "start", "first start");
    }

    @Test
    void review_returnedAfterApproval_isKeptInOrderWithItsLeaves() throws Exception {
        ProposalFile proposed = propose(next);
        assertThat(proposed.state(base)).isEqualTo(ProposalState.OPEN);
        assertThat(proposals.review(1, says(ReviewVerdict.APPROVED), ANYTHING).state(base))
                .isEqualTo(ProposalState.APPROVED);
        ProposalFile returned = proposals.review(
                1,
                new ReviewRequest(
                        ReviewVerdict.RETURNED, "cyd", "see line 7", List.of(new LineComment("a.drl", 7, "wrong day"))),
                ANYTHING);

        assertThat(returned.state(base)).isEqualTo(ProposalState.RETURNED);
        assertThat(returned.version()).isEqualTo(3);
        assertThat(proposals.find(1)).contains(returned);
        assertThat(proposals.list(10, Long.MAX_VALUE)).containsExactly(returned);
        assertThat(proposals.list(10, 1)).isEmpty();
        assertThat(returned.proposal().change()).isEqualTo(CHANGE);
        assertThat(Comparing.records(pool))
                .extracting(StoredRecord::kind, StoredRecord::ref)
                .contains(
                        tuple("opening", "proposal"),
                        tuple("proposal", "1"),
                        tuple("opening", "review"),
                        tuple("review", "1/2"),
                        tuple("review", "1/3"));
        assertThat(differences()).isZero();
    }

    @Test
    void leaves_ofProposalsAndReviews_sayNobodysName() throws Exception {
        propose(next);
        proposals.review(
                1,
                new ReviewRequest(
                        ReviewVerdict.RETURNED, "bob", "not yet", List.of(new LineComment("a.drl", 7, "ask Cyd"))),
                ANYTHING);

        assertThat(Comparing.records(pool))
                .filteredOn(record -> !record.kind().equals("opening"))
                .allSatisfy(record -> assertThat(new String(record.said(), StandardCharsets.UTF_8))
                        .contains("\"content\":\"sha256:")
                        .doesNotContain("ann", "bob", "Cyd", "not yet", "because", "a.drl"));
    }

    @Test
    void add_sameRulebookAgain_isRefusedWhileNobodySaidNo() {
        propose(next);
        assertThatThrownBy(() -> propose(next))
                .isInstanceOf(ProposalConflict.class)
                .hasMessageContaining("proposal 1 is about this rulebook and OPEN");
        assertThatThrownBy(() -> proposals.holdNew(next, base)).isInstanceOf(ProposalConflict.class);

        proposals.review(1, says(ReviewVerdict.WITHDRAWN), ANYTHING);

        assertThat(propose(next).proposal().number()).isEqualTo(2);
    }

    @Test
    void review_twoAtOnce_seeOneAnother() throws Exception {
        propose(next);
        Consumer<ProposalFile> firstVersion = file -> {
            if (file.version() != 1) {
                throw new ProposalStale(file);
            }
        };
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<ProposalFile>> both = two.invokeAll(List.of(
                    () -> proposals.review(1, says(ReviewVerdict.APPROVED), firstVersion),
                    () -> proposals.review(1, says(ReviewVerdict.RETURNED), firstVersion)));

            assertThat(both.stream().filter(ProposalStoreTest::isStale)).hasSize(1);
        } finally {
            two.shutdownNow();
        }
        assertThat(proposals.find(1).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void activate_withAnApprovedProposal_quotesIt() throws Exception {
        propose(next);
        assertThatThrownBy(() -> activate(next, 1L))
                .isInstanceOf(ApprovalNeeded.class)
                .hasMessage("proposal 1 is OPEN");
        proposals.review(1, says(ReviewVerdict.APPROVED), ANYTHING);
        Activation quoting = activate(next, 1L);

        assertThat(quoting.proposal()).isEqualTo(1);
        assertThat(activations.active()).contains(quoting);
        assertThat(proposals.find(1).orElseThrow().state(next)).isEqualTo(ProposalState.ACTIVATED);
        assertThat(differences()).isZero();
        assertThatThrownBy(() -> activate(base, 1L))
                .isInstanceOf(ApprovalNeeded.class)
                .hasMessageStartingWith("proposal 1 is about another rulebook");
        assertThatThrownBy(() -> activate(base, 9L))
                .isInstanceOf(UnknownProposal.class)
                .hasMessage("no proposal has the number 9");
    }

    @Test
    void activate_anotherRulebookMeanwhile_overtakesTheApproval() {
        String other = new RulebookStore(pool).store(changed(2), "ann").hash();
        propose(next);
        proposals.review(1, says(ReviewVerdict.APPROVED), ANYTHING);
        activate(other, null);

        assertThatThrownBy(() -> activate(next, 1L))
                .isInstanceOf(ApprovalNeeded.class)
                .hasMessage("proposal 1 is OVERTAKEN");

        activate(base, null);

        assertThat(activate(next, 1L).proposal()).isEqualTo(1);
    }

    @Test
    void add_aRowThatNobodyLogged_isFoundOnceTheKindIsOpened() throws Exception {
        Tampering.run(
                pool,
                "insert into proposal (number, rulebook, base, author, reason, checked, differences, moved, past) select 1,"
                        + " hash, hash, 'eve', 'mine', '{}', '[]', 0, 0 from rulebook limit 1");

        assertThatThrownBy(() -> proposals.list(10, Long.MAX_VALUE)).isInstanceOf(RuntimeException.class);
        assertThat(propose(next).proposal().number()).isEqualTo(2);
        assertThat(differences()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update proposal set author = 'eve'",
                "update proposal set moved = 0",
                "update proposal_review set verdict = 'APPROVED', comment = 'fine'",
                "delete from proposal_review",
                "insert into proposal_review (proposal, version, verdict, reviewer, comment, comments)"
                        + " values (1, 3, 'APPROVED', 'eve', '', '[]')"
            })
    void find_alteredBesideTheLog_isRefused(String change) throws Exception {
        propose(next);
        proposals.review(1, says(ReviewVerdict.RETURNED), ANYTHING);
        Tampering.run(pool, "alter table proposal disable trigger append_only");
        Tampering.run(pool, "alter table proposal_review disable trigger append_only");
        Tampering.run(pool, change);

        assertThatThrownBy(() -> proposals.find(1))
                .isInstanceOf(LogAltered.class)
                .hasMessageContaining("proposal 1");
        assertThat(differences()).isPositive();
    }

    private ProposalFile propose(String rulebook) {
        return proposals.add(new ProposalRequest(rulebook, "ann", "because", "draft-7", null, REPORT), base, CHANGE);
    }

    private Activation activate(String rulebook, @Nullable Long proposal) {
        return activations.activate(new ActivationRequest(rulebook, "dan", "try", null, null, null, proposal));
    }

    private static boolean isStale(Future<ProposalFile> review) {
        try {
            review.get();
            return false;
        } catch (ExecutionException refused) {
            return refused.getCause() instanceof ProposalStale;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static ReviewRequest says(ReviewVerdict verdict) {
        return new ReviewRequest(verdict, "bob", "", List.of());
    }

    private long differences() throws Exception {
        return Comparing.differences(
                pool, Activations.source(), new QuotedReports(), ProposalRecords.source(), new ReviewRecords());
    }

    private static RuleFolder changed(int times) {
        TreeMap<String, String> texts = new TreeMap<>(FOLDER.rules().texts());
        texts.replaceAll((path, text) -> text + "\n".repeat(times));
        return new RuleFolder(new RuleFiles(texts), FOLDER.tests());
    }
}
