package io.centerline.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.decision.Contract;
import io.centerline.facts.Facts;
import io.centerline.facts.FactsArbitraries;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.intake.Intake;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.JsonIntake;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReplayTest {
    private static final Schedule SCHEDULE = Schedule.load();
    private static final Rulebook SHIPPED = TestRulebook.shared();
    private static final Rulebook CANDIDATE = Rulebook.read(Path.of("src/test/resources/cli/candidate"));
    private static final Replay REPLAY =
            new Replay(edition -> Optional.of(SCHEDULE).filter(schedule -> edition.equals(schedule.edition())));

    @Provide
    Arbitrary<Facts> facts() {
        return FactsArbitraries.facts().filter(facts -> !facts.asOf().isBefore(SHIPPED.firstCoveredDay()));
    }

    @Property(tries = 100)
    void replay_anyDecision_isTheSameByteForByte(
            @ForAll("facts") Facts facts, @ForAll Explain explain, @ForAll boolean salted) throws ReplayRefused {
        byte[] salt = salted ? new byte[16] : null;
        KeptDecision kept = Past.decided(facts, SHIPPED, explain, List.of(), Past.SCHEDULE, salt);

        Replayed replayed = REPLAY.replay(kept, hash -> Optional.of(SHIPPED));

        assertThat(replayed.differences()).isEmpty();
        assertThat(replayed.same()).isTrue();
        assertThat(replayed.leaf().replayed()).isEqualTo(replayed.leaf().recorded());
        assertThat(replayed.decision()).isEqualTo(kept.body());
    }

    @Example
    void replay_warningsOfTheRequest_areTakenOver() throws ReplayRefused {
        Issue warning = new Issue(IssueCode.HTS_FLOAT, "/lines/0/hts", "entry line 1: a float", "write it as text");
        KeptDecision kept = Past.decided(perfumes(), SHIPPED, Explain.FULL, List.of(warning));

        assertThat(REPLAY.replay(kept, SHIPPED).same()).isTrue();
    }

    @Example
    void replay_underAnotherRulebook_saysWhatDiffersStepByStep() throws ReplayRefused {
        KeptDecision kept = Past.decided(perfumes(), SHIPPED, Explain.FULL, List.of());

        Replayed replayed = REPLAY.replay(kept, CANDIDATE);

        assertThat(replayed.same()).isFalse();
        assertThat(replayed.moved()).isTrue();
        assertThat(replayed.rulebook()).isEqualTo(new Replayed.Pair(SHIPPED.hash(), CANDIDATE.hash()));
        assertThat(replayed.differences().stream().map(Difference::sentence))
                .contains("center, code: was `CEE008`, is `CEE001`")
                .anyMatch(sentence -> sentence.startsWith("steps MEM-0804: is gone, was `{"))
                .anyMatch(sentence -> sentence.startsWith("steps MEM-0004: is new, `{"))
                .anyMatch(sentence -> sentence.startsWith("tallies CEE008: is gone"))
                .noneMatch(sentence -> sentence.startsWith("receipt"));
    }

    @Example
    void replay_alteredBody_differsWhereItWasAltered() throws ReplayRefused {
        KeptDecision altered =
                Past.altered(Past.decided(perfumes(), SHIPPED, Explain.FULL, List.of()), "\"PLACED\"", "\"PENDING\"");

        Replayed replayed = REPLAY.replay(altered, SHIPPED);

        assertThat(replayed.differences())
                .extracting(Difference::sentence)
                .containsExactly("status: was `PENDING`, is `PLACED`");
        assertThat(replayed.leaf().replayed()).isEqualTo(replayed.leaf().recorded());
    }

    @Example
    void replay_alteredFacts_differInTheReceiptToo() throws ReplayRefused {
        KeptDecision altered = Past.altered(
                Past.decided(perfumes(), SHIPPED, Explain.FULL, List.of()), "3303.00.1000", "8471.30.0100");

        Replayed replayed = REPLAY.replay(altered, SHIPPED);

        assertThat(replayed.differences()).extracting(Difference::part).contains("center", "tallies", "receipt");
    }

    @Example
    void replay_alteredLeaf_isTold() throws ReplayRefused {
        KeptDecision kept = Past.decided(perfumes(), SHIPPED, Explain.SUMMARY, List.of());
        KeptDecision altered = new KeptDecision(41, kept.body(), new byte[32], kept.facts(), null);

        assertThat(REPLAY.replay(altered, SHIPPED).differences())
                .singleElement()
                .extracting(Difference::part)
                .isEqualTo("leaf");
    }

    @Example
    void replay_unknownRulebook_isRefused() {
        KeptDecision kept = Past.decided(perfumes(), SHIPPED, Explain.FULL, List.of());

        assertThatThrownBy(() -> REPLAY.replay(kept, hash -> Optional.empty()))
                .isInstanceOf(ReplayRefused.class)
                .hasMessage("there is no rulebook `" + SHIPPED.hash() + "`, under which it was decided");
    }

    @Example
    void replay_scheduleThatIsNotKept_isRefused() {
        KeptDecision kept = Past.decided(perfumes(), SHIPPED, Explain.FULL, List.of(), "hts-2031-rev1", null);

        assertThatThrownBy(() -> REPLAY.replay(kept, SHIPPED))
                .isInstanceOf(ReplayRefused.class)
                .hasMessage("there is no schedule `hts-2031-rev1`, under which it was decided");
    }

    @Example
    void replay_scheduleOfAnotherEdition_isTheSameByteForByte() throws ReplayRefused {
        KeptDecision kept = Past.decided(perfumes(), SHIPPED, Explain.FULL, List.of(), "hts-2031-rev1", null);
        Replay later = new Replay(edition -> Optional.of(SCHEDULE));

        Replayed replayed = later.replay(kept, SHIPPED);

        assertThat(replayed.schedule()).isEqualTo("hts-2031-rev1");
        assertThat(replayed.same()).isTrue();
    }

    @Example
    void replay_dayTheRulebookDoesNotCover_isRefused() {
        SortedMap<String, String> later = new TreeMap<>();
        RuleFiles.read(Path.of("src/test/resources/cli/candidate"))
                .texts()
                .forEach((file, text) -> later.put(file, text.replace("2013-04-04", "2014-01-01")));
        Rulebook young = Rulebook.of(new RuleFiles(later));
        KeptDecision kept = Past.decided(facts("2013-12-31"), SHIPPED, Explain.FULL, List.of());

        assertThatThrownBy(() -> REPLAY.replay(kept, young))
                .isInstanceOf(ReplayRefused.class)
                .hasMessage("it was decided as of `2013-12-31`, before `2014-01-01`, the first day the rulebook `"
                        + young.hash() + "` covers");
    }

    @Example
    void replay_unreadableRecord_isRefused() {
        KeptDecision kept = Past.decided(perfumes(), SHIPPED, Explain.FULL, List.of());
        for (String body :
                List.of("", "{}", "[1", new String(kept.body(), StandardCharsets.UTF_8).replace("T01:", "T99:"))) {
            KeptDecision broken =
                    new KeptDecision(41, body.getBytes(StandardCharsets.UTF_8), kept.leaf(), kept.facts(), null);
            assertThatThrownBy(() -> REPLAY.replay(broken, SHIPPED))
                    .isInstanceOf(ReplayRefused.class)
                    .hasMessage("the record is no decision: it was altered");
        }
        KeptDecision factless =
                new KeptDecision(41, kept.body(), kept.leaf(), "{}".getBytes(StandardCharsets.UTF_8), null);
        assertThatThrownBy(() -> REPLAY.replay(factless, SHIPPED))
                .isInstanceOf(ReplayRefused.class)
                .hasMessageStartingWith("its facts cannot be read: ");
    }

    @Example
    void replay_contractOfALaterProgram_isRefusedAndNotToldAsDifferent() {
        KeptDecision later = Past.altered(
                Past.decided(perfumes(), SHIPPED, Explain.FULL, List.of()),
                "\"program\":\"0.0.9\",\"contract\":" + Contract.CURRENT.number(),
                "\"program\":\"7.0.0\",\"contract\":99");

        assertThatThrownBy(() -> REPLAY.replay(later, SHIPPED))
                .isInstanceOfSatisfying(
                        ReplayRefused.class,
                        refused -> assertThat(refused.help())
                                .isEqualTo("use program version `7.0.0`, which decided it, or a later one"))
                .hasMessage("it was decided under contract 99, and this program knows contracts up to "
                        + Contract.CURRENT.number());
    }

    @Example
    void replay_contractAddedToAReceiptOfTheFirst_isADifference() throws ReplayRefused {
        KeptDecision altered = Past.altered(
                Past.decided(perfumes(), SHIPPED, Explain.FULL, Contract.ONE),
                "\"program\":\"0.0.9\"",
                "\"program\":\"0.0.9\",\"contract\":1");

        assertThat(REPLAY.replay(altered, SHIPPED).differences())
                .extracting(Difference::sentence)
                .containsExactly("receipt, contract: is gone, was `1`");
    }

    @Example
    void comparison_sameEntriesInAnotherOrder_isOneDifference() throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode recorded = json.readTree("{\"reviews\":[{\"code\":\"TIE\"},{\"code\":\"DRIFT\"}]}");
        JsonNode replayed = json.readTree("{\"reviews\":[{\"code\":\"DRIFT\"},{\"code\":\"TIE\"}]}");

        assertThat(ReplayComparison.of(recorded, replayed))
                .extracting(Difference::sentence)
                .containsExactly("reviews, order: was `[\"TIE\",\"DRIFT\"]`, is `[\"DRIFT\",\"TIE\"]`");
        assertThat(ReplayComparison.of(recorded, recorded)).isEmpty();
    }

    private static Facts perfumes() {
        return facts("2026-11-25");
    }

    private static Facts facts(String asOf) {
        String request = "{\"importer\":{\"number\":\"98-765432100\",\"name\":\"Acme\"},\"asOf\":\"" + asOf
                + "\",\"lines\":[{\"hts\":\"3303.00.1000\",\"count\":9}]}";
        Intake read = new JsonIntake(new HtsReader(SCHEDULE), SCHEDULE, SHIPPED.firstCoveredDay(), IntakeLimits.DEFAULT)
                .read(request.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 11, 25));
        return ((Intake.Accepted) read).facts();
    }
}
