package io.centerline.rulebook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.SourcePlace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Reads and writes the document {@code {"files": {"membership/electronics.drl": "text", …}}}. Reading is strict: nothing
 * else may stand in it, and nothing twice.
 */
final class JsonSources {
    private static final String DOCUMENT = "upload.json";
    private static final String FORM = "send `{\"files\": {\"membership/electronics.drl\": \"text of the file\"}}`";

    private final SourceCollector collector;
    private final JsonParser parser;

    private JsonSources(SourceCollector collector, JsonParser parser) {
        this.collector = collector;
        this.parser = parser;
    }

    static RuleFolder read(byte[] json, SourceLimits limits) {
        SourceCollector collector = new SourceCollector(limits);
        // An escaped text is at most six times as long as its bytes.
        if (json.length > 6L * limits.totalBytes()) {
            throw collector.stop("the document is longer than any rulebook may be", FORM);
        }
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(3)
                        .maxNameLength(2_000)
                        .maxStringLength(limits.totalBytes() + 1)
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(json)) {
            new JsonSources(collector, parser).document();
        } catch (JsonProcessingException malformed) {
            JsonLocation where = malformed.getLocation();
            SourcePlace place = where == null
                    ? new SourcePlace(DOCUMENT, 1, 1)
                    : new SourcePlace(DOCUMENT, Math.max(1, where.getLineNr()), Math.max(1, where.getColumnNr()));
            collector.finding(new Finding(place, 1, "the document is not JSON as it must be sent", FORM, ""));
        } catch (IOException misencoded) {
            throw collector.stop("the document is not UTF-8", FORM);
        }
        return collector.folder("the document", FORM);
    }

    /** The document that {@link #read} reads back to an equal folder. */
    static byte[] write(RuleFolder folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = new JsonFactory().createGenerator(bytes)) {
            out.writeStartObject();
            out.writeObjectFieldStart("files");
            for (Map.Entry<String, String> file : folder.files().entrySet()) {
                out.writeStringField(file.getKey(), file.getValue());
            }
            out.writeEndObject();
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a rule folder can be written", impossible);
        }
        return bytes.toByteArray();
    }

    private void document() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            fault("", "the document is no object");
            return;
        }
        boolean seen = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            parser.nextToken();
            if (!member.equals("files")) {
                fault(pointer(member), "the document has a member besides `files`");
                parser.skipChildren();
            } else if (seen) {
                fault("/files", "the member is there twice");
                parser.skipChildren();
            } else {
                seen = true;
                files();
            }
        }
        if (!seen) {
            fault("", "the document has no member `files`");
        }
        if (parser.nextToken() != null) {
            fault("", "something follows the document");
        }
    }

    private void files() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            fault("/files", "the member is no object");
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
            String path = name.startsWith("rules/") ? name.substring("rules/".length()) : name;
            if (SourceName.fault(path).isEmpty() && (SourceName.isText(path) || SourceName.isHidden(path))) {
                parser.skipChildren();
            } else if (!text) {
                fault("/files" + pointer(name), "the member is no string");
                parser.skipChildren();
            } else if (collector.takesName(path)) {
                collector.add(path, parser.getText());
            } else if (SourceName.fault(path).isEmpty() && SourceName.kind(path) == SourceName.Kind.OTHER) {
                ZipSources.foreign(collector, path);
            }
        }
    }

    private void fault(String pointer, String message) {
        JsonLocation where = parser.currentTokenLocation();
        SourcePlace place = new SourcePlace(DOCUMENT, Math.max(1, where.getLineNr()), Math.max(1, where.getColumnNr()));
        String at = pointer.isEmpty() ? "" : ": `" + SourceName.shown(pointer) + "`";
        collector.finding(new Finding(place, 1, message + at, FORM, ""));
    }

    private static String pointer(String member) {
        return "/" + member.replace("~", "~0").replace("/", "~1");
    }
}
