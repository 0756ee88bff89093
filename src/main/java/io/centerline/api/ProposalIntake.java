package io.centerline.api;

import io.centerline.facts.Issue;
import io.centerline.intake.FieldReader;
import io.centerline.intake.Issues;
import io.centerline.intake.JsonBody;
import io.centerline.intake.JsonCursor;
import io.centerline.intake.JsonIntake;
import io.centerline.intake.RequestFields;
import io.centerline.intake.RequestFields.ProposalField;
import io.centerline.intake.ValueReader;
import io.centerline.proposals.ProposalRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the request to propose a rulebook, {@code {"rulebook": "sha256:…", "author": "jd", "reason": "79 FR 13322", "draft":
 * null, "correction": null, "impact": null}}, under the rules of {@link JsonIntake}: closed fields, every issue at once, nothing
 * the body holds makes it throw. Stateless.
 */
public final class ProposalIntake {
    private ProposalIntake() {}

    /**
     * What a body says.
     *
     * @param request what is proposed; null when there are issues
     * @param issues everything wrong, in input order
     */
    public record Asked(@Nullable ProposalRequest request, List<Issue> issues) {}

    /**
     * Reads one request.
     *
     * @param body the body; whoever took it from the wire has checked its length
     */
    public static Asked read(byte[] body) {
        Issues issues = new Issues();
        ProposalRequest request = JsonBody.read(body, issues, cursor -> read(cursor, issues));
        return new Asked(request, issues.list());
    }

    private static @Nullable ProposalRequest read(JsonCursor cursor, Issues issues) throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        ValueReader values = new ValueReader(cursor, new FieldReader(issues));
        String rulebook = null;
        String author = null;
        String reason = null;
        String draft = null;
        String correction = null;
        UUID impact = null;
        ProposalField field;
        while ((field = cursor.nextField(RequestFields.PROPOSAL)) != null) {
            switch (field) {
                case RULEBOOK -> rulebook = values.rulebook();
                case AUTHOR -> author = values.statement();
                case REASON -> reason = values.statement();
                case DRAFT -> draft = values.statement();
                case CORRECTION -> correction = values.statement();
                case IMPACT -> impact = values.id();
            }
        }
        return rulebook == null || author == null || reason == null
                ? null
                : new ProposalRequest(rulebook, author, reason, draft, correction, impact);
    }
}
