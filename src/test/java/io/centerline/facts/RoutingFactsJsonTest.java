package io.centerline.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.intake.RoutingRequest;
import io.centerline.intake.StoredFacts;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;

class RoutingFactsJsonTest {
    private static final Schedule SCHEDULE = Schedule.load();
    private static final StoredFacts STORED = new StoredFacts(new HtsReader(SCHEDULE), SCHEDULE);

    @Provide
    Arbitrary<RoutingFacts> routings() {
        Arbitrary<String> numbers = Arbitraries.strings().alpha().numeric().ofMaxLength(11);
        Arbitrary<String> ports = Arbitraries.oneOf(
                Arbitraries.just(""), Arbitraries.strings().numeric().ofLength(4));
        return Combinators.combine(FactsArbitraries.facts(), Arbitraries.of(Activity.class), numbers, ports)
                .as((facts, activity, number, port) -> new RoutingFacts(
                        facts.importer(),
                        facts.asOf(),
                        activity,
                        new EntrySummary(
                                number,
                                port,
                                facts.lines().stream()
                                        .map(line -> ofEntry(line, number))
                                        .toList()),
                        facts.account()));
    }

    private static EntryLine ofEntry(EntryLine line, String number) {
        return line.toBuilder().entry(number).build();
    }

    @Property(tries = 300)
    void canonical_anyRouting_isWhatASecondImplementationOfRfc8785Writes(@ForAll("routings") RoutingFacts facts)
            throws Exception {
        byte[] written = FactsJson.canonical(facts, Masking.NONE);

        assertThat(new String(written, StandardCharsets.UTF_8))
                .isEqualTo(new JsonCanonicalizer(new String(written, StandardCharsets.UTF_8)).getEncodedString());
    }

    @Property(tries = 300)
    void canonical_readBack_isTheSame(@ForAll("routings") RoutingFacts facts) {
        RoutingRequest read = STORED.readRouting(FactsJson.canonical(facts, Masking.NONE), LocalDate.EPOCH);

        assertThat(((RoutingRequest.Accepted) read).facts()).isEqualTo(facts);
    }

    @Property(tries = 100)
    void hash_anotherActivity_isAnother(@ForAll("routings") RoutingFacts facts, @ForAll Activity activity) {
        RoutingFacts other = new RoutingFacts(facts.importer(), facts.asOf(), activity, facts.entry(), facts.account());

        assertThat(FactsJson.hash(other).equals(FactsJson.hash(facts))).isEqualTo(other.equals(facts));
    }
}
