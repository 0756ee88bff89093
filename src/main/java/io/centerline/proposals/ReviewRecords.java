package io.centerline.proposals;

import com.fasterxml.jackson.core.type.TypeReference;
import io.centerline.journal.RecordSource;
import io.centerline.log.RecordKind;
import io.centerline.log.RecordText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reviews and withdrawals as leaves of the log, each named by its proposal and the version it made. */
public final class ReviewRecords implements RecordSource {

    static ProposalReview review(ResultSet row) throws SQLException {
        return new ProposalReview(
                row.getLong("number"),
                row.getLong("proposal"),
                row.getLong("version"),
                new ReviewRequest(
                        ReviewVerdict.valueOf(row.getString("verdict")),
                        row.getString("reviewer"),
                        row.getString("comment"),
                        ProposalRecords.read(row.getString("comments"), new TypeReference<List<LineComment>>() {})),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    static RecordText text(ProposalReview review) {
        ReviewRequest said = review.said();
        return new RecordText(
                Map.of(
                        "number", review.number(),
                        "proposal", review.proposal(),
                        "version", review.version(),
                        "verdict", said.verdict().name(),
                        "at", review.at().toString()),
                Map.of(
                        "reviewer", said.reviewer(),
                        "comment", said.comment(),
                        "comments",
                                said.comments().stream()
                                        .map(one -> Map.of("file", one.file(), "line", one.line(), "text", one.text()))
                                        .toList()));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.REVIEW;
    }

    @Override
    public Optional<RecordText> find(Handle handle, String ref) {
        String[] parts = ref.split("/", 2);
        return handle.createQuery("select * from proposal_review where proposal = ?::bigint and version = ?::bigint")
                .bind(0, parts[0])
                .bind(1, parts[1])
                .map((row, context) -> text(review(row)))
                .findOne();
    }

    @Override
    public Part withoutLeaf(Handle handle, String after, int rows) {
        return Part.of(
                handle.createQuery("select number::text as key, ref, not exists"
                                + " (select from log_record where kind = 'review' and log_record.ref = looked.ref) as lost"
                                + " from (select number, proposal || '/' || version as ref from proposal_review"
                                + " where number > :after::bigint order by number limit :rows) looked"
                                + " order by looked.number")
                        .bind("after", after.isEmpty() ? "-1" : after)
                        .bind("rows", rows),
                rows);
    }

    @Override
    public boolean isBefore(Handle handle, String ref, String other) {
        return number(handle, ref) < number(handle, other);
    }

    private static long number(Handle handle, String ref) {
        String[] parts = ref.split("/", 2);
        return handle.createQuery(
                        "select number from proposal_review where proposal = ?::bigint and version = ?::bigint")
                .bind(0, parts[0])
                .bind(1, parts[1])
                .mapTo(Long.class)
                .findOne()
                .orElse(Long.MAX_VALUE);
    }
}
