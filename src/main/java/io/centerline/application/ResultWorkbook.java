package io.centerline.application;

import io.centerline.application.WorkbookTable.Column;
import io.centerline.decision.Receipt;
import io.centerline.facts.Importer;
import io.centerline.intake.rows.FileReading;
import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.rows.RowAccount;
import io.centerline.placement.Decision;
import io.centerline.placement.Explanation;
import io.centerline.placement.Outcome;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.tariff.Center;
import io.centerline.text.Echo;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * Decisions as a workbook (XLSX). Importers and HTS numbers are texts, counts and values are numbers, shares are percentages.
 * The same decisions give the same bytes. The file appears when it is whole; until then another name holds it. Not thread-safe.
 */
public final class ResultWorkbook implements Closeable {
    private final Path file;
    private final Path draft;
    private final Path unfinished;
    private final OutputStream out;
    private final Workbook workbook;
    private final WorkbookTable importers;
    private final WorkbookTable tallies;
    private final WorkbookTable flips;
    private final WorkbookTable notCounted;
    private final RejectsSheet rejects;
    private final WorkbookTable about;

    private ResultWorkbook(Path file, Path draft, OutputStream out, String version) {
        this.file = file;
        this.draft = draft;
        this.unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        this.out = out;
        workbook = new Workbook(out, "Centerline", majorAndMinor(version));
        // It is compressed well when it is copied.
        workbook.setCompressionLevel(1);
        Column importer = Column.text("Importer", 16);
        Column center = Column.text("Center", 40);
        importers = new WorkbookTable(
                workbook,
                "Importers",
                importer,
                Column.text("Name", 30),
                Column.text("Status", 14),
                Column.text("Center code", 13),
                center,
                Column.text("Basis", 16),
                Column.text("Reviews", 34),
                Column.count("Counted"),
                Column.count("Not counted"),
                Column.share("Share"),
                Column.count("Warnings"),
                Column.text("Why", 90));
        tallies = new WorkbookTable(
                workbook,
                "Tallies",
                importer,
                Column.text("Center code", 13),
                center,
                Column.count("Lines"),
                Column.share("Share"),
                Column.money("Value in USD"),
                Column.share("Value share"));
        flips = new WorkbookTable(
                workbook,
                "What would change it",
                importer,
                Column.text("Center code", 13),
                center,
                Column.count("More lines"),
                Column.text("What would change it", 100));
        notCounted = new WorkbookTable(
                workbook,
                "Not counted",
                importer,
                Column.text("Reason", 24),
                Column.count("Lines"),
                Column.text("Rules", 60),
                Column.text("Examples", 60));
        rejects = new RejectsSheet(workbook);
        about = new WorkbookTable(workbook, "About", Column.text("About", 26), Column.text("Answer", 100));
    }

    /**
     * Begins a workbook.
     *
     * @throws IOException when nothing can be written there
     */
    public static ResultWorkbook begin(Path file, String version) throws IOException {
        // Readable by its owner only.
        Path draft = Files.createTempFile("centerline-", ".draft");
        return new ResultWorkbook(file, draft, new BufferedOutputStream(Files.newOutputStream(draft)), version);
    }

    /** The version in the form that workbooks ask for. */
    private static String majorAndMinor(String version) {
        return version.matches("\\d{1,5}\\.\\d{1,4}.*") ? version.replaceFirst("^(\\d+\\.\\d+).*", "$1") : "1.0";
    }

    /** Takes the rows that are rejected, before there are decisions. */
    public RejectedRows rejects() {
        return rejects;
    }

