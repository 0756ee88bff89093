package io.centerline.proposals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.journal.NumberedRecords;
import io.centerline.journal.RecordSource;
import io.centerline.log.RecordKind;
import io.centerline.log.RecordText;
import io.centerline.proposals.ProposedChange.CheckCount;
import io.centerline.proposals.ProposedChange.RuleDifference;
import io.centerline.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The rows of proposals, and what the log says of each: names, reasons and comments are only committed to. */
public final class ProposalRecords {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProposalRecords() {}

    /** The table of proposals, to be compared with its leaves. */
    public static RecordSource source() {
        return new NumberedRecords(RecordKind.PROPOSAL, "proposal", "number", (row, context) -> text(proposal(row)));
    }

    static RuleProposal proposal(ResultSet row) throws SQLException {
        return new RuleProposal(
                row.getLong("number"),
                new ProposalRequest(
                        row.getString("rulebook"),
                        row.getString("author"),
                        row.getString("reason"),
                        row.getString("draft"),
                        row.getString("correction"),
                        row.getObject("impact", UUID.class)),
                row.getString("base"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new ProposedChange(
                        read(row.getString("checked"), new TypeReference<CheckCount>() {}),
                        read(row.getString("differences"), new TypeReference<List<RuleDifference>>() {}),
                        row.getInt("moved"),
                        row.getInt("past")));
    }

    static RecordText text(RuleProposal proposal) {
        ProposalRequest asked = proposal.asked();
        Map<String, Object> said = new TreeMap<>();
        said.put("number", proposal.number());
        said.put("rulebook", proposal.rulebook());
        said.put("base", proposal.base());
        said.put("at", proposal.at().toString());
        said.put("check", hash(write(proposal.change().check())));
        said.put("differences", hash(write(proposal.change().differences())));
        said.put("moved", proposal.change().movedNumbers());
        said.put("past", proposal.change().pastChanges());
        if (asked.impact() != null) {
            said.put("impact", asked.impact().toString());
        }
        Map<String, Object> content = new TreeMap<>();
        content.put("author", asked.author());
        content.put("reason", asked.reason());
        if (asked.draft() != null) {
            content.put("draft", asked.draft());
        }
        if (asked.correction() != null) {
            content.put("correction", asked.correction());
        }
        return new RecordText(said, content);
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException altered) {
            throw new IllegalStateException("a row of proposals was altered", altered);
        }
    }

    private static String hash(String text) {
        return Sha256.name(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
