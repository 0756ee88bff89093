package io.centerline.api.accounts;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.Expectation;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.text.Echo;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from {@code If-Match} and {@code If-None-Match} which version of an account a change is meant for. */
final class Preconditions {
    private static final Pattern TAG = Pattern.compile("\"[1-9][0-9]{0,17}\"");

    private Preconditions() {}

    /** The strong entity tag of an account's version. */
    static String tag(AccountFile file) {
        return "\"" + file.version() + "\"";
    }

    /**
     * What must be on file; anything after adding an issue.
     *
     * @param ifMatch the header {@code If-Match}; null without one
     * @param ifNoneMatch the header {@code If-None-Match}; null without one
     * @param unsaid what holds without either
     */
    static Expectation read(
            @Nullable String ifMatch, @Nullable String ifNoneMatch, Expectation unsaid, List<Issue> issues) {
        if (ifMatch != null && ifNoneMatch != null) {
            issues.add(new Issue(
                    IssueCode.VALUE_MALFORMED,
                    "header If-None-Match",
                    "the headers `If-Match` and `If-None-Match` exclude each other",
                    "send `If-Match` to change an account, `If-None-Match: *` to enter a new one"));
            return new Expectation.Anything();
        }
        if (ifNoneMatch != null) {
            if (!ifNoneMatch.strip().equals("*")) {
                issues.add(new Issue(
                        IssueCode.VALUE_MALFORMED,
                        "header If-None-Match",
                        "the header `If-None-Match` " + Echo.of(ifNoneMatch) + " is not `*`",
                        "send `If-None-Match: *` to enter an account that is not on file yet"));
            }
            return new Expectation.Nothing();
        }
        return ifMatch == null ? unsaid : match(ifMatch.strip(), issues);
    }

    private static Expectation match(String ifMatch, List<Issue> issues) {
        if (ifMatch.equals("*")) {
            return new Expectation.Something();
        }
        if (TAG.matcher(ifMatch).matches()) {
            return new Expectation.Version(Long.parseLong(ifMatch.substring(1, ifMatch.length() - 1)));
        }
        issues.add(new Issue(
                IssueCode.VALUE_MALFORMED,
                "header If-Match",
                "the header `If-Match` " + Echo.of(ifMatch) + " is no entity tag of an account",
                "send the header `ETag` of the answer that was read, with its quotation marks, for example `\"3\"`"));
        return new Expectation.Anything();
    }
}
