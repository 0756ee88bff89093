package io.centerline.placement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.centerline.facts.AppealStatus;
import io.centerline.facts.Factor;
import io.centerline.facts.Facts;
import io.centerline.facts.ImporterKind;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Firing;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.vocabulary.Conclusion;
import io.centerline.rulebook.vocabulary.Counting;
import io.centerline.rulebook.vocabulary.NotEligible;
import io.centerline.rulebook.vocabulary.Proposal;
import io.centerline.rulebook.vocabulary.Review;
import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A case of a placement rule.
 *
 * <p>Facts: {@code asOf}, {@code kind}, {@code counts} and {@code values} by Center, {@code account}, {@code directed},
 * {@code appeals}, {@code evidence}. What fires states {@code concludes} and {@code sentence}, what nearly does states
 * {@code because}, the condition's finding (absent when the rule is not in force that day); both state the {@code decision}.
 */
final class PlacementCase {
    private PlacementCase() {}

    static void fires(Rulebook rulebook, String rule, JsonNode node) {
        List<Firing> firings = firings(rulebook, node).stream()
                .filter(candidate -> candidate.rule().id().text().equals(rule))
                .toList();
        assertThat(firings).isNotEmpty();
        assertThat(say(firings.get(0).conclusion()))
                .isEqualTo(node.get("concludes").asText());
        assertThat(firings.get(0).sentence()).isEqualTo(node.get("sentence").asText());
        assertThat(decision(rulebook, node)).isEqualTo(node.get("decision").asText());
    }

    static void nearly(Rulebook rulebook, String rule, JsonNode node) {
        assertThat(firings(rulebook, node))
                .noneMatch(firing -> firing.rule().id().text().equals(rule));
        String because = decide(rulebook, node).explanation().detail().notFired().stream()
                .filter(candidate -> candidate.rule().id().text().equals(rule))
                .map(candidate -> candidate.because().found())
                .findFirst()
                .orElse("not in force");
        assertThat(because).isEqualTo(node.get("because").asText());
        assertThat(decision(rulebook, node)).isEqualTo(node.get("decision").asText());
    }

    static boolean sameAnswers(Rulebook rulebook, JsonNode fires, JsonNode nearly) {
        return decision(rulebook, fires).equals(fires.get("decision").asText())
                && decision(rulebook, nearly).equals(nearly.get("decision").asText());
    }

    /** Such as {@code CEE007 on PREDOMINANCE, review THIN_EVIDENCE}. */
    private static String decision(Rulebook rulebook, JsonNode node) {
        Decision decision = decide(rulebook, node);
        Outcome outcome = decision.outcome();
        String basis = outcome.basis() == null ? "" : " on " + outcome.basis();
        String reviews =
                decision.reviews().stream().map(note -> note.code().name()).collect(Collectors.joining(", "));
        return outcome.code() + basis + (reviews.isEmpty() ? "" : ", review " + reviews);
    }

    private static String say(Conclusion conclusion) {
        if (conclusion instanceof Proposal proposal) {
            return proposal.center().code() + " on " + proposal.basis();
        }
        if (conclusion instanceof Review review) {
            return "review " + review.code() + " on " + review.basis();
        }
        return "not eligible on " + ((NotEligible) conclusion).basis();
    }

    private static Decision decide(Rulebook rulebook, JsonNode node) {
        return new Placement(rulebook).decide(facts(node.get("facts")), List.of(), Placement.Explain.FULL);
    }

    private static List<Firing> firings(Rulebook rulebook, JsonNode node) {
        Facts facts = facts(node.get("facts"));
        Edition edition = rulebook.edition(facts.asOf());
        Window window =
                Window.ending(facts.asOf(), (Counting) edition.counting().conclusion());
        Ballot ballot = Ballot.count(edition, window, facts);
        return new Question(edition, facts, ballot.notCounted()).ask(Tallies.of(ballot.votes(), vote -> true));
    }

    private static Facts facts(JsonNode node) {
        assertThat(node.fieldNames())
                .toIterable()
                .isSubsetOf("asOf", "kind", "counts", "values", "account", "directed", "appeals", "evidence");
        Story story = Story.on(LocalDate.parse(node.get("asOf").asText()));
        if (node.has("kind")) {
            story.kind(ImporterKind.valueOf(node.get("kind").asText()));
        }
        node.path("counts")
                .fields()
                .forEachRemaining(entry -> story.row(
                        center(entry.getKey()),
                        entry.getValue().asInt(),
                        cents(node.path("values").get(entry.getKey()))));
        if (node.has("account")) {
            story.account(
                    center(node.get("account").get("center").asText()),
                    node.get("account").get("since").asText());
        }
        node.path("directed")
                .forEach(each -> story.direction(
                        center(each.get("center").asText()),
                        each.get("from").asText(),
                        each.path("until").asText("..")));
        node.path("appeals")
                .forEach(each -> story.appeal(
                        center(each.get("preferred").asText()),
                        each.get("filed").asText(),
                        AppealStatus.valueOf(each.get("status").asText()),
                        each.path("effective").asText(each.get("filed").asText())));
        node.path("evidence")
                .forEach(each -> story.evidence(
                        Factor.valueOf(each.get("factor").asText()),
                        center(each.get("center").asText()),
                        each.get("recordedOn").asText()));
        return story.facts();
    }

    private static long cents(JsonNode dollars) {
        return dollars == null
                ? 0
                : new BigDecimal(dollars.asText()).movePointRight(2).longValueExact();
    }

    private static Center center(String code) {
        return Center.findByCode(code).orElseThrow();
    }
}
