package io.centerline.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.TestRulebook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {

    @Test
    void contracts_all_areNumberedFromOneAndTheLastIsCurrent() {
        Contract[] all = Contract.values();

        assertThat(all)
                .extracting(Contract::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, all.length).boxed().toList());
        assertThat(Contract.CURRENT).isEqualTo(all[all.length - 1]);
    }

    @ParameterizedTest
    @EnumSource(Contract.class)
    void receipt_ofEveryContract_isReadAsWritten(Contract contract) throws UnknownContract {
        byte[] body = decided(contract);

        assertThat(RecordedDecision.read(body).receipt().contract()).isEqualTo(contract);
        assertThat(DecisionJson.withPlace(body, 3, "00")).asString().contains("\"program\":\"0.1.0\"");
        if (contract == Contract.ONE) {
            assertThat(body).asString().doesNotContain("contract");
        } else {
            assertThat(body).asString().contains("\"program\":\"0.1.0\",\"contract\":" + contract.number() + ",");
        }
    }

    static Stream<String> newer() {
        return Stream.of(
                Integer.toString(Contract.CURRENT.number() + 1), "2147483648", "99999999999", "18446744073709551617");
    }

    @ParameterizedTest
    @MethodSource("newer")
    void receipt_ofANewerContract_saysWhichProgramKnowsIt(String newer) {
        assertThatThrownBy(() -> RecordedDecision.read(withContract(newer)))
                .isInstanceOfSatisfying(
                        UnknownContract.class,
                        unknown -> assertThat(unknown.help())
                                .isEqualTo("use program version `0.1.0`, which decided it, or a later one"))
                .hasMessage("it was decided under contract " + newer + ", and this program knows contracts up to "
                        + Contract.CURRENT.number());
    }

    @Test
    void receipt_ofANewerContract_isReadNoFurther() {
        assertThatThrownBy(() -> RecordedDecision.read(
                        "{\"receipt\":{\"contract\":99,\"program\":\"9.0.0\"}}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnknownContract.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.0", "\"1\"", "null", "-99999999999"})
    void receipt_whoseContractIsNoNumber_isUnreadable(String contract) {
        assertThatThrownBy(() -> RecordedDecision.read(withContract(contract)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] withContract(String contract) {
        return new String(decided(Contract.ONE), StandardCharsets.UTF_8)
                .replace("\"program\":\"0.1.0\"", "\"program\":\"0.1.0\",\"contract\":" + contract)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] decided(Contract contract) {
        Importer importer = new Importer(
                new ImporterNumber("12-345678900", ImporterNumber.Format.EIN), "Acme", ImporterKind.IMPORTER);
        Facts facts = new Facts(importer, LocalDate.of(2026, 11, 25), List.of(), List.of(), null);
        Receipt receipt = new Receipt(
                UUID.fromString("019abc3a-1c5d-7e00-8a53-0d4c0f3f8a11"),
                TestRulebook.shared().hash(),
                "sha256:facts",
                "hts-2026-rev4",
                "0.1.0",
                contract,
                facts.asOf(),
                Instant.parse("2026-11-25T01:02:03.004Z"));
        return DecisionJson.write(
                contract.placement(TestRulebook.shared()).decide(facts, List.of(), Explain.FULL), receipt);
    }
}
