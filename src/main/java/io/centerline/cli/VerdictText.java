package io.centerline.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.centerline.log.LogFault;
import io.centerline.log.Verdict;
import io.centerline.log.Verdict.Verified;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** A verdict on an export, for people and for programs. */
final class VerdictText {
    private static final JsonFactory JSON = new JsonFactory();

    private VerdictText() {}

    static String of(Verdict verdict) {
        return verdict instanceof LogFault fault ? of(fault) : of((Verified) verdict);
    }

    private static String of(Verified verified) {
        long leaves = verified.to() - verified.from();
        Page page = new Page()
                .field("Verified", leaves == 0 ? "no leaves; the checkpoint is the log's" : range(verified))
                .field("Log", verified.checkpoint().origin())
                .field(
                        "Checkpoint",
                        count(verified.checkpoint().size()) + ", root "
                                + verified.checkpoint().root().base64())
                .field(
                        "Facts",
                        verified.facts() == 0
                                ? "none in the export"
                                : "of " + count(verified.facts()) + ", each as its receipt commits to");
        if (!verified.records().isEmpty()) {
            page.field("Records", records(verified.records()));
        }
        if (!verified.continued().isEmpty()) {
            page.field("Continues", "the " + earlier(verified.continued()));
        }
        if (verified.unchanged()) {
            page.field(
                    "Unchanged",
                    "since the checkpoint given over "
                            + count(verified.checkpoint().size()));
        }
        return page.toString();
    }

    private static String range(Verified verified) {
        long last = verified.to() - 1;
        return (last == verified.from() ? "leaf " + last + " is" : "leaves " + verified.from() + " to " + last + " are")
                + " what the log signed, in its order";
    }

    private static String records(SortedMap<String, Long> records) {
        return records.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", ", "leaves that are no decisions: ", ""));
    }

    private static String earlier(List<Long> sizes) {
        return (sizes.size() == 1 ? "earlier checkpoint over " : "earlier checkpoints over ")
                + sizes.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " leaves";
    }

    private static String count(long leaves) {
        return leaves == 1 ? "1 leaf" : leaves + " leaves";
    }

    private static String of(LogFault fault) {
        Page page = new Page().field("Not verified", fault.kind().name()).field("Fault", fault.message());
        if (fault.line() > 0) {
            page.field("Where", "line " + fault.line() + (fault.index() < 0 ? "" : ", leaf " + fault.index()));
        }
        if (!fault.help().isEmpty()) {
            page.field("Help", fault.help());
        }
        return page.toString();
    }

    static String json(Verdict verdict) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeBooleanField("verified", verdict instanceof Verified);
            if (verdict instanceof LogFault fault) {
                write(json, fault);
            } else {
                write(json, (Verified) verdict);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return out.append('\n').toString();
    }

    private static void write(JsonGenerator json, Verified verified) throws IOException {
        json.writeStringField("origin", verified.checkpoint().origin());
        json.writeNumberField("size", verified.checkpoint().size());
        json.writeStringField("root", verified.checkpoint().root().base64());
        json.writeNumberField("from", verified.from());
        json.writeNumberField("to", verified.to());
        json.writeNumberField("facts", verified.facts());
        json.writeArrayFieldStart("continued");
        for (long size : verified.continued()) {
            json.writeNumber(size);
        }
        json.writeEndArray();
        json.writeBooleanField("unchanged", verified.unchanged());
        if (!verified.records().isEmpty()) {
            json.writeObjectFieldStart("records");
            for (Map.Entry<String, Long> kind : verified.records().entrySet()) {
                json.writeNumberField(kind.getKey(), kind.getValue());
            }
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, LogFault fault) throws IOException {
        json.writeStringField("kind", fault.kind().name());
        number(json, "index", fault.index());
        number(json, "line", fault.line());
        json.writeStringField("message", fault.message());
        json.writeStringField("help", fault.help());
    }

    private static void number(JsonGenerator json, String name, long value) throws IOException {
        json.writeFieldName(name);
        if (value < 0) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }
}
