package io.centerline.api.accounts;

import io.centerline.accounts.Expectation;
import io.centerline.api.TaggedVersions;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import java.util.List;

/** Reads from {@code If-Match} and {@code If-None-Match} which version of an account a change is meant for. */
final class Preconditions {
    private Preconditions() {}

    /**
     * What must be on file; anything after adding an issue.
     *
     * @param ifMatch the header {@code If-Match}, as often as it was sent
     * @param ifNoneMatch the header {@code If-None-Match}, as often as it was sent
     */
    static Expectation read(List<String> ifMatch, List<String> ifNoneMatch, List<Issue> issues) {
        if (!ifMatch.isEmpty() && !ifNoneMatch.isEmpty()) {
            issues.add(new Issue(
                    IssueCode.VALUE_MALFORMED,
                    "header If-None-Match",
                    "the headers `If-Match` and `If-None-Match` exclude each other",
                    "send `If-Match` to change an account, `If-None-Match: *` to enter a new one"));
            return new Expectation.Anything();
        }
        if (!ifMatch.isEmpty()) {
            return match(String.join(",", ifMatch).strip(), issues);
        }
        return ifNoneMatch.isEmpty()
                ? new Expectation.Unsaid()
                : noneMatch(String.join(",", ifNoneMatch).strip(), issues);
    }

    private static Expectation match(String header, List<Issue> issues) {
        if (header.equals("*")) {
            return new Expectation.Something();
        }
        // A weak tag matches nothing here (RFC 9110, section 13.1.1).
        return TaggedVersions.tags("If-Match", header, issues)
                .<Expectation>map(tags -> new Expectation.AnyOf(TaggedVersions.of(
                        tags.stream().filter(tag -> !tag.weak()).toList())))
                .orElseGet(Expectation.Anything::new);
    }

    private static Expectation noneMatch(String header, List<Issue> issues) {
        if (header.equals("*")) {
            return new Expectation.Nothing();
        }
        return TaggedVersions.tags("If-None-Match", header, issues)
                .<Expectation>map(tags -> new Expectation.NoneOf(TaggedVersions.of(tags)))
                .orElseGet(Expectation.Anything::new);
    }
}
