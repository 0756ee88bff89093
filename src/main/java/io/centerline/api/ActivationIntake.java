package io.centerline.api;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.intake.FieldReader;
import io.centerline.intake.Issues;
import io.centerline.intake.JsonBody;
import io.centerline.intake.JsonCursor;
import io.centerline.intake.JsonIntake;
import io.centerline.intake.RequestFields;
import io.centerline.intake.RequestFields.ActivationField;
import io.centerline.intake.ValueReader;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the request to activate a rulebook, {@code {"author": "jd", "reason": "79 FR 13322", "expectedActive": null,
 * "impact": null, "undecidedReason": null, "correction": null, "proposal": null}}, under the rules of {@link JsonIntake}: closed fields, every issue
 * at once, nothing the body holds makes
 * it throw. Stateless.
 */
public final class ActivationIntake {
    private static final Asked NOTHING = new Asked("", "", null, null, null, null, null, List.of());

    private ActivationIntake() {}

    /**
     * What a body says; author and reason are empty where it says them wrongly.
     *
     * @param author who activates
     * @param reason why
     * @param expectedActive hash of the rulebook that must be active until then; null when it does not matter
     * @param impact id of the impact report quoted; null when none is
     * @param undecidedReason why the rulebook may serve although the report could not ask every decision; null when
     *     nothing is said
     * @param correction why answers for past days may change; null when they may not
     * @param proposal number of the approved proposal quoted; null when none is
     * @param issues everything wrong, in input order
     */
    public record Asked(
            String author,
            String reason,
            @Nullable String expectedActive,
            @Nullable UUID impact,
            @Nullable String undecidedReason,
            @Nullable String correction,
            @Nullable Long proposal,
            List<Issue> issues) {

        Asked with(List<Issue> all) {
            return new Asked(author, reason, expectedActive, impact, undecidedReason, correction, proposal, all);
        }
    }

    /**
     * Reads one request.
     *
     * @param body the body; whoever took it from the wire has checked its length
     */
    public static Asked read(byte[] body) {
        Issues issues = new Issues();
        Asked asked = JsonBody.read(body, issues, cursor -> read(cursor, issues));
        return (asked == null ? NOTHING : asked).with(issues.list());
    }

    private static @Nullable Asked read(JsonCursor cursor, Issues issues) throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        ValueReader values = new ValueReader(cursor, new FieldReader(issues));
        String author = null;
        String reason = null;
        String expectedActive = null;
        UUID impact = null;
        boolean quotes = false;
        String undecidedReason = null;
        String correction = null;
        Integer proposal = null;
        ActivationField field;
        while ((field = cursor.nextField(RequestFields.ACTIVATION)) != null) {
            switch (field) {
                case AUTHOR -> author = values.statement();
                case REASON -> reason = values.statement();
                case EXPECTED_ACTIVE -> expectedActive = values.rulebook();
                case IMPACT -> {
                    quotes = true;
                    impact = values.id();
                }
                case UNDECIDED_REASON -> undecidedReason = values.statement();
                case CORRECTION -> correction = values.statement();
                case PROPOSAL -> {
                    quotes = true;
                    proposal = values.integer(1);
                }
            }
        }
        if (undecidedReason != null && !quotes) {
            issues.add(
                    IssueCode.FIELD_MISSING,
                    cursor.at("impact"),
                    "`impact` is required with `undecidedReason`",
                    "name the report that could not ask every decision");
        }
        return new Asked(
                author == null ? "" : author,
                reason == null ? "" : reason,
                expectedActive,
                impact,
                undecidedReason,
                correction,
                proposal == null ? null : proposal.longValue(),
                List.of());
    }
}
