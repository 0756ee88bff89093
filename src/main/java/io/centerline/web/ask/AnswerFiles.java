package io.centerline.web.ask;

import io.centerline.api.CsvCells;
import io.centerline.application.FilePlacements;
import io.centerline.application.NumberAnswer;
import io.centerline.application.ResultWorkbook;
import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.rows.RejectsFile;
import io.centerline.placement.Decision;
import io.centerline.rulebook.Classified;
import io.centerline.rulebook.language.Rule;
import io.centerline.text.Echo;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the files that an answer can be taken along as. Whatever is written to disk meanwhile is readable by its owner only. */
@Singleton
final class AnswerFiles {
    private static final List<String> NUMBER_TITLES = List.of(
            "number",
            "text",
            "status",
            "code",
            "center",
            "office",
            "rule",
            "since",
            "citation",
            "standing",
            "description",
            "asOf",
            "warnings");

    private final Placing placing;
    private final FilePlacements placements;
    private final String version;

    AnswerFiles(
            Placing placing,
            FilePlacements placements,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.placing = placing;
        this.placements = placements;
        this.version = version;
    }

    /** The workbook, as the command {@code place --out} writes it. */
    byte[] workbook(AskForm form) {
        try {
            Path folder = Files.createTempDirectory("centerline-");
            Path file = folder.resolve("answer.xlsx");
            try (ResultWorkbook workbook = ResultWorkbook.begin(file, version)) {
                Placing.Result result =
                        placing.explained(form, workbook.rejects()).placed();
                FilePlacements.Placed placed = result.file();
                List<Decision> decisions = result.decisions();
                workbook.write(
                        decisions,
                        placements.receipt(decisions.get(0)),
                        form.subject(),
                        placed == null ? null : placed.reading(),
                        placed == null ? 0 : placed.counted());
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The decisions as a table, or what is known of numbers alone. */
    byte[] csv(AskForm form) {
        Placing.Result result = placing.answer(form, RejectedRows.NOBODY).placed();
        Placing.Numbers numbers = result.numbers();
        return numbers == null
                ? decisions(result.decisions())
                : numbers(numbers, form.asked().asOf());
    }

    private static byte[] decisions(List<Decision> decisions) {
        StringBuilder rows = new StringBuilder(CsvCells.row(PlacedImporter.TITLES));
        for (Decision decision : decisions) {
            rows.append(CsvCells.row(new PlacedImporter(0, decision).cells()));
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What is known of numbers, as a table; those that cannot be read stand at its end. */
    static byte[] numbers(Placing.Numbers numbers, LocalDate asOf) {
        StringBuilder rows = new StringBuilder(CsvCells.row(NUMBER_TITLES));
        numbers.answers().forEach(number -> rows.append(CsvCells.row(cells(number))));
        numbers.unread().forEach(unread -> rows.append(CsvCells.row(cells(unread, asOf))));
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(Placing.Unread unread, LocalDate asOf) {
        List<String> cells = new ArrayList<>(Collections.nCopies(NUMBER_TITLES.size(), ""));
        cells.set(NUMBER_TITLES.indexOf("text"), Echo.clean(unread.text()));
        cells.set(NUMBER_TITLES.indexOf("status"), "UNREADABLE");
        cells.set(NUMBER_TITLES.indexOf("asOf"), asOf.toString());
        cells.set(NUMBER_TITLES.indexOf("warnings"), unread.issue().message());
        return cells;
    }

    private static List<String> cells(NumberAnswer answer) {
        Classified classified = answer.classified();
        Rule rule = classified == null ? null : classified.rule();
        return List.of(
                answer.number().digits(),
                answer.number().text(),
                answer.status().name(),
                classified == null ? "" : classified.center().code(),
                classified == null ? "" : classified.center().title(),
                classified == null ? "" : classified.center().office(),
                rule == null ? "" : rule.id().text(),
                rule == null ? "" : rule.inForce().from().toString(),
                rule == null ? "" : rule.citation(),
                rule == null ? "" : rule.standing().text(),
                answer.description(),
                answer.asOf().toString(),
                answer.warnings().stream().map(issue -> issue.message()).collect(Collectors.joining("; ")));
    }

    /** The decisions as JSON, one a line, as the service answers them. */
    byte[] lines(AskForm form) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Decision decision :
                placing.explained(form, RejectedRows.NOBODY).placed().decisions()) {
            lines.writeBytes(placements.json(decision));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    /** The rejected rows with what is wrong, to be mended and read again. */
    byte[] rejects(AskForm form) {
        try {
            Path folder = Files.createTempDirectory("centerline-");
            Path file = folder.resolve("rejects.csv");
            try (RejectsFile rejects = new RejectsFile(file)) {
                placing.reject(form, rejects);
                rejects.keep();
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
