package io.centerline.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.centerline.log.ExportHeader;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of an export of the journal, one after the other, each with what is needed to decide it again. Holds one
 * line at a time. Whether they are what the log signed is for the verifier to say. Not thread-safe.
 */
public final class ExportedDecisions {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST = 256 << 20;

    private final InputStream in;
    private final ExportHeader header;
    private long next;
    private int number;

    /**
     * Begins to read an export.
     *
     * @throws ReplayRefused when it does not start as one
     */
    public ExportedDecisions(InputStream export) throws IOException, ReplayRefused {
        this.in = new BufferedInputStream(export, 1 << 16);
        byte[] first = line();
        this.header = Optional.ofNullable(first)
                .flatMap(ExportHeader::parse)
                .orElseThrow(() -> new ReplayRefused(
                        "the export does not start as one of the journal",
                        "name a file of the format centerline-journal/1"));
        this.next = header.from();
    }

    /** Place of the first decision it should hold. */
    public long from() {
        return header.from();
    }

    /** Place behind the last one it should hold. */
    public long to() {
        return header.to();
    }

    /**
     * The next decision, leaves of other kinds passed over; empty behind the last one. Its facts are null when the export leaves them out.
     *
     * @throws ReplayRefused when the export is cut or a line is no decision; what follows cannot be read
     */
    public Optional<KeptDecision> next() throws IOException, ReplayRefused {
        byte[] line = line();
        while (line != null && isRecord(line)) {
            next++;
            line = line();
        }
        if (line == null) {
            if (next < header.to()) {
                throw new ReplayRefused(
                        "the export is cut before decision " + next + "; its first line says that decision "
                                + (header.to() - 1) + " is the last",
                        "export it again");
            }
            return Optional.empty();
        }
        KeptDecision kept = read(line);
        if (kept == null || kept.index() != next) {
            throw new ReplayRefused(
                    "line " + number + " of the export is not decision " + next,
                    "`centerline verify` says what is wrong");
        }
        next++;
        return Optional.of(kept);
    }

    /** Whether a line is the next leaf and no decision. */
    private boolean isRecord(byte[] line) {
        try (JsonParser json = JSON.createParser(line)) {
            boolean inPlace = false;
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("index")) {
                    inPlace = json.getLongValue() == next;
                } else if (name.equals("kind")) {
                    return inPlace;
                } else if (name.equals("facts") || name.equals("decision")) {
                    return false;
                }
                json.skipChildren();
            }
            return false;
        } catch (IOException noLine) {
            return false;
        }
    }

    private static @Nullable KeptDecision read(byte[] line) {
        try (JsonParser json = JSON.createParser(line)) {
            long index = -1;
            byte[] leaf = null;
            byte[] salt = null;
            byte[] facts = null;
            byte[] decision = null;
            boolean whole = json.nextToken() == JsonToken.START_OBJECT;
            while (whole && json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "index" -> index = json.getLongValue();
                    case "leaf" -> leaf = HexFormat.of().parseHex(json.getText());
                    case "salt" -> salt = HexFormat.of().parseHex(json.getText());
                    case "facts" -> facts = object(json, line);
                    case "decision" -> decision = object(json, line);
                    // What lists say of it does not matter here.
                    case "differs" -> json.skipChildren();
                    default -> whole = false;
                }
            }
            return whole && leaf != null && decision != null
                    ? new KeptDecision(index, decision, leaf, facts, salt)
                    : null;
        } catch (IOException | IllegalArgumentException noLine) {
            return null;
        }
    }

    /** The bytes of an object as they stand: hashes are made of them. */
    private static byte @Nullable [] object(JsonParser json, byte[] line) throws IOException {
        int start = (int) json.currentTokenLocation().getByteOffset();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return null;
        }
        json.skipChildren();
        return Arrays.copyOfRange(line, start, (int) json.currentLocation().getByteOffset());
    }

    /** The next line without its newline; null at the end, and for a piece without one. */
    private byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 12);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (line.size() == LONGEST) {
                throw new IOException("it has a line longer than 256 MiB");
            }
            line.write(next);
        }
        number++;
        return line.toByteArray();
    }
}
