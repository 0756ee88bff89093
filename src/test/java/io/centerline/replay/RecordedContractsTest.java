package io.centerline.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.decision.CanonicalReceipt;
import io.centerline.decision.DecisionKind;
import io.centerline.log.LogVerifier;
import io.centerline.log.NoteRefused;
import io.centerline.log.Verdict;
import io.centerline.log.VerifierKey;
import io.centerline.log.Verifiers;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.tariff.Schedule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What earlier programs recorded is still what their logs signed, and is decided again byte for byte. Each folder below
 * {@code contract} is one program's journal with all that it takes; see the {@code README.md} there.
 */
class RecordedContractsTest {
    private static final Path CONTRACTS = Path.of("src/test/resources/contract");
    private static final int FEWEST = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void verify_everyContract_isWhatItsLogSigned() throws Exception {
        for (Path contract : contracts()) {
            LogVerifier verifier = verifier(contract);
            for (Path export : files(contract, ".ndjson.gz")) {
                Path held = contract.resolve(name(export) + ".checkpoint");
                List<byte[]> checkpoints = Stream.concat(Stream.of(held), earlier(contract, held).stream())
                        .map(RecordedContractsTest::bytes)
                        .toList();
                try (InputStream in = unpacked(export)) {
                    assertThat(verifier.verify(in, checkpoints, (leaves, bytes) -> {}))
                            .as(export.toString())
                            .isInstanceOfSatisfying(Verdict.Verified.class, verified -> {
                                assertThat(verified.from()).isZero();
                                assertThat(verified.to()).isEqualTo(size(held));
                                assertThat(verified.continued()).hasSize(checkpoints.size() - 1);
                            });
                }
            }
        }
    }

    @Test
    void replay_everyContract_isTheSameByteForByte() throws Exception {
        Set<String> kinds = new TreeSet<>();
        Set<String> statuses = new TreeSet<>();
        Set<String> bases = new TreeSet<>();
        for (Path contract : contracts()) {
            Set<Long> replayed = new HashSet<>();
            Decider decider = new Decider(contract);
            for (Path export : files(contract, ".ndjson.gz")) {
                try (InputStream in = unpacked(export)) {
                    ExportedDecisions decisions = new ExportedDecisions(in);
                    for (KeptDecision kept = next(decisions); kept != null; kept = next(decisions)) {
                        if (!decider.decidesTheSame(kept, export)) {
                            continue;
                        }
                        replayed.add(kept.index());
                        JsonNode decision = JSON.readTree(kept.body());
                        kinds.add((decision.has("activity") ? DecisionKind.ROUTING : DecisionKind.PLACEMENT).name());
                        statuses.add(decision.path("status").textValue());
                        bases.add(decision.path("basis").asText());
                    }
                }
            }
            assertThat(replayed).as(contract.toString()).hasSizeGreaterThanOrEqualTo(FEWEST);
            // What was erased in one export is there in an earlier one.
            assertThat(replayed.size() + records(contract.resolve("journal.ndjson.gz")))
                    .isEqualTo(size(contract.resolve("journal.checkpoint")));
        }
        assertThat(kinds).containsExactlyInAnyOrder(names(DecisionKind.values()));
        assertThat(statuses).containsExactlyInAnyOrder("PLACED", "PENDING", "NOT_ELIGIBLE", "ROUTED");
        assertThat(bases).contains(names(Basis.values()));
    }

    /** Decides again with the rules and the schedules of one contract, whatever those of today are. */
    private static final class Decider {
        private final Map<String, Rulebook> rulebooks = new HashMap<>();
        private final Map<String, Schedule> schedules = new HashMap<>();
        private final Replay replay = new Replay(edition -> Optional.ofNullable(schedules.get(edition)));

        Decider(Path contract) throws IOException {
            for (Path rules : files(contract.resolve("rules"), ".zip")) {
                Rulebook rulebook =
                        Rulebook.of(RuleFolder.ofZip(Files.readAllBytes(rules)).rules());
                rulebooks.put(rulebook.hash(), rulebook);
            }
            for (Path file : files(contract.resolve("schedules"), ".txt.gz")) {
                try (InputStream in = unpacked(file)) {
                    Schedule schedule = Schedule.of(in.readAllBytes());
                    schedules.put(schedule.edition(), schedule);
                }
            }
        }

        /** False where the facts were erased; fails when anything differs. */
        boolean decidesTheSame(KeptDecision kept, Path export) throws Exception {
            if (kept.facts() == null) {
                assertThatThrownBy(() -> replay(kept))
                        .isInstanceOf(ReplayRefused.class)
                        .hasMessage("there are no facts to decide it from");
                return false;
            }
            Replayed replayed = replay(kept);
            String which = export + ", decision " + kept.index();
            assertThat(replayed.differences().stream().map(Difference::sentence))
                    .as(which)
                    .isEmpty();
            assertThat(replayed.leaf().replayed())
                    .as(which)
                    .isEqualTo(replayed.leaf().recorded());
            assertThat(new JsonCanonicalizer(replayed.decision()).getEncodedUTF8())
                    .as(which)
                    .isEqualTo(kept.body());
            return true;
        }

        private Replayed replay(KeptDecision kept) throws ReplayRefused {
            return replay.replay(kept, hash -> Optional.ofNullable(rulebooks.get(hash)));
        }
    }

    private static List<Path> contracts() throws IOException {
        List<Path> contracts = files(CONTRACTS, "");
        assertThat(contracts).isNotEmpty();
        return contracts;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static LogVerifier verifier(Path contract) throws IOException, NoteRefused {
        String key = Files.readString(contract.resolve("verifier")).strip();
        return new LogVerifier(new Verifiers(List.of(VerifierKey.parse(key))), CanonicalReceipt::commits);
    }

    /** Checkpoints that were signed before the one that is held. */
    private static List<Path> earlier(Path contract, Path held) throws IOException {
        return files(contract, ".checkpoint").stream()
                .filter(checkpoint -> size(checkpoint) < size(held))
                .toList();
    }

    private static String name(Path export) {
        String name = export.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }

    /** How many leaves a checkpoint covers, as its second line says. */
    private static long size(Path checkpoint) {
        return Long.parseLong(new String(bytes(checkpoint), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow());
    }

    /** How many leaves of an export are no decisions. */
    private static long records(Path export) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(unpacked(export), StandardCharsets.UTF_8))) {
            lines.readLine();
            long records = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                records += JSON.readTree(line).has("kind") ? 1 : 0;
            }
            return records;
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        return new GZIPInputStream(Files.newInputStream(file));
    }

    private static @Nullable KeptDecision next(ExportedDecisions decisions) throws IOException, ReplayRefused {
        return decisions.next().orElse(null);
    }

    private static String[] names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }
}
