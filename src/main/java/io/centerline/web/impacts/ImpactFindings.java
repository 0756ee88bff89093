package io.centerline.web.impacts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.web.FlowPicture.Flow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a run found, as the report that is kept says it.
 *
 * @param cases how many decisions were asked under both rulebooks
 * @param moved how many would move
 * @param touched how many would move or get other reviews
 * @param flows the moves by where from and where to, the largest first
 * @param rules the rules that make the difference, those with most decisions first
 * @param reviews the reviews that come and go
 * @param undecided the first decisions that could not be asked
 * @param examples the first decisions that are touched, those that move before the others
 */
record ImpactFindings(
        long cases,
        long moved,
        long touched,
        List<Flow> flows,
        List<RulePair> rules,
        List<ReviewCount> reviews,
        List<Unasked> undecided,
        List<Touched> examples) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHARE_DECIMALS = 6;

    /**
     * A rule that applied, and the one that would.
     *
     * @param before its id, or {@code none}
     * @param after its id, or {@code none}
     * @param cases how many touched decisions they had a part in
     */
    record RulePair(String before, String after, long cases) {}

    /**
     * How many decisions get or lose a review.
     *
     * @param code of the review
     * @param gained how many get it
     * @param lost how many lose it
     */
    record ReviewCount(String code, long gained, long lost) {}

    /**
     * A decision that could not be asked.
     *
     * @param decision its id
     * @param reason why
     */
    record Unasked(String decision, String reason) {}

    /**
     * A decision that would move, or get other reviews.
     *
     * @param decision its id
     * @param importer the number, masked where the API masks it
     * @param asOf the day
     * @param from where it belongs
     * @param to where it would
     * @param gained reviews it would get
     * @param lost reviews it would lose
     * @param causes the rules that make the difference, in words
     * @param more how many causes there are beside
     */
    record Touched(
            String decision,
            String importer,
            LocalDate asOf,
            String from,
            String to,
            List<String> gained,
            List<String> lost,
            List<String> causes,
            int more) {}

    /** Reads a report. */
    static ImpactFindings of(String report) {
        JsonNode found;
        try {
            found = JSON.readTree(report);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        List<Flow> flows = new ArrayList<>();
        found.path("passages")
                .forEach(flow -> flows.add(new Flow(
                        flow.path("from").asText(),
                        flow.path("to").asText(),
                        flow.path("cases").asLong())));
        flows.sort((one, other) -> Long.compare(other.cases(), one.cases()));
        List<RulePair> rules = new ArrayList<>();
        found.path("byRule").forEach(pair -> rules.add(pair(pair)));
        rules.sort((one, other) -> Long.compare(other.cases(), one.cases()));
        List<ReviewCount> reviews = new ArrayList<>();
        found.path("reviews")
                .forEach(review -> reviews.add(new ReviewCount(
                        review.path("code").asText(),
                        review.path("gained").asLong(),
                        review.path("lost").asLong())));
        List<Unasked> undecided = new ArrayList<>();
        found.path("firstUndecided")
                .forEach(unasked -> undecided.add(new Unasked(
                        unasked.path("decision").asText(),
                        unasked.path("reason").asText())));
        List<Touched> examples = new ArrayList<>();
        found.path("examples").forEach(example -> examples.add(touched(example)));
        return new ImpactFindings(
                found.path("cases").asLong(),
                found.path("moved").asLong(),
                found.path("touched").asLong(),
                flows,
                rules,
                reviews,
                undecided,
                examples);
    }

    /** The part of the decisions that would move. */
    public BigDecimal share() {
        return cases == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(moved).divide(BigDecimal.valueOf(cases), SHARE_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static RulePair pair(JsonNode pair) {
        String[] rules = pair.path("rules").asText().split(" to ", 2);
        return new RulePair(
                rules[0],
                rules.length == 2 ? rules[1] : "none",
                pair.path("cases").asLong());
    }

    private static Touched touched(JsonNode example) {
        List<String> causes = new ArrayList<>();
        example.path("causes")
                .forEach(cause -> causes.add(cause.path("sentence").asText()));
        return new Touched(
                example.path("decision").asText(),
                example.path("importer").asText(),
                LocalDate.parse(example.path("asOf").asText()),
                example.path("from").asText(),
                example.path("to").asText(),
                texts(example.path("gained")),
                texts(example.path("lost")),
                causes,
                example.path("moreCauses").asInt());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
