package io.centerline.api.rulebooks;

import io.centerline.api.Bodies;
import io.centerline.application.FailureKind;
import io.centerline.application.RefusedException;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.language.Finding;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** Takes a rule folder from a body: a zip archive, or JSON of texts by path. */
@Singleton
final class RuleUpload {
    /** The media type of archives. */
    static final String ZIP = "application/zip";

    private final Bodies bodies;

    RuleUpload(Bodies bodies) {
        this.bodies = bodies;
    }

    /** The folder; every fault that keeps it from being read ends the request. */
    RuleFolder read(HttpServerRequest request, InputStream stream) {
        byte[] body = bodies.read(request, stream);
        try {
            return isZip(request) ? RuleFolder.ofZip(body) : RuleFolder.ofJson(body);
        } catch (RulebookException unreadable) {
            throw new RefusedException(FailureKind.INVALID_RULES, issues(unreadable));
        }
    }

    private static boolean isZip(HttpServerRequest request) {
        return request.getHeader("Content-Type").toLowerCase(Locale.ROOT).startsWith(ZIP);
    }

    private static List<Issue> issues(RulebookException unreadable) {
        return unreadable.findings().stream()
                .sorted()
                .map(finding -> issue(IssueCode.RULES_UNREADABLE, finding))
                .toList();
    }

    private static Issue issue(IssueCode code, Finding finding) {
        return new Issue(code, finding.place().toString(), finding.message(), finding.help());
    }
}
