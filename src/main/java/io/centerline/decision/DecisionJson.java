package io.centerline.decision;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.centerline.placement.Decision;
import io.centerline.routing.Routing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The one JSON form of a decision: as answered, as stored and, canonicalized, as hashed.
 *
 * <p>The receipt comes last, and within it the place in the journal, which is only known once the decision is recorded.
 * Importer names are left out and social security numbers masked.
 */
public final class DecisionJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] END = "}}".getBytes(StandardCharsets.US_ASCII);

    private DecisionJson() {}

    /** The decision without its place in the journal, compact UTF-8. */
    public static byte[] write(Decision decision, Receipt receipt) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(8192);
                JsonGenerator json = JSON.createGenerator(bytes)) {
            new AnswerWriter(json, receipt.contract()).decision(decision, receipt);
            json.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
    }

    /** The routing as JSON, under the same rules. */
    public static byte[] write(Routing routing, Receipt receipt) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(4096);
                JsonGenerator json = JSON.createGenerator(bytes)) {
            new AnswerWriter(json, receipt.contract()).routing(routing, receipt);
            json.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
    }

    /** The decision with its place: its index and the hash of its leaf. */
    public static byte[] withPlace(byte[] decision, long index, String leaf) {
        if (!Arrays.equals(decision, decision.length - END.length, decision.length, END, 0, END.length)) {
            throw new IllegalArgumentException("not a decision: the receipt must come last");
        }
        byte[] place = (",\"index\":" + index + ",\"leaf\":\"" + leaf + "\"}}").getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(decision, decision.length - END.length + place.length);
        System.arraycopy(place, 0, whole, decision.length - END.length, place.length);
        return whole;
    }
}
