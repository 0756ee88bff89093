package io.centerline.api;

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
import java.util.function.Function;

/** Takes a rule folder from a body: a zip archive, or JSON of texts by path. */
@Singleton
public final class RuleUpload {
    /** The media type of archives. */
    public static final String ZIP = "application/zip";

    private final Bodies bodies;

    RuleUpload(Bodies bodies) {
        this.bodies = bodies;
    }

    /** The folder; every fault that keeps it from being read ends the request. */
    public RuleFolder read(HttpServerRequest request, InputStream stream) {
        byte[] body = bodies.read(request, stream);
        return isZip(request) ? ofZip(body) : folder(body, RuleFolder::ofJson);
    }

    /** The folder in an archive; every fault that keeps it from being read ends the request. */
    public static RuleFolder ofZip(byte[] archive) {
        return folder(archive, RuleFolder::ofZip);
    }

    private static RuleFolder folder(byte[] body, Function<byte[], RuleFolder> reader) {
        try {
            return reader.apply(body);
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
