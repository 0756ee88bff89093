package io.centerline.web.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.application.EvidencePack;
import io.centerline.application.QuotedRule;
import io.centerline.tariff.Center;
import io.centerline.text.Sha256;
import io.centerline.web.Formats;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the page of an evidence pack. Its script verifies all that the page shows, and is allowed by its hash alone. */
@Singleton
final class PackScript {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_FACTS = 2 << 20;

    private final String script = read("pack.js").replace("{/* titles of Centers by code */}", json(titles()));
    private final String style = read("pack.css");
    private final String policy =
            "default-src 'none'; script-src 'sha256-" + digest(script) + "'; style-src 'sha256-" + digest(style) + "'";

    /**
     * The page.
     *
     * @param d what was decided
     * @param id its id
     * @param index its place in the log
     * @param leaf its leaf hash, hex
     * @param pack what else is in the pack
     * @param rules the rules concerned
     * @param policy what the page may run
     * @param style its style sheet
     * @param script its script
     * @param data what the script verifies, by name, as JSON
     */
    record PackPage(
            DecisionView d,
            String id,
            long index,
            String leaf,
            EvidencePack.Contents pack,
            List<QuotedRule> rules,
            String policy,
            String style,
            String script,
            List<Data> data)
            implements TemplateInstance {}

    /**
     * Something that the script verifies.
     *
     * @param name what it is
     * @param json as JSON that is harmless within a script element
     */
    public record Data(String name, String json) {}

    String page(
            EvidencePack.Contents pack,
            DecisionView decision,
            List<QuotedRule> concerned,
            SortedMap<String, byte[]> files) {
        SortedMap<String, String> sums = new TreeMap<>();
        files.forEach((name, bytes) -> sums.put(name, HexFormat.of().formatHex(Sha256.of(bytes))));
        byte[] facts = pack.facts();
        String unmasked = facts == null || pack.masked() || facts.length > LARGEST_FACTS ? "null" : text(facts);
        return new PackPage(
                        decision,
                        pack.recorded().draft().id().toString(),
                        pack.recorded().index(),
                        HexFormat.of().formatHex(pack.recorded().leaf()),
                        pack,
                        concerned,
                        policy,
                        style,
                        script,
                        List.of(
                                new Data("decision", harmless(text(pack.body()))),
                                new Data("proof", harmless(text(Objects.requireNonNull(files.get("proof.json"))))),
                                new Data("keys", harmless(json(pack.verifiers()))),
                                new Data(
                                        "rules",
                                        harmless(
                                                pack.rules() == null
                                                        ? "null"
                                                        : json(pack.rules()
                                                                .files()
                                                                .texts()))),
                                new Data("facts", harmless(unmasked)),
                                new Data("sums", harmless(json(sums)))))
                .render();
    }

    /** What pages call each Center, and what stands for none, by code. */
    private static SortedMap<String, String> titles() {
        SortedMap<String, String> titles = new TreeMap<>();
        for (Center center : Center.values()) {
            titles.put(center.code(), center.title());
        }
        for (String none : new String[] {"PNDING", "NOTELG"}) {
            titles.put(none, Formats.centerTitle(none));
        }
        return titles;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("texts can be written as JSON", impossible);
        }
    }

    /** Within JSON, {@code <} stands only in texts, where it may be written otherwise; so no text ends the script element. */
    private static String harmless(String json) {
        return json.replace("<", "\\u003c");
    }

    private static String digest(String text) {
        return Base64.getEncoder().encodeToString(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String read(String name) {
        try (InputStream in = PackScript.class.getResourceAsStream("/evidence-pack/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the program lacks " + name, unreadable);
        }
    }
}
