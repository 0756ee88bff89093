package io.centerline.api;

import io.centerline.facts.ImporterNumber.Format;
import io.centerline.intake.ImporterNumberReader;
import io.centerline.text.Echo;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query of a page's address without what may be a social security number: addresses stay in histories and logs. */
public final class MaskedQuery {
    /** Parameters in which people type; nine digits in another are a hash, an id or a place in a list. */
    private static final Set<String> TYPED = Set.of("q", "importer");

    private MaskedQuery() {}

    /**
     * The query with such numbers masked; empty when it has none.
     *
     * @param query the part of an address behind the question mark; null without one
     */
    public static Optional<String> of(@Nullable String query) {
        if (query == null) {
            return Optional.empty();
        }
        String masked =
                Arrays.stream(query.split("&", -1)).map(MaskedQuery::pair).collect(Collectors.joining("&"));
        return masked.equals(query) ? Optional.empty() : Optional.of(masked);
    }

    private static String pair(String pair) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            return pair;
        }
        String name = pair.substring(0, equals);
        try {
            String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            String masked = TYPED.contains(name) ? typed(value) : Echo.mask(value);
            return masked.equals(value) ? pair : name + "=" + URLEncoder.encode(masked, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return pair;
        }
    }

    /** An employer's number may hold nine digits in a row and is a company's all the same. */
    private static String typed(String value) {
        return new ImporterNumberReader().read(value) instanceof ImporterNumberReader.Reading.Readable readable
                        && readable.number().format() != Format.SOCIAL_SECURITY
                ? value
                : Echo.maskAll(value);
    }
}
