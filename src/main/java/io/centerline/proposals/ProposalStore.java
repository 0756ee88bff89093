package io.centerline.proposals;

import io.centerline.journal.LogAltered;
import io.centerline.journal.LogRecords;
import io.centerline.log.LogRecord;
import io.centerline.log.RecordKind;
import io.centerline.log.RecordText;
import io.centerline.store.Statements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The proposals on file, each held to the log before anybody goes by it. Methods throw what JDBC and Jdbi throw, and
 * {@link LogAltered} when a proposal or a review is not what the log holds of it.
 */
public final class ProposalStore {

    /** Whoever proposes queues here, so that numbers have no gaps ("Propos" in ASCII). */
    private static final long LOCK = 0x50726f706f73L;

    private final Jdbi jdbi;

    /** Over a pool of read-committed connections to a database with the program's tables. */
    public ProposalStore(DataSource pool) {
        this.jdbi = Statements.over(pool);
    }

    /**
     * Enters a proposal.
     *
     * @param base hash of the rulebook it was compared with
     * @throws ProposalConflict when the same rulebook is proposed over the same base already, and nobody has said no
     */
    public ProposalFile add(ProposalRequest asked, String base, ProposedChange change) {
        return jdbi.inTransaction(handle -> {
            handle.createQuery("select pg_advisory_xact_lock(?)")
                    .bind(0, LOCK)
                    .mapTo(String.class)
                    .one();
            RuleProposal proposal = insert(handle, asked, base, change);
            holdNew(handle, proposal.rulebook(), base, proposal.number());
            LogRecords.append(
                    handle, RecordKind.PROPOSAL, Long.toString(proposal.number()), ProposalRecords.text(proposal));
            return new ProposalFile(proposal, List.of(), null);
        });
    }

    /**
     * Passes a rulebook that is not proposed yet.
     *
     * @param base hash of the rulebook that is active
     * @throws ProposalConflict when it is
     */
    public void holdNew(String rulebook, String base) {
        jdbi.useTransaction(handle -> holdNew(handle, rulebook, base, Long.MAX_VALUE));
    }

    private static RuleProposal insert(Handle handle, ProposalRequest asked, String base, ProposedChange change) {
        return handle.createQuery("insert into proposal (number, rulebook, base, author, reason, draft, correction,"
                        + " impact, checked, differences, moved, past)"
                        + " values ((select coalesce(max(number), 0) + 1 from proposal), ?, ?, ?, ?, ?, ?, ?::uuid,"
                        + " ?::json, ?::json, ?, ?) returning *")
                .bind(0, asked.rulebook())
                .bind(1, base)
                .bind(2, asked.author())
                .bind(3, asked.reason())
                .bind(4, asked.draft())
                .bind(5, asked.correction())
                .bind(6, asked.impact() == null ? null : asked.impact().toString())
                .bind(7, ProposalRecords.write(change.check()))
                .bind(8, ProposalRecords.write(change.differences()))
                .bind(9, change.movedNumbers())
                .bind(10, change.pastChanges())
                .map((row, context) -> ProposalRecords.proposal(row))
                .one();
    }

    private static void holdNew(Handle handle, String rulebook, String base, long before) {
        List<Long> same = handle.createQuery("select number from proposal where rulebook = ? and base = ?"
                        + " and number < ? order by number desc")
                .bind(0, rulebook)
                .bind(1, base)
                .bind(2, before)
                .mapTo(Long.class)
                .list();
        for (long number : same) {
            ProposalState state = read(handle, number).orElseThrow().state(base);
            if (state == ProposalState.OPEN || state == ProposalState.APPROVED) {
                throw new ProposalConflict("proposal " + number + " is about this rulebook and " + state
                        + "; review it, or withdraw it and propose again");
            }
        }
    }

    /**
     * Adds what a person says.
     *
     * @param hold throws when the person may not say that of the proposal as it is; asked while nobody else can review it
     * @return the proposal with it
     * @throws UnknownProposal when there is none
     */
    public ProposalFile review(long number, ReviewRequest said, Consumer<ProposalFile> hold) {
        return jdbi.inTransaction(handle -> {
            lock(handle, number);
            ProposalFile before = read(handle, number).orElseThrow(() -> new UnknownProposal(number));
            hold.accept(before);
            ProposalReview review = insert(handle, before, said);
            LogRecords.append(handle, RecordKind.REVIEW, review.ref(), ReviewRecords.text(review));
            List<ProposalReview> all = new ArrayList<>(before.reviews());
            all.add(review);
            return new ProposalFile(before.proposal(), all, before.activation());
        });
    }

