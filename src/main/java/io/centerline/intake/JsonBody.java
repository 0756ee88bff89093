package io.centerline.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.centerline.facts.IssueCode;
import io.centerline.text.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Opens a body as one JSON value in UTF-8, and reports whatever keeps it from being one. */
public final class JsonBody {

    // Length is limited by the body's length, depth by JsonCursor; the parser's own limits only get in the way.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10 * JsonCursor.MOST_LEVELS)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonBody() {}

    /** Reads the value a cursor stands on; null when there is none after all. */
    public interface Reading<T> {
        @Nullable
        T read(JsonCursor cursor) throws IOException;
    }

    /** What the reading makes of the body; null, with an issue, when the body does not come to that. */
    public static <T> @Nullable T read(byte[] body, Issues issues, Reading<T> reading) {
        if (!isUnicode(body, issues)) {
            return null;
        }
        int start = Utf8.markLength(body);
        try (JsonParser parser = JSON.createParser(body, start, body.length - start)) {
            if (parser.nextToken() == null) {
                issues.add(IssueCode.JSON_SYNTAX, "", "the body is empty", "send a JSON object");
                return null;
            }
            T value = reading.read(new JsonCursor(parser, issues));
            if (parser.nextToken() != null) {
                JsonFaults.reportTrailing(parser.currentTokenLocation(), issues);
            }
            return value;
        } catch (JsonProcessingException broken) {
            JsonFaults.report(broken, body, issues);
        } catch (JsonCursor.Stop stop) {
            // The issue that stopped the reading is recorded.
        } catch (IOException impossible) {
            throw new UncheckedIOException("a byte array cannot fail to be read", impossible);
        }
        return null;
    }

    /** JSON between systems is UTF-8 (RFC 8259 section 8.1); a NUL byte up front betrays UTF-16 or UTF-32. */
    private static boolean isUnicode(byte[] body, Issues issues) {
        int fault = Utf8.firstFault(body);
        for (int i = 0; fault < 0 && i < Math.min(4, body.length); i++) {
            fault = body[i] == 0 ? i : -1;
        }
        if (fault < 0) {
            return true;
        }
        String where = Utf8.position(body, fault);
        if (Utf8.isSurrogateAt(body, fault)) {
            issues.add(IssueCode.TEXT_MALFORMED, "", "the body holds half a surrogate pair at " + where, "remove it");
        } else {
            issues.add(IssueCode.JSON_SYNTAX, "", "the body is not UTF-8 at " + where, "encode it as UTF-8");
        }
        return false;
    }
}
