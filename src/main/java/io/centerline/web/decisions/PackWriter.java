package io.centerline.web.decisions;

import io.centerline.api.CsvCells;
import io.centerline.application.EvidencePack;
import io.centerline.application.PackedNumber;
import io.centerline.application.QuotedRule;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes evidence packs. The same contents give the same bytes. */
@Singleton
final class PackWriter {
    /** The first day that archives know. */
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final PackScript script;

    PackWriter(PackScript script) {
        this.script = script;
    }

    byte[] zip(EvidencePack.Contents pack) {
        DecisionView decision = DecisionView.read(pack.recorded().draft().body());
        List<QuotedRule> concerned = concerned(pack, decision);
        SortedMap<String, byte[]> files = new TreeMap<>(pack.files());
        files.put("tariff.csv", utf8(tariff(pack.numbers())));
        files.put("rules-concerned.txt", utf8(rules(concerned)));
        files.put("README.txt", utf8(PackReadMe.of(pack, decision)));
        files.put("index.html", utf8(script.page(pack, decision, concerned, files)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(FIRST_DAY);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }

    /** The rules that the decision names, in its order. */
    private static List<QuotedRule> concerned(EvidencePack.Contents pack, DecisionView decision) {
        if (pack.rules() == null) {
            return List.of();
        }
        Map<String, QuotedRule> rules = pack.rules().rules();
        DecisionView.Reasons why = decision.explanation();
        Set<String> ids = new LinkedHashSet<>();
        Stream.of(
                        why.steps().stream().map(DecisionView.Step::rule),
                        why.tallies().stream()
                                .flatMap(tally -> tally.headings().stream())
                                .map(DecisionView.Heading::rule),
                        why.notCounted().stream().flatMap(missed -> missed.rules().stream()),
                        why.notFired().stream().map(DecisionView.Unfired::rule))
                .flatMap(found -> found)
                .filter(Objects::nonNull)
                .forEach(ids::add);
        return ids.stream().map(rules::get).filter(Objects::nonNull).toList();
    }

    private static String rules(List<QuotedRule> concerned) {
        StringBuilder text = new StringBuilder();
        for (QuotedRule rule : concerned) {
            text.append(rule.file())
                    .append(", line ")
                    .append(rule.first())
                    .append(":\n")
                    .append(rule.text())
                    .append('\n');
        }
        return text.toString();
    }

    private static String tariff(List<PackedNumber> numbers) {
        StringBuilder csv = new StringBuilder(
                CsvCells.row(List.of("number", "status", "center", "title", "rule", "standing", "citation")));
        for (PackedNumber row : numbers) {
            PackedNumber.Ground ground = row.ground();
            csv.append(CsvCells.row(List.of(
                    row.number().text(),
                    row.status().name(),
                    row.center() == null ? "" : row.center().code(),
                    row.center() == null ? "" : row.center().title(),
                    ground == null ? "" : ground.rule(),
                    ground == null ? "" : ground.standing(),
                    ground == null ? "" : ground.citation())));
        }
        return csv.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
