package io.centerline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.log.LogFault;
import io.centerline.log.Verdict.Verified;
import io.centerline.replay.Difference;
import io.centerline.replay.KeptDecision;
import io.centerline.replay.ReplayRefused;
import io.centerline.replay.Replayed;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** An audit in sentences: what each step showed, what is not shown and why. Not thread-safe. */
final class AuditText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOT_SHOWN = "not shown: ";

    private final Page page = new Page();
    private final UUID id;

    AuditText(UUID id) {
        this.id = id;
    }

    /** The id that a decision says it has; empty when it says none. */
    static String id(byte[] decision) {
        return tree(decision).path("id").asText();
    }

    private static JsonNode tree(byte[] decision) {
        try {
            return JSON.readTree(decision);
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }

    /** What was decided. */
    void decision(byte[] decision) {
        page.field("Decision", id.toString());
        String summary = tree(decision).path("explanation").path("summary").asText();
        if (!summary.isEmpty()) {
            page.field("", summary);
        }
    }

    /** That the log signed it. */
    void included(KeptDecision kept, Verified verified) {
        page.field("Hash", "the decision hashes to " + HexFormat.of().formatHex(kept.leaf()))
                .field(
                        "Inclusion",
                        "that is leaf " + kept.index() + " of the "
                                + verified.checkpoint().size()
                                + (verified.checkpoint().size() == 1 ? " leaf" : " leaves") + " under the root "
                                + verified.checkpoint().root().base64())
                .field(
                        "Signature",
                        "a key you gave signed that root for the log "
                                + verified.checkpoint().origin());
        if (verified.continued().isEmpty() && !verified.unchanged()) {
            page.field(
                    "Since",
                    NOT_SHOWN
                            + "without a checkpoint kept elsewhere (`--since`), whoever has the database and the signing"
                            + " key could have signed another history");
        }
        if (!verified.continued().isEmpty()) {
            page.field(
                    "Since",
                    "the log continues the checkpoint you kept over "
                            + verified.continued().stream().map(String::valueOf).collect(Collectors.joining(", "))
                            + (verified.continued().equals(List.of(1L)) ? " leaf" : " leaves")
                            + "; nothing under it was altered or dropped");
        }
        if (verified.unchanged()) {
            page.field("Since", "nothing was added since the checkpoint you kept");
        }
    }

    /** The whole text when the facts were not asked for. */
    String withoutFacts() {
        page.field("Facts", NOT_SHOWN + "`--facts` was not given; a service notes it as a disclosure");
        return end(NOT_SHOWN + "to decide again takes the facts");
    }

    /** The whole text when there are no facts. */
    String missingFacts(String why) {
        page.field("Facts", NOT_SHOWN + why);
        return end(NOT_SHOWN + "to decide again takes the facts");
    }

    private String end(String replay) {
        page.field("Replay", replay);
        return end();
    }

    /** That the receipt commits to the facts. */
    void facts(String present) {
        page.field("Facts", present + " those that the receipt commits to");
    }

    /** How it came out again; gives whether that is the same. */
    boolean replayed(Replayed replayed) {
        String under = " under the schedule " + replayed.schedule() + " and the rulebook "
                + replayed.rulebook().replayed();
        if (replayed.same()) {
            page.field("Replay", "the same, byte for byte," + under);
            return true;
        }
        page.field("Replay", "not the same" + under);
        String label = "Differs";
        for (Difference difference : replayed.differences()) {
            page.field(label, difference.sentence());
            label = "";
        }
        return false;
    }

    /** Why it was not decided again; gives that it is not the same. */
    boolean notReplayed(ReplayRefused refused) {
        page.field("Replay", NOT_SHOWN + refused.getMessage());
        if (!refused.help().isEmpty()) {
            page.field("Help", refused.help());
        }
        return false;
    }

    /** The whole text when something does not verify. */
    String fault(LogFault fault) {
        return page + VerdictText.of(fault);
    }

    /** The whole text. */
    String end() {
        return page.field("Beyond", "no audit shows whether the facts that were sent were true")
                .toString();
    }
}
