package io.centerline.application;

import io.centerline.accounts.PartyOnFile;
import io.centerline.activation.Serving;
import io.centerline.application.AccountsOnFile.Completed;
import io.centerline.decision.Draft;
import io.centerline.facts.Facts;
import io.centerline.facts.ImporterNumber;
import io.centerline.intake.Intake;
import io.centerline.intake.JsonIntake;
import io.centerline.intake.KeyedIntake;
import io.centerline.intake.rows.RowFile;
import io.centerline.journal.IdempotencyKey;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement.Explain;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Places the importers of one batch, each by itself, all under one rulebook. Requests that are placed together are completed
 * with what is on file by one question, and handed to the journal one right after the other, so that they share its commits.
 * Once the database is away, no further request of the batch is tried. Thread-safe.
 */
public final class PlacementBatch {
    /** How long a full journal is waited for, at most; then the database is taken to be away. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Placements placements;
    private final Serving serving;
    private final Intakes intakes;
    private final JsonIntake intake;
    private final LocalDate asOf;
    private final Explain detail;
    private final boolean keep;
    private final @Nullable String key;
    private volatile @Nullable Failure away;

    /**
     * A batch.
     *
     * @param asOf the day of requests that name none
     * @param keep whether what is decided is recorded
     * @param key what makes a repeated batch return the first decisions; null without
     */
    PlacementBatch(
            Placements placements,
            Serving serving,
            Intakes intakes,
            LocalDate asOf,
            Explain detail,
            boolean keep,
            @Nullable String key) {
        this.placements = placements;
        this.serving = serving;
        this.intakes = intakes;
        this.intake = intakes.placements(serving.rulebook());
        this.asOf = asOf;
        this.detail = detail;
        this.keep = keep;
        this.key = key;
    }

    /**
     * What became of a request; either an answer or a failure is there.
     *
     * @param answer the decision
     * @param failure why there is none
     */
    public record Placed(
            @Nullable DecisionAnswer answer, @Nullable Failure failure) {
        private static Placed refused(Failure failure) {
            return new Placed(null, failure);
        }
    }

    /** A decision on its way; either it or its failure is there. */
    private record Decided(
            @Nullable Decision decision,
            @Nullable Draft draft,
            @Nullable Failure failure) {
        private static Decided refused(Failure failure) {
            return new Decided(null, null, failure);
        }
    }

    /** Reads a request of the batch, as JSON; its own key comes before that of the batch. */
    public AskedPlacement read(long line, byte[] body) {
        KeyedIntake read = intake.readKeyed(body, asOf);
        if (read.intake() instanceof Intake.Refused refused) {
            return AskedPlacement.refused(line, Failure.of(FailureKind.ofFacts(refused.issues()), refused.issues()));
        }
        String own = read.key();
        return AskedPlacement.of(
                line,
                (Intake.Accepted) read.intake(),
                own == null || !keep
                        ? ofBatch(line, read.body(), "line ")
                        : IdempotencyKey.of(own, read.body(), word()));
    }

    /**
     * Reads a file of entry lines, whose importers are requests of the batch.
     *
     * @param hash of its content
     * @throws RefusedException when it cannot be read, or has no rows
     * @throws IOException when its bytes cannot be read
     */
    public PlacementFile read(RowFile file, byte[] hash) throws IOException {
        return PlacementFile.read(this, intakes.files(serving.rulebook()), file, asOf, hash);
    }

    /**
     * A case of a file that is placed as a batch.
     *
     * @param hash of the whole file
     */
    AskedPlacement ask(long number, Intake.Accepted read, byte[] hash) {
        return AskedPlacement.of(number, read, ofBatch(number, hash, "importer "));
    }

    private @Nullable IdempotencyKey ofBatch(long number, byte[] body, String what) {
        String ofAll = key;
        return ofAll == null || !keep
                ? null
                : IdempotencyKey.of(ofAll, body, word(), "placement " + what + number)
                        .ofLine(number);
    }

