package io.centerline.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * What a record says, before it is a leaf. Values are texts, whole numbers, and lists and maps of them; none is null.
 *
 * @param said in clear, by name; nothing that may name a person
 * @param content what the leaf only commits to, by name; null when there is nothing of the kind
 */
public record RecordText(Map<String, ?> said, @Nullable Map<String, ?> content) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public RecordText {
        said = Map.copyOf(said);
        content = content == null ? null : Map.copyOf(content);
    }

    /** The leaf, with a salt of its own where there is content. */
    public LogRecord record(RecordKind kind, SecureRandom random) {
        Disclosed salted = content == null ? null : Disclosed.salted(canonical(content), random);
        return new LogRecord(kind, said(salted == null ? null : salted.commitment()), salted);
    }

    /** Whether a leaf says this; of a leaf whose content was erased, as far as it can still be told. */
    public boolean isSaidBy(LogRecord record) {
        Disclosed kept = record.content();
        String commitment = content == null
                ? null
                : kept == null ? record.commitment() : new Disclosed(kept.salt(), canonical(content)).commitment();
        return Arrays.equals(said(commitment), record.said());
    }

    private byte[] said(@Nullable String commitment) {
        Map<String, Object> whole = new TreeMap<>(said);
        if (commitment != null) {
            whole.put("content", commitment);
        }
        return canonical(whole);
    }

    private static byte[] canonical(Map<String, ?> members) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsBytes(members)).getEncodedUTF8();
        } catch (IOException impossible) {
            throw new UncheckedIOException("texts and numbers are JSON", impossible);
        }
    }
}
