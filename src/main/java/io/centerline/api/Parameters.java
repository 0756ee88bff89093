package io.centerline.api;

import io.centerline.api.Problem.Kind;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.journal.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads query parameters and headers, or refuses the request. */
final class Parameters {
    private static final int LONGEST_KEY = 255;

    private Parameters() {}

    static boolean flag(String name, @Nullable String value, boolean absent) {
        if (value == null) {
            return absent;
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw refuse(IssueCode.VALUE_UNKNOWN, name, value, "use `true` or `false`");
        }
        return value.equals("true");
    }

    static <E extends Enum<E>> E word(String name, @Nullable String value, Class<E> words, E absent) {
        if (value == null) {
            return absent;
        }
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> refuse(
                        IssueCode.VALUE_UNKNOWN,
                        name,
                        value,
                        "use one of: "
                                + Arrays.stream(words.getEnumConstants())
                                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
    }

    static LocalDate day(String name, @Nullable String value, LocalDate absent, LocalDate firstCoveredDay) {
        if (value == null) {
            return absent;
        }
        LocalDate day;
        try {
            day = LocalDate.parse(value);
        } catch (DateTimeException notADay) {
            throw refuse(
                    IssueCode.DATE_MALFORMED, name, value, "write a real day as YYYY-MM-DD, for example `2026-11-25`");
        }
        if (value.length() != 10) {
            throw refuse(IssueCode.DATE_MALFORMED, name, value, "write the year with four digits");
        }
        if (day.isBefore(firstCoveredDay)) {
            throw refuse(
                    IssueCode.AS_OF_BEFORE_COVERAGE, name, value, "the first covered day is `" + firstCoveredDay + "`");
        }
        return day;
    }

    /** The key with a hash of all that the request says, or null without a key. */
    static @Nullable IdempotencyKey idempotencyKey(
            @Nullable String key, boolean keep, byte[] body, String... parameters) {
        if (key == null || !keep) {
            return null;
        }
        boolean printable = !key.isEmpty() && key.chars().allMatch(c -> c > ' ' && c < 0x7F);
        if (!printable || key.length() > LONGEST_KEY) {
            throw new RefusedException(Problem.invalid(
                    Kind.INVALID_REQUEST,
                    List.of(new Issue(
                            IssueCode.VALUE_MALFORMED,
                            "header Idempotency-Key",
                            "the idempotency key is empty, longer than " + LONGEST_KEY
                                    + " characters or not plain ASCII",
                            "send a fresh UUID with each new request"))));
        }
        return new IdempotencyKey(key, hash(body, parameters));
    }

    private static byte[] hash(byte[] body, String... parameters) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.join("\n", parameters).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RefusedException refuse(IssueCode code, String name, String value, String help) {
        String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
        return new RefusedException(Problem.invalid(
                Kind.INVALID_REQUEST,
                List.of(new Issue(
                        code,
                        "?" + name,
                        "query parameter `" + name + "` is `" + shown.replaceAll("\\p{Cntrl}", "?") + "`",
                        help))));
    }
}
