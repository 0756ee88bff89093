package io.centerline.application;

import io.centerline.accounts.Accounts;
import io.centerline.accounts.PartyOnFile;
import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.Serving;
import io.centerline.application.AccountsOnFile.Completed;
import io.centerline.decision.Receipt;
import io.centerline.facts.Facts;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.intake.Intake;
import io.centerline.intake.Warnings;
import io.centerline.intake.rows.FileColumns;
import io.centerline.intake.rows.FileIntake;
import io.centerline.intake.rows.FileMapping;
import io.centerline.intake.rows.FileReading;
import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.rows.RowAccount;
import io.centerline.intake.rows.RowField;
import io.centerline.intake.rows.RowFile;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.RowOptions;
import io.centerline.intake.rows.SuppliedImporter;
import io.centerline.intake.sheet.RowSource;
import io.centerline.journal.IdempotencyKey;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.placement.Siblings;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Places the importers of a file of entry lines, completed with what is on file, and records nothing unless it is told to. */
@Singleton
public final class FilePlacements {
    /** Importers whose accounts are looked up at once. */
    private static final int PORTION = 1_000;

    private final Intakes intakes;
    private final ActiveRulebook active;
    private final Accounts accounts;
    private final DecisionMeters meters;
    private final Recorder recorder;

    FilePlacements(
            Intakes intakes, ActiveRulebook active, Accounts accounts, DecisionMeters meters, Recorder recorder) {
        this.intakes = intakes;
        this.active = active;
        this.accounts = accounts;
        this.meters = meters;
        this.recorder = recorder;
    }

    /**
     * What is asked of a file.
     *
     * @param asOf the day decided for
     * @param importer whose the lines are where the file has no column that says it; null for nobody in particular
     * @param kind what kind of party importers are of whom the file does not say it; null where nobody says it
     * @param mostRejects how many of the rejected rows are kept
     * @param detail how much of the decisions is explained where there are several
     */
    public record Asked(
            LocalDate asOf,
            @Nullable ImporterNumber importer,
            @Nullable ImporterKind kind,
            int mostRejects,
            Explain detail) {

        /** The same with another explanation. */
        public Asked explained(Explain wanted) {
            return new Asked(asOf, importer, kind, mostRejects, wanted);
        }
    }

    /**
     * A row that was rejected.
     *
     * @param row its number
     * @param reason what is wrong
     * @param remedy how to mend it; empty when the reason says it
     */
    public record Rejected(long row, String reason, String remedy) {}

