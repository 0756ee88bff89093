package io.centerline.bench.peers;

import io.centerline.bench.EchoResource;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.tariff.HtsNumber;
import java.time.LocalDate;
import java.util.List;

/** Reads a request to place an importer as an endpoint without an intake of its own would: it trusts what it gets. */
final class PeerRequests {
    private PeerRequests() {}

    static Sample read(EchoResource.Request request) {
        Importer importer = new Importer(
                new ImporterNumber(request.importer().number(), ImporterNumber.Format.EIN), "", ImporterKind.IMPORTER);
        List<EntryLine> lines = request.lines().stream().map(PeerRequests::line).toList();
        return Sample.of(new Facts(importer, LocalDate.parse(request.asOf()), lines, List.of(), null));
    }

    private static EntryLine line(EchoResource.Line line) {
        return EntryLine.builder()
                .entry(line.entry())
                .line(line.line())
                .date(LocalDate.parse(line.date()))
                .numbers(line.hts().stream()
                        .map(text -> new HtsNumber(text.replace(".", "")))
                        .toList())
                .build();
    }
}
