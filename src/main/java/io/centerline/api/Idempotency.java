package io.centerline.api;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.intake.RequestKey;
import io.centerline.journal.IdempotencyKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Idempotency-Key}. */
public final class Idempotency {
    /** The name of the header. */
    static final String HEADER = "Idempotency-Key";

    private Idempotency() {}

    /**
     * The key with a hash of all that the request says; null without a key, or after adding an issue.
     *
     * @param parameters what the query says, for that too tells requests apart
     */
    public static @Nullable IdempotencyKey read(
            @Nullable String key, byte[] body, List<Issue> issues, String... parameters) {
        if (key == null) {
            return null;
        }
        if (!RequestKey.isKey(key)) {
            issues.add(new Issue(
                    IssueCode.VALUE_MALFORMED,
                    "header Idempotency-Key",
                    "the idempotency key is empty, longer than " + RequestKey.LONGEST
                            + " characters or not plain ASCII",
                    "send a fresh UUID with each new request"));
            return null;
        }
        return IdempotencyKey.of(key, body, parameters);
    }
}