    /**
     * What became of a file.
     *
     * @param columns what was understood of its columns
     * @param reading how its rows were read
     * @param decisions one for each importer, in order of first appearance; none is recorded, and there is none where every row is rejected
     * @param notVoting how many rows stand in lines that do not vote, by reason
     * @param rejects the first rows that were rejected
     * @param supplied whose the lines are, where no column says it; null where one does
     */
    public record Placed(
            FileColumns columns,
            FileReading reading,
            List<Decision> decisions,
            Map<NotCountedReason, Long> notVoting,
            List<Rejected> rejects,
            @Nullable ImporterNumber supplied) {
        public Placed {
            decisions = List.copyOf(decisions);
            rejects = List.copyOf(rejects);
        }

        /** How many rows stand in lines that vote. */
        public long counted() {
            return reading.account().inLines()
                    - notVoting.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Places the importers of a file under the rulebook that serves.
     *
     * @param rejects takes the rows that are rejected
     * @throws RefusedException when the file cannot be read, or has no rows
     * @throws IOException when its bytes cannot be read
     */
    public Placed place(RowFile file, Asked asked, RejectedRows rejects) throws IOException {
        Serving serving = active.serving();
        ListedRejects listed = new ListedRejects(rejects, asked.mostRejects());
        Read read = read(serving, file, asked, listed);
        RowAccount account = read.accepted().reading().account();
        List<Intake.Accepted> cases = read.accepted().cases().stream()
                .map(each -> kind(each, asked.kind()))
                .toList();
        return new Placed(
                read.columns(),
                read.accepted().reading(),
                decide(serving, cases, cases.size() == 1 ? Explain.FULL : asked.detail()),
                rowsNotVoting(serving.placement(), cases, account),
                listed.first(),
                read.supplied());
    }

    /**
     * Reads a file as {@link #place} does, and decides nothing.
     *
     * @param rejects takes the rows that are rejected
     * @throws RefusedException when the file cannot be read, or has no rows
     * @throws IOException when its bytes cannot be read
     */
    public void reject(RowFile file, Asked asked, RejectedRows rejects) throws IOException {
        read(active.serving(), file, asked, rejects);
    }

    private record Read(
            FileColumns columns,
            FileIntake.Accepted accepted,
            @Nullable ImporterNumber supplied) {}

    private Read read(Serving serving, RowFile file, Asked asked, RejectedRows rejects) throws IOException {
        RowIntake intake = intakes.files(serving.rulebook());
        FileColumns columns = columns(intake, file);
        ImporterNumber supplied = columns.missing().contains(RowField.IMPORTER)
                        && !columns.missing().contains(RowField.HTS)
                ? asked.importer() != null
                        ? asked.importer()
                        : Importer.anybody(ImporterKind.IMPORTER).number()
                : null;
        RowFile whole = supplied == null ? file : supplied(file, columns.titleRows(), supplied);
        return new Read(columns, accepted(intake.read(whole, RowOptions.LENIENT, asked.asOf(), rejects)), supplied);
    }

    /**
     * What a file holds.
     *
     * @throws RefusedException when it cannot be read, or has no rows
     */
    static FileIntake.Accepted accepted(FileIntake read) {
        if (read instanceof FileIntake.Refused refused) {
            throw new RefusedException(FailureKind.ofFacts(refused.issues()), refused.issues());
        }
        FileIntake.Accepted accepted = (FileIntake.Accepted) read;
        RowAccount account = accepted.reading().account();
        if (accepted.cases().isEmpty() && account.rejected() == 0) {
            throw new RefusedException(
                    FailureKind.INVALID_FACTS,
                    account.sums() > 0 ? "the file has no rows of entry lines" : "the file has a header and no rows");
        }
        return accepted;
    }

    private static RowFile supplied(RowFile file, int above, ImporterNumber number) {
        return () -> new SuppliedImporter(file.open(), above, number.text());
    }

    private static FileColumns columns(RowIntake intake, RowFile file) throws IOException {
        try (RowSource source = file.open()) {
            return intake.columns(source, FileMapping.NONE);
        } catch (RowSource.Unreadable unreadable) {
            throw new RefusedException(FailureKind.INVALID_FACTS, List.of(unreadable.issue()));
        }
    }

    /** The case of an importer of another kind, where the file does not say of what kind. */
    private static Intake.Accepted kind(Intake.Accepted read, @Nullable ImporterKind kind) {
        if (kind == null || read.kindAt() != null) {
            return read;
        }
        Importer importer = read.facts().importer();
        Facts facts = read.facts()
                .with(
                        new Importer(importer.number(), importer.name(), kind),
                        read.facts().account());
        return new Intake.Accepted(facts, read.warnings(), read.leavesAccountOpen(), "kind");
    }

    /**
     * Places an importer with one entry line for each of some numbers under the rulebook that serves, and records nothing. The
     * decision has the warnings of the numbers.
     */
    public Decision place(List<NumberAnswer> numbers, Asked asked) {
        ImporterKind kind = asked.kind();
        Importer nobody = Importer.anybody(kind == null ? ImporterKind.IMPORTER : kind);
        ImporterNumber number = asked.importer();
        Importer importer = number == null ? nobody : new Importer(number, "", nobody.kind());
        Facts facts = NumberPreview.facts(
                importer, numbers.stream().map(NumberAnswer::number).toList(), asked.asOf());
        return decide(
                        active.serving(),
                        List.of(new Intake.Accepted(facts, warnings(numbers), true, kind == null ? null : "kind")),
                        Explain.FULL)
                .get(0);
    }

    private static List<Issue> warnings(List<NumberAnswer> numbers) {
        Warnings warnings = new Warnings();
        for (NumberAnswer number : numbers) {
            for (Issue warning : number.warnings()) {
                if (warnings.wants(warning.code())) {
                    warnings.add(warning.code(), warning.pointer(), warning.message(), warning.help());
                }
            }
        }
        return warnings.list("");
    }

    private List<Decision> decide(Serving serving, List<Intake.Accepted> cases, Explain detail) {
        List<Decision> decisions = new ArrayList<>(cases.size());
        for (int from = 0; from < cases.size(); from += PORTION) {
            List<Intake.Accepted> portion = cases.subList(from, Math.min(cases.size(), from + PORTION));
            Map<ImporterNumber, PartyOnFile> known = accounts.onFile(
                    portion.stream()
                            .map(each -> each.facts().importer().number())
                            .toList(),
                    portion.get(0).facts().asOf());
            AccountsOnFile onFile = (number, day) -> known.getOrDefault(number, PartyOnFile.NOBODY);
            portion.forEach(each -> decisions.add(decide(serving.placement(), each, onFile, detail)));
        }
        return Siblings.compare(decisions);
    }

    private static Decision decide(Placement placement, Intake.Accepted read, AccountsOnFile onFile, Explain detail) {
        Facts facts = read.facts();
        Completed<Facts> known = read.leavesAccountOpen()
                ? onFile.complete(facts.importer(), facts.asOf(), read.kindAt(), read.warnings(), facts::with)
                : new Completed<>(facts, read.warnings());
        return placement.decide(known.facts(), known.warnings(), detail);
    }

    /** A decision that was made here with its whole explanation. */
    public Decision explain(Decision decision) {
        if (decision.explanation().detail() != null) {
            return decision;
        }
        Decision whole = active.serving().placement().decide(decision.facts(), decision.warnings(), Explain.FULL);
        return new Decision(
                whole.facts(),
                whole.outcome(),
                whole.indicated(),
                decision.reviews(),
                whole.explanation(),
                whole.warnings(),
                whole.rules(),
                whole.rulebook());
    }

    /** How many rows of a file stand in lines that do not vote, by reason. */
    public static Map<NotCountedReason, Long> rowsNotVoting(
            Placement placement, List<Intake.Accepted> cases, RowAccount account) {
        Map<NotCountedReason, Long> rows = new EnumMap<>(NotCountedReason.class);
        for (int i = 0; i < cases.size(); i++) {
            RowAccount.LineRows of = account.rowsOfLines().get(i);
            placement
                    .notVoting(cases.get(i).facts())
                    .forEach((reason, lines) ->
                            rows.merge(reason, lines.stream().mapToLong(of::of).sum(), Long::sum));
        }
        return rows;
    }

    /**
     * Decides what was decided here once more, for itself and not beside others of its file, and records it; ends once it is durable.
     *
     * @param key makes a repeated request record it once
     */
    public CompletionStage<UUID> record(Decision decision, String key) {
        Facts facts = decision.facts();
        Decision alone =
                meters.measure(() -> active.serving().placement().decide(facts, decision.warnings(), Explain.FULL));
        String once = key + "/" + FactsJson.hash(facts);
        return recorder.record(alone, IdempotencyKey.of(once, new byte[0])).thenApply(Recorder.Answer::id);
    }

    /** The JSON of a decision that is not recorded. */
    public byte[] json(Decision decision) {
        return recorder.unrecorded(decision);
    }

    /** The receipt of a decision that is not recorded. */
    public Receipt receipt(Decision decision) {
        return recorder.unrecordedReceipt(decision);
    }
}
