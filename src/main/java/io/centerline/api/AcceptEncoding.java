package io.centerline.api;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Accept-Encoding} (RFC 9110, section 12.5.3). */
final class AcceptEncoding {
    private static final Pattern CODING =
            Pattern.compile("[ \t]*+([^ \t,;=]++)[ \t]*+(?:;[ \t]*+[qQ]=([01](?:\\.[0-9]{0,3}+)?+)[ \t]*+)?+");

    private AcceptEncoding() {}

    /** Whether to compress an answer with gzip: the caller accepts gzip and does not prefer an uncompressed answer. */
    static boolean takesGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        double gzip = -1;
        double any = -1;
        double identity = -1;
        for (String each : header.split(",", -1)) {
            Matcher coding = CODING.matcher(each);
            if (!coding.matches()) {
                continue;
            }
            double weight = coding.group(2) == null ? 1 : Double.parseDouble(coding.group(2));
            switch (coding.group(1).toLowerCase(Locale.ROOT)) {
                case "gzip", "x-gzip" -> gzip = Math.max(gzip, weight);
                case "*" -> any = weight;
                case "identity" -> identity = weight;
                default -> {
                    // Another coding, which the service does not answer in.
                }
            }
        }
        double weight = gzip < 0 ? any : gzip;
        return weight > 0 && weight >= identity;
    }
}