    private String word() {
        return detail.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Places importers, in their order. Each answer ends once it is durable, if it is to be kept, and never exceptionally. While
     * the journal is full, the caller's thread waits.
     */
    public List<CompletableFuture<Placed>> place(List<AskedPlacement> asked) {
        Map<LocalDate, Map<ImporterNumber, PartyOnFile>> known = Map.of();
        Failure unknown = away;
        try {
            known = unknown == null ? onFile(asked) : known;
        } catch (RuntimeException failed) {
            unknown = Failure.of(failed);
            note(asked.get(0), unknown);
        }
        List<Decided> decided = new ArrayList<>(asked.size());
        for (AskedPlacement each : asked) {
            decided.add(decide(each, known, unknown));
        }
        List<CompletableFuture<Placed>> answers = new ArrayList<>(asked.size());
        for (int i = 0; i < decided.size(); i++) {
            answers.add(answer(asked.get(i), decided.get(i)));
        }
        return answers;
    }

    private Map<LocalDate, Map<ImporterNumber, PartyOnFile>> onFile(List<AskedPlacement> asked) {
        Map<LocalDate, Set<ImporterNumber>> numbers = new LinkedHashMap<>();
        for (AskedPlacement each : asked) {
            Intake.Accepted read = each.accepted();
            if (read != null && read.leavesAccountOpen()) {
                Facts facts = read.facts();
                numbers.computeIfAbsent(facts.asOf(), day -> new LinkedHashSet<>())
                        .add(facts.importer().number());
            }
        }
        Map<LocalDate, Map<ImporterNumber, PartyOnFile>> known = new LinkedHashMap<>();
        numbers.forEach((day, those) -> known.put(day, placements.onFile(List.copyOf(those), day)));
        return known;
    }

    /** The decision on a request; {@code unknown} says why it is not known what is on file. */
    private Decided decide(
            AskedPlacement asked, Map<LocalDate, Map<ImporterNumber, PartyOnFile>> known, @Nullable Failure unknown) {
        Intake.Accepted read = asked.accepted();
        if (read == null) {
            return Decided.refused(Objects.requireNonNull(asked.failure()));
        }
        if (unknown != null && (keep || read.leavesAccountOpen())) {
            return Decided.refused(unknown);
        }
        try {
            AccountsOnFile onFile =
                    (number, day) -> known.getOrDefault(day, Map.of()).getOrDefault(number, PartyOnFile.NOBODY);
            Facts facts = read.facts();
            Completed<Facts> whole = read.leavesAccountOpen()
                    ? onFile.complete(facts.importer(), facts.asOf(), read.kindAt(), read.warnings(), facts::with)
                    : new Completed<>(facts, read.warnings());
            Decision decision = placements.decide(serving, whole, detail);
            return new Decided(decision, keep ? placements.recorder().prepare(decision) : null, null);
        } catch (RuntimeException failed) {
            return Decided.refused(Failure.of(failed));
        }
    }

    private CompletableFuture<Placed> answer(AskedPlacement asked, Decided decided) {
        Failure failure = decided.failure();
        if (failure != null) {
            return CompletableFuture.completedFuture(Placed.refused(failure));
        }
        Failure gone = away;
        Draft draft = decided.draft();
        try {
            if (draft == null) {
                Decision decision = Objects.requireNonNull(decided.decision());
                byte[] body = placements.recorder().unrecorded(decision);
                return CompletableFuture.completedFuture(new Placed(DecisionAnswer.unrecorded(body), null));
            }
            if (gone != null) {
                return CompletableFuture.completedFuture(Placed.refused(gone));
            }
            return placements
                    .recorder()
                    .record(draft, asked.key(), PATIENCE)
                    .thenApply(recorded -> new Placed(DecisionAnswer.of(recorded), null))
                    .exceptionally(failed -> failed(asked, failed))
                    .toCompletableFuture();
        } catch (RuntimeException failed) {
            return CompletableFuture.completedFuture(failed(asked, failed));
        }
    }

    private Placed failed(AskedPlacement asked, Throwable thrown) {
        Failure failure = Failure.of(thrown);
        note(asked, failure);
        return Placed.refused(failure);
    }

    /** Remembers that the database is away. */
    private void note(AskedPlacement asked, Failure failure) {
        if (failure.kind() == FailureKind.UNAVAILABLE && away == null) {
            away = new Failure(
                    FailureKind.UNAVAILABLE,
                    "the database did not answer for line " + asked.line()
                            + ", so this one was not tried; send it again",
                    null,
                    failure.retryAfter());
        }
    }
}
