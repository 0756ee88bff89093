package io.centerline.impact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.rulebook.vocabulary.ReviewCode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An impact as JSON in UTF-8, on one line: {@code {before, after, cases, moved, routings: {cases, moved}, touched, passages: [{from, to, cases}],
 * byRule: [{rules, cases}], reviews: [{code, gained, lost}], undecided, firstUndecided: [{index, decision, reason}],
 * examples: [{index, decision, kind, importer, asOf, from, to, moved, gained, lost, causes: [{before, after, heading, lines, sentence}],
 * moreCauses}]}}; {@code index} and {@code decision} only of cases of the journal. Importer numbers that are social
 * security numbers are masked. Stateless.
 */
public final class ImpactJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ImpactJson() {}

    /** Writes an impact. */
    public static byte[] write(Impact impact) {
        try {
            return JSON.writeValueAsBytes(Document.of(impact));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("an impact can be written", impossible);
        }
    }

    /** The same as text. */
    public static String text(Impact impact) {
        return new String(write(impact), StandardCharsets.UTF_8);
    }

    private record Document(
            String before,
            String after,
            long cases,
            long moved,
            RoutingCount routings,
            long touched,
            List<PassageCount> passages,
            List<RuleCount> byRule,
            List<ReviewCount> reviews,
            long undecided,
            List<UndecidedCase> firstUndecided,
            List<TouchedCase> examples) {

        static Document of(Impact impact) {
            return new Document(
                    impact.before(),
                    impact.after(),
                    impact.cases(),
                    impact.moved(),
                    new RoutingCount(impact.routings(), impact.movedRoutings()),
                    impact.touched(),
                    impact.passages().entrySet().stream()
                            .map(passage -> new PassageCount(
                                    passage.getKey().from(), passage.getKey().to(), passage.getValue()))
                            .toList(),
                    impact.byRule().entrySet().stream()
                            .map(rules -> new RuleCount(rules.getKey(), rules.getValue()))
                            .toList(),
                    impact.reviews().entrySet().stream()
                            .map(review -> new ReviewCount(
                                    review.getKey(),
                                    review.getValue().gained(),
                                    review.getValue().lost()))
                            .toList(),
                    impact.undecided(),
                    impact.firstUndecided().stream().map(UndecidedCase::of).toList(),
                    impact.examples().stream().map(TouchedCase::of).toList());
        }
    }

    private record RoutingCount(long cases, long moved) {}

    private record PassageCount(String from, String to, long cases) {}

    private record RuleCount(String rules, long cases) {}

    private record ReviewCount(ReviewCode code, long gained, long lost) {}

    private record UndecidedCase(
            @JsonInclude(Include.NON_NULL) @Nullable Long index,
            @JsonInclude(Include.NON_NULL) @Nullable String decision,
            String reason) {

        static UndecidedCase of(Undecided undecided) {
            return new UndecidedCase(
                    journalIndex(undecided.place()), decisionId(undecided.place()), undecided.reason());
        }
    }

    private record TouchedCase(
            @JsonInclude(Include.NON_NULL) @Nullable Long index,
            @JsonInclude(Include.NON_NULL) @Nullable String decision,
            CaseKind kind,
            String importer,
            String asOf,
            String from,
            String to,
            boolean moved,
            Set<ReviewCode> gained,
            Set<ReviewCode> lost,
            List<RuleChange> causes,
            int moreCauses) {

        static TouchedCase of(Example example) {
            return new TouchedCase(
                    journalIndex(example.place()),
                    decisionId(example.place()),
                    example.kind(),
                    example.importer(),
                    example.asOf().toString(),
                    example.from(),
                    example.to(),
                    example.moved(),
                    example.gained(),
                    example.lost(),
                    example.causes().stream().map(RuleChange::of).toList(),
                    example.moreCauses());
        }
    }

    private record RuleChange(
            @Nullable String before,
            @Nullable String after,
            @JsonInclude(Include.NON_NULL) @Nullable String heading,
            @JsonInclude(Include.NON_NULL) @Nullable Long lines,
            String sentence) {

        static RuleChange of(Cause cause) {
            boolean membership = !cause.heading().isEmpty();
            return new RuleChange(
                    rule(cause.before()),
                    rule(cause.after()),
                    membership ? cause.heading() : null,
                    membership ? cause.lines() : null,
                    cause.phrase());
        }

        private static @Nullable String rule(Cause.@Nullable Side side) {
            return side == null ? null : side.rule();
        }
    }

    /** The place in the journal; null for a case of a file. */
    private static @Nullable Long journalIndex(CasePlace place) {
        return place.decision().isEmpty() ? null : place.index();
    }

    /** The recorded decision; null for a case of a file. */
    private static @Nullable String decisionId(CasePlace place) {
        return place.decision().isEmpty() ? null : place.decision();
    }
}
