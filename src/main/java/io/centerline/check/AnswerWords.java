package io.centerline.check;

import io.centerline.facts.IssueCode;
import io.centerline.facts.Words;
import io.centerline.placement.Explanation.StepOutcome;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Measure;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import io.centerline.rulebook.vocabulary.Office;
import io.centerline.rulebook.vocabulary.ReviewCode;
import io.centerline.rulebook.yaml.Fields;
import io.centerline.rulebook.yaml.YamlNode;
import io.centerline.rulebook.yaml.YamlNode.Entry;
import io.centerline.rulebook.yaml.YamlNode.Items;
import io.centerline.rulebook.yaml.YamlNode.Keys;
import io.centerline.rulebook.yaml.YamlNode.Kind;
import io.centerline.rulebook.yaml.YamlNode.Scalar;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The closed lists of words in the answers that cases and scenarios tell. A word outside its list is a slip of the pen, no
 * answer that differs.
 */
final class AnswerWords {
    /** The code of a Center, or what stands in its place. */
    private static final List<String> CODES = Stream.concat(
                    Words.CENTERS.list().stream(), Stream.of("PNDING", "NOTELG"))
            .toList();

    private static final String UNKNOWN = "` has a word not known here";

    private static final List<String> BASES = names(Basis.class);
    private static final List<String> REVIEWS = names(ReviewCode.class);
    private static final Words<String> STEPS = all(names(StepOutcome.class));
    private static final Words<String> WARNINGS = all(names(IssueCode.class));
    private static final List<String> OFFICES = names(Office.class);

    /** What a rule or decision of placement says in a case: {@code CEE007 on PREDOMINANCE, review TIE}. */
    static final Words<String> PLACEMENT = all(CODES, BASES, REVIEWS);

    /** What a rule or answer of routing says in a case: {@code BOTH CEE007 on ACCOUNT}, {@code refused: PORT_MISSING}. */
    static final Words<String> ROUTING = all(OFFICES, CODES, BASES, REVIEWS, names(IssueCode.class));

    /** What is counted in a case. */
    static final Words<String> COUNTING = all(CODES, names(NotCountedReason.class), names(Measure.class));

    private static final Map<Scenario.Kind, Words<String>> STATUSES = Map.of(
            Scenario.Kind.DECISION, Words.of(List.of("PLACED", "PENDING", "NOT_ELIGIBLE")),
            Scenario.Kind.ROUTING, Words.of(List.of("ROUTED", "PENDING")));

    /** Lists of values, by key. */
    private static final Map<String, Words<String>> VALUES = Map.of(
            "center", all(CODES),
            "basis", all(BASES),
            "indicated", Words.of(Words.CENTERS.list()),
            "office", all(OFFICES));

    /** Lists of the keys below a key. */
    private static final Map<String, Words<String>> KEYS = Map.of(
            "reviews", all(REVIEWS),
            "tallies", Words.of(Words.CENTERS.list()),
            "valueShares", Words.of(Words.CENTERS.list()),
            "flips", Words.of(Words.CENTERS.list()),
            "notCounted", all(names(NotCountedReason.class)));

    private final Fields answer;
    private boolean known = true;

    private AnswerWords(Fields answer) {
        this.answer = answer;
    }

    /** Whether an answer is told in words that answers have; says which are not. */
    static boolean known(Scenario.Kind kind, Fields answer) {
        AnswerWords words = new AnswerWords(answer);
        words.check(kind);
        return words.known;
    }

    private void check(Scenario.Kind kind) {
        answer.find("status")
                .ifPresent(node -> word("`status` is not a word known here", node, STATUSES.getOrDefault(kind, all())));
        VALUES.forEach((key, words) ->
                answer.find(key).ifPresent(node -> word("`" + key + "` is not a word known here", node, words)));
        KEYS.forEach((key, words) -> entries(key).forEach(entry -> word("`" + key + UNKNOWN, entry.key(), words)));
        entries("steps").forEach(entry -> word("`steps" + UNKNOWN, entry.value(), STEPS));
        answer.find("warnings").ifPresent(node -> {
            if (node instanceof Items items) {
                items.nodes().forEach(item -> word("`warnings" + UNKNOWN, item, WARNINGS));
            }
        });
        answer.find("counting").ifPresent(this::counting);
    }

    private void counting(YamlNode node) {
        Optional<Fields> counting = answer.below(node, "`counting`", List.of("measure", "from", "to"));
        Optional<Measure> measure = counting.flatMap(part -> part.word("measure", Measure.class));
        Optional<LocalDate> from = counting.flatMap(part -> part.day("from"));
        Optional<LocalDate> to = counting.flatMap(part -> part.day("to"));
        known &= measure.isPresent() && from.isPresent() && to.isPresent();
    }

    private List<Entry> entries(String key) {
        return answer.find(key)
                .filter(Keys.class::isInstance)
                .map(keys -> List.copyOf(((Keys) keys).entries().values()))
                .orElse(List.of());
    }

    /** A node of another kind than a text is left to the comparison with the answer. */
    private void word(String fault, YamlNode node, Words<String> words) {
        if (node instanceof Scalar scalar && scalar.kind() == Kind.TEXT) {
            known &= answer.word(node, fault, words).isPresent();
        }
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Words.ofEnum(type).list();
    }

    @SafeVarargs
    private static Words<String> all(List<String>... lists) {
        return Words.of(Arrays.stream(lists).flatMap(List::stream).distinct().toList());
    }
}