    /**
     * Writes the decisions, and the file with them.
     *
     * @param subject the file they were made from
     * @param reading how its rows were read; null for a request in JSON
     * @param counted the rows of lines that vote
     * @throws IOException when it cannot be written
     */
    public void write(
            List<Decision> decisions, Receipt receipt, String subject, @Nullable FileReading reading, long counted)
            throws IOException {
        try {
            rejects.end();
            for (Decision decision : decisions) {
                importer(decision);
            }
            importers.end();
            decisions.forEach(this::tallies);
            tallies.end();
            decisions.forEach(this::flips);
            flips.end();
            decisions.forEach(this::notCounted);
            notCounted.end();
            about(decisions, receipt, subject, reading, counted);
            about.end();
            workbook.close();
            out.close();
            SteadyZip.copy(draft, unfinished, receipt.asOf());
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (UncheckedIOException failed) {
            throw failed.getCause() == null ? new IOException(failed) : failed.getCause();
        }
    }

    private void importer(Decision decision) {
        Explanation explanation = decision.explanation();
        Outcome outcome = decision.outcome();
        Importer importer = decision.facts().importer();
        Center center = outcome instanceof Outcome.Placed placed ? placed.center() : null;
        List<Explanation.CenterTally> counts = explanation.tallies();
        importers.add(
                importer.number().masked(),
                importer.number().shownName(importer.name()),
                outcome.status(),
                outcome.code(),
                center == null ? null : center.title(),
                FileWords.basis(outcome),
                decision.reviews().stream().map(review -> review.code().name()).collect(Collectors.joining(" ")),
                counts.isEmpty() ? 0 : counts.get(0).tally().total(),
                explanation.notCounted().stream()
                        .mapToLong(Explanation.Missed::count)
                        .sum(),
                share(counts, center),
                decision.warnings().size(),
                explanation.summary());
    }

    /** The share of the Center that was decided; without one, nothing. */
    private static @Nullable BigDecimal share(List<Explanation.CenterTally> counts, @Nullable Center center) {
        for (Explanation.CenterTally count : counts) {
            if (count.tally().center() == center) {
                return count.tally().share();
            }
        }
        return null;
    }

    private void tallies(Decision decision) {
        for (Explanation.CenterTally count : decision.explanation().tallies()) {
            Tally tally = count.tally();
            boolean valued = tally.value().signum() > 0;
            tallies.add(
                    number(decision),
                    tally.center().code(),
                    tally.center().title(),
                    tally.count(),
                    tally.share(),
                    valued ? tally.value() : null,
                    valued ? tally.valueShare() : null);
        }
    }

    private void flips(Decision decision) {
        Explanation.Detail detail = decision.explanation().detail();
        if (detail != null) {
            for (Explanation.Flip flip : detail.flips()) {
                flips.add(number(decision), flip.center().code(), flip.center().title(), flip.lines(), flip.sentence());
            }
        }
    }

    private void notCounted(Decision decision) {
        for (Explanation.Missed missed : decision.explanation().notCounted()) {
            if (missed.count() > 0) {
                notCounted.add(
                        number(decision),
                        FileWords.words(missed.reason()),
                        missed.count(),
                        missed.rules().stream()
                                .map(rule -> rule.id() + " " + rule.title())
                                .collect(Collectors.joining("; ")),
                        String.join(", ", missed.examples()));
            }
        }
    }

    private static String number(Decision decision) {
        return decision.facts().importer().number().masked();
    }

    private void about(
            List<Decision> decisions, Receipt receipt, String subject, @Nullable FileReading reading, long counted) {
        about.add("File", Echo.clean(subject));
        about.add("As of", receipt.asOf().toString());
        about.add("Importers", decisions.size());
        about.add("Rulebook", receipt.rulebook());
        about.add("Schedule", receipt.schedule());
        about.add("Program", receipt.program());
        if (reading == null) {
            return;
        }
        RowAccount account = reading.account();
        about.add("Rows read", account.read());
        about.add("Rows counted", counted);
        about.add("Rows set aside", account.read() - counted - account.rejected());
        about.add("- title rows", account.titles());
        about.add("- total rows", account.sums());
        about.add("- of other versions", account.dropped());
        about.add("- of lines without vote", account.inLines() - counted);
        about.add("Rows rejected", account.rejected());
        FileWords.ignored(reading.header().ignored()).ifPresent(text -> about.add("Not read", text));
        for (String note : reading.notes()) {
            about.add("Note", note);
        }
    }

    /** Drops what is not finished. */
    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(draft);
            Files.deleteIfExists(unfinished);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
