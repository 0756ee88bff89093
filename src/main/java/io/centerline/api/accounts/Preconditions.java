package io.centerline.api.accounts;

import io.centerline.accounts.Expectation;
import io.centerline.api.EntityTags;
import io.centerline.api.EntityTags.EntityTag;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.text.Echo;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from {@code If-Match} and {@code If-None-Match} which version of an account a change is meant for. */
final class Preconditions {
    /** A tag of an answer, or a version alone: what follows the version tells representations of it apart. */
    private static final Pattern VERSION = Pattern.compile("([1-9][0-9]{0,17})(?:-[0-9a-f]+)?");

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
        return tags("If-Match", header, issues)
                .<Expectation>map(tags -> new Expectation.AnyOf(
                        versions(tags.stream().filter(tag -> !tag.weak()).toList())))
                .orElseGet(Expectation.Anything::new);
    }

    private static Expectation noneMatch(String header, List<Issue> issues) {
        if (header.equals("*")) {
            return new Expectation.Nothing();
        }
        return tags("If-None-Match", header, issues)
                .<Expectation>map(tags -> new Expectation.NoneOf(versions(tags)))
                .orElseGet(Expectation.Anything::new);
    }

    private static Optional<List<EntityTag>> tags(String name, String header, List<Issue> issues) {
        Optional<List<EntityTag>> tags = EntityTags.read(header);
        if (tags.isEmpty()) {
            issues.add(new Issue(
                    IssueCode.VALUE_MALFORMED,
                    "header " + name,
                    "the header `" + name + "` " + Echo.of(header) + " is neither `*` nor a list of entity tags",
                    "send the header `ETag` of the answer that was read, with its quotation marks"));
        }
        return tags;
    }

    private static Set<Long> versions(List<EntityTag> tags) {
        Set<Long> versions = new HashSet<>();
        for (EntityTag tag : tags) {
            Matcher version = VERSION.matcher(tag.text());
            if (version.matches()) {
                versions.add(Long.parseLong(version.group(1)));
            }
        }
        return versions;
    }
}