    private static ProposalReview insert(Handle handle, ProposalFile before, ReviewRequest said) {
        return handle.createQuery(
                        "insert into proposal_review (proposal, version, verdict, reviewer, comment, comments)"
                                + " values (?, ?, ?, ?, ?, ?::json) returning *")
                .bind(0, before.proposal().number())
                .bind(1, before.version() + 1)
                .bind(2, said.verdict().name())
                .bind(3, said.reviewer())
                .bind(4, said.comment())
                .bind(5, ProposalRecords.write(said.comments()))
                .map((row, context) -> ReviewRecords.review(row))
                .one();
    }

    /** The proposal with a number; empty when there is none. */
    public Optional<ProposalFile> find(long number) {
        return jdbi.inTransaction(handle -> read(handle, number));
    }

    /**
     * Proposals, the last one first.
     *
     * @param limit at most so many
     * @param before only those with a smaller number; {@link Long#MAX_VALUE} for all
     */
    public List<ProposalFile> list(int limit, long before) {
        return jdbi.inTransaction(handle -> files(
                handle,
                handle.createQuery("select * from proposal where number < ? order by number desc limit ?")
                        .bind(0, before)
                        .bind(1, limit)
                        .map((row, context) -> ProposalRecords.proposal(row))
                        .list()));
    }

    /**
     * The proposal as it is, while nobody can review it until the transaction ends.
     *
     * @throws UnknownProposal when there is none
     */
    public static ProposalFile locked(Handle handle, long number) {
        lock(handle, number);
        return read(handle, number).orElseThrow(() -> new UnknownProposal(number));
    }

    private static void lock(Handle handle, long number) {
        handle.createQuery("select number from proposal where number = ? for update")
                .bind(0, number)
                .mapTo(Long.class)
                .findOne();
    }

    private static Optional<ProposalFile> read(Handle handle, long number) {
        return files(
                        handle,
                        handle.createQuery("select * from proposal where number = ?")
                                .bind(0, number)
                                .map((row, context) -> ProposalRecords.proposal(row))
                                .list())
                .stream()
                .findFirst();
    }

    private static List<ProposalFile> files(Handle handle, List<RuleProposal> proposals) {
        if (proposals.isEmpty()) {
            return List.of();
        }
        List<Long> numbers = proposals.stream().map(RuleProposal::number).toList();
        Map<Long, List<ProposalReview>> reviews = new LinkedHashMap<>();
        handle.createQuery("select * from proposal_review where proposal in (<numbers>) order by proposal, version")
                .bindList("numbers", numbers)
                .map((row, context) -> ReviewRecords.review(row))
                .forEach(review -> reviews.computeIfAbsent(review.proposal(), none -> new ArrayList<>())
                        .add(review));
        Map<Long, Long> activations = new LinkedHashMap<>();
        handle.createQuery("select proposal, min(number) as number from activation where proposal in (<numbers>)"
                        + " and exists (select from log_record where kind = 'activation' and ref = activation.number::text)"
                        + " group by proposal")
                .bindList("numbers", numbers)
                .map((row, context) -> Map.entry(row.getLong("proposal"), row.getLong("number")))
                .forEach(quoted -> activations.put(quoted.getKey(), quoted.getValue()));
        List<ProposalFile> files = proposals.stream()
                .map(proposal -> new ProposalFile(
                        proposal,
                        reviews.getOrDefault(proposal.number(), List.of()),
                        activations.get(proposal.number())))
                .toList();
        hold(handle, files);
        return files;
    }

    /** Each row needs its leaf and says what the leaf says, and the log has no review behind the last one. */
    private static void hold(Handle handle, List<ProposalFile> files) {
        Map<String, LogRecord> proposals = LogRecords.held(
                handle,
                RecordKind.PROPOSAL,
                files.stream()
                        .map(file -> Long.toString(file.proposal().number()))
                        .toList());
        List<String> refs = new ArrayList<>();
        for (ProposalFile file : files) {
            for (long version = 2; version <= file.version() + 1; version++) {
                refs.add(file.proposal().number() + "/" + version);
            }
        }
        Map<String, LogRecord> reviews = LogRecords.held(handle, RecordKind.REVIEW, refs);
        for (ProposalFile file : files) {
            long number = file.proposal().number();
            boolean held = says(proposals.get(Long.toString(number)), ProposalRecords.text(file.proposal()));
            for (int i = 0; i < file.reviews().size(); i++) {
                ProposalReview review = file.reviews().get(i);
                held &= review.version() == i + 2 && says(reviews.get(review.ref()), ReviewRecords.text(review));
            }
            if (!held || reviews.containsKey(number + "/" + (file.version() + 1))) {
                throw new LogAltered("proposal " + number + ", or what was said of it, is not what the log holds");
            }
        }
    }

    private static boolean says(@Nullable LogRecord leaf, RecordText text) {
        return leaf != null && leaf.keepsContent() && text.isSaidBy(leaf);
    }
}
