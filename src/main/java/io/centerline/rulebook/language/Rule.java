package io.centerline.rulebook.language;

import io.centerline.facts.Activity;
import io.centerline.rulebook.vocabulary.AccountStatus;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Conclusion;
import io.centerline.rulebook.vocabulary.Handling;
import io.centerline.rulebook.vocabulary.Review;
import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One rule, read, checked and typed. Immutable. */
public final class Rule {
    private final RuleId id;
    private final String title;
    private final Header header;
    private final Stage stage;
    private final String topic;
    private final SourcePlace place;
    private final List<Condition> conditions;
    private final int bindings;
    private final Consequence consequence;
    private final Sentence sentence;
    private final BitSet reasoned;
    private @Nullable NumberRange range;

    /**
     * What the annotations of a rule say.
     *
     * @param citation the source
     * @param standing what it rests on
     * @param inForce when it is in force
     */
    record Header(String citation, Standing standing, InForce inForce) {}

    Rule(
            RuleId id,
            String title,
            Header header,
            Stage stage,
            String topic,
            SourcePlace place,
            List<Condition> conditions,
            int bindings,
            Consequence consequence,
            Sentence sentence) {
        this.id = id;
        this.title = title;
        this.header = header;
        this.stage = stage;
        this.topic = topic;
        this.place = place;
        this.conditions = List.copyOf(conditions);
        this.bindings = bindings;
        this.consequence = consequence;
        this.sentence = sentence;
        this.reasoned = RuleShape.reasoned(this);
    }

    /** The id. */
    public RuleId id() {
        return id;
    }

    /** The sentence of law after the id in the rule's name. */
    public String title() {
        return title;
    }

    /** The source the rule cites. */
    public String citation() {
        return header.citation();
    }

    /** What the rule rests on. */
    public Standing standing() {
        return header.standing();
    }

    /** When the rule is in force. */
    public InForce inForce() {
        return header.inForce();
    }

    /** The stage whose facts it matches. */
    public Stage stage() {
        return stage;
    }

    /** The file it stands in without folder and ending, such as {@code predominance}. */
    public String topic() {
        return topic;
    }

    /** Where the rule starts. */
    public SourcePlace place() {
        return place;
    }

    /** Where its first condition stands; of a membership rule, the range it claims. */
    public SourcePlace conditionPlace() {
        return conditions.get(0).place();
    }

    /** The first condition as written, on one line. */
    public String conditionText() {
        return conditions.get(0).text();
    }

    /** The numbers a membership rule claims; empty for rules of other stages. */
    public Optional<NumberRange> range() {
        // Two threads may both work it out; they find the same immutable range.
        if (range == null && stage == Stage.MEMBERSHIP) {
            range = NumberRange.of(this);
        }
        return Optional.ofNullable(range);
    }

    /** The basis the rule proposes on or whose doubts it states; empty for rules of other stages and doubts of every basis. */
    public Optional<Basis> basis() {
        return consequence.arguments().stream()
                .filter(Operand.Word.class::isInstance)
                .map(argument -> ((Operand.Word) argument).constant())
                .filter(Basis.class::isInstance)
                .map(Basis.class::cast)
                .findFirst();
    }

    /** Whether the rule asks a person to look rather than proposing anything. */
    public boolean isReview() {
        return consequence.type().javaType() == Review.class;
    }

    /** Whether a condition of the rule looks at facts of a type, so that its conclusions can depend on them. */
    public boolean looksAt(Class<?> factType) {
        for (Condition condition : conditions) {
            if (condition.pattern().fact().javaType() == factType) {
                return true;
            }
        }
        return false;
    }

    /** Whether a condition of the rule compares or binds a field of facts of a type. */
    public boolean looksAt(Class<?> factType, String field) {
        return conditions.stream()
                .map(Condition::pattern)
                .filter(pattern -> pattern.fact().javaType() == factType)
                .flatMap(pattern -> pattern.constraints().stream())
                .anyMatch(constraint -> constraint.field().name().equals(field));
    }

    /** Whether the rule says which office handles an activity. */
    public boolean handles() {
        return consequence.type().javaType() == Handling.class;
    }

    /** The activity whose office the rule names; empty for rules that name none. */
    public Optional<Activity> activity() {
        return handlingWord(Activity.class);
    }

    /** The only state of the account for which the rule names the office; empty when it does for every state. */
    public Optional<AccountStatus> account() {
        return handlingWord(AccountStatus.class);
    }

    private <E> Optional<E> handlingWord(Class<E> type) {
        return conditions.stream()
                .filter(condition -> handles())
                .flatMap(condition -> condition.pattern().comparisons())
                .map(Constraint.Comparison::operand)
                .filter(Operand.Word.class::isInstance)
                .map(operand -> ((Operand.Word) operand).constant())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** The numbers its conditions compare with, in the order of the text. */
    public List<Threshold> thresholds() {
        return RuleShape.thresholds(this);
    }

    /** The Centers its conditions and conclusion name. */
    public Set<Center> centers() {
        return RuleShape.centers(this);
    }

    List<Condition> conditions() {
        return conditions;
    }

    /** How many variables the rule binds, local ones included. */
    int bindings() {
        return bindings;
    }

    /** Whether a condition or the conclusion uses what a variable holds; else only the sentence can. */
    boolean reasonsWith(Variable variable) {
        return reasoned.get(variable.index());
    }

    Consequence consequence() {
        return consequence;
    }

    /** The numbers written in its conditions and its conclusion. */
    public Set<BigDecimal> numbers() {
        return RuleShape.numbers(this);
    }

    /** What the rule concludes when its variables, by name with the dollar sign, have these values. */
    public Conclusion conclude(Function<String, Object> values) {
        return consequence.conclude(values);
    }

    /** How the rule speaks when it fires. */
    public Sentence sentence() {
        return sentence;
    }

    @Override
    public String toString() {
        return id + " " + title;
    }
}
