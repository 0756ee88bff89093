package io.centerline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.Activity;
import io.centerline.facts.EntrySummary;
import io.centerline.facts.Facts;
import io.centerline.facts.FactsArbitraries;
import io.centerline.facts.RoutingFacts;
import io.centerline.log.Disclosed;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.routing.Router;
import io.centerline.routing.Routing;
import io.centerline.routing.RoutingAnswer;
import io.centerline.rulebook.TestRulebook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DecisionColumnsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T01:02:03.004Z");
    private static final Disclosed KEPT = new Disclosed(new byte[32], new byte[0]);

    private final Placement placement = new Placement(TestRulebook.shared());
    private final Router router = new Router(TestRulebook.shared());

    @Provide
    Arbitrary<Facts> facts() {
        return FactsArbitraries.facts()
                .filter(facts -> !facts.asOf().isBefore(TestRulebook.shared().firstCoveredDay()));
    }

    @Property(tries = 200)
    void differing_anyPlacement_isNothing(@ForAll("facts") Facts facts, @ForAll Explain explain) {
        assertThat(DecisionColumns.differing(placed(facts, explain))).isEmpty();
    }

    @Property(tries = 200)
    void differing_anyRouting_isNothing(
            @ForAll("facts") Facts facts, @ForAll Activity activity, @ForAll Explain explain) {
        RoutingFacts routing = new RoutingFacts(
                facts.importer(), facts.asOf(), activity, new EntrySummary("", "1234", facts.lines()), facts.account());
        RoutingAnswer answer = router.route(routing, List.of(), explain);
        Assume.that(answer instanceof RoutingAnswer.Routed);

        assertThat(DecisionColumns.differing(routed(((RoutingAnswer.Routed) answer).routing())))
                .isEmpty();
    }

    /** Each column with another value is found, and it alone. */
    @Property(tries = 50)
    void differing_oneColumnChanged_isThatColumn(@ForAll("facts") Facts facts) {
        Draft draft = placed(facts, Explain.FULL);
        List<String> found = new ArrayList<>();
        for (int column = 0; column < 13; column++) {
            found.addAll(DecisionColumns.differing(changed(draft, column)));
        }

        assertThat(found)
                .containsExactlyElementsOf(Arrays.asList(
                        "id",
                        "kind",
                        "importer",
                        "status",
                        "center",
                        "basis",
                        "reviews",
                        "rules",
                        "asOf",
                        "decidedAt",
                        "rulebook",
                        "schedule",
                        "program"));
    }

    private Draft placed(Facts facts, Explain explain) {
        Decision decision = placement.decide(facts, List.of(), explain);
        return Draft.of(decision, receipt(decision.rulebook(), facts.asOf()), KEPT);
    }

    private static Draft routed(Routing routing) {
        return Draft.of(routing, receipt(routing.rulebook(), routing.facts().asOf()), KEPT);
    }

    private static Receipt receipt(String rulebook, LocalDate asOf) {
        return new Receipt(
                UUID.fromString("019abc3a-1c5d-7e00-8a53-0d4c0f3f8a11"),
                rulebook,
                KEPT.commitment(),
                "hts-2026-rev4",
                "0.1.0",
                Contract.CURRENT,
                asOf,
                NOW);
    }

    private static Draft changed(Draft draft, int column) {
        List<String> reviews = new ArrayList<>(draft.reviews());
        List<String> rules = new ArrayList<>(draft.rules());
        if (column == 6) {
            reviews.add("OTHER");
        }
        if (column == 7) {
            rules.remove(0);
        }
        return new Draft(
                column == 0 ? UUID.randomUUID() : draft.id(),
                column == 1 ? DecisionKind.ROUTING : draft.kind(),
                column == 2 ? "other" : draft.importer(),
                column == 3 ? "other" : draft.status(),
                column == 4 ? "other" : draft.center(),
                column == 5 ? "other" : draft.basis(),
                reviews,
                rules,
                column == 8 ? draft.asOf().plusDays(1) : draft.asOf(),
                column == 9 ? draft.decidedAt().plusMillis(1) : draft.decidedAt(),
                column == 10 ? "other" : draft.rulebook(),
                column == 11 ? "other" : draft.schedule(),
                column == 12 ? "other" : draft.program(),
                draft.facts(),
                draft.salt(),
                draft.body());
    }
}
