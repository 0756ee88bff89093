package io.centerline.application;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.centerline.facts.MaskedFacts;
import io.centerline.journal.Erasure;
import io.centerline.journal.LogAltered;
import io.centerline.journal.Recorded;
import io.centerline.journal.Retention;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives out the facts of recorded decisions: masked, or as they are with a note of it. */
@Singleton
public final class DecisionFacts {
    private static final JsonFactory JSON = new JsonFactory();

    private final Retention retention;
    private final Unmasking unmasking;

    DecisionFacts(Retention retention, Unmasking unmasking) {
        this.retention = retention;
        this.unmasking = unmasking;
    }

    /**
     * Says when the facts of a decision were erased; null where they are there.
     *
     * @throws LogAltered when they are gone and the log holds no erasure that took them
     */
    public @Nullable String erasure(Recorded recorded) {
        if (recorded.draft().facts() != null) {
            return null;
        }
        Erasure erasure = retention.of(recorded.index());
        return "the facts of this decision were erased on " + erasure.erasedAt() + ", as it was made before "
                + erasure.decidedBefore() + "; decision, leaf and proofs stay as they were";
    }

    /**
     * The facts as JSON; unmasked facts go with the salt that ties them to the receipt.
     *
     * @param recorded a whole decision
     * @param note whether unmasked facts leave the service with this, which is then noted
     * @throws RefusedException when they were erased, or may not be given out unmasked
     */
    public byte[] read(Recorded recorded, boolean masked, boolean note) {
        if (!masked) {
            unmasking.require();
        }
        byte[] facts = recorded.draft().facts();
        if (facts == null) {
            throw new RefusedException(FailureKind.FACTS_ERASED, String.valueOf(erasure(recorded)));
        }
        if (!masked && note) {
            unmasking.note(recorded.index(), recorded.index() + 1);
        }
        return write(recorded, facts, masked);
    }

    private static byte[] write(Recorded recorded, byte[] facts, boolean masked) {
        UUID id = recorded.draft().id();
        byte[] salt = recorded.draft().salt();
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(facts.length + 256);
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("id", id.toString());
            json.writeBooleanField("masked", masked);
            if (!masked && salt != null) {
                json.writeStringField("salt", HexFormat.of().formatHex(salt));
            }
            json.writeFieldName("facts");
            json.writeRawValue(new String(masked ? MaskedFacts.of(facts) : facts, StandardCharsets.UTF_8));
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (IOException notJson) {
            throw new UncheckedIOException("the stored facts of decision " + id + " are not JSON", notJson);
        }
    }
}
