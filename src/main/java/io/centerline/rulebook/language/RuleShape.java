package io.centerline.rulebook.language;

import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rules of one stage must look like beyond being well formed. */
final class RuleShape {
    private static final Map<String, Basis> BASES = Map.of(
            "ELG", Basis.ELIGIBILITY,
            "DIR", Basis.DIRECTED,
            "APL", Basis.APPEAL,
            "ACC", Basis.ACCOUNT,
            "EVD", Basis.EVIDENCE,
            "PRE", Basis.PREDOMINANCE);

    private static final int MOST_MONTHS = 1_200;

    private RuleShape() {}

    /**
     * Looks at a rule.
     *
     * @param findings receives what no rule may be
     * @param form receives what only misleads whoever reads the rule
     */
    static void check(Rule rule, RuleReader.Head head, List<Finding> findings, List<Finding> form) {
        if (rule.stage() == Stage.MEMBERSHIP) {
            checkMembership(rule, head, findings);
        }
        if (rule.stage() == Stage.MEMBERSHIP && head.says()) {
            form.add(head.finding(
                    "@says",
                    "no decision prints a sentence of a membership rule",
                    "say it in the rule's name; decisions print number, Center, id and citation"));
        }
        if (rule.stage() == Stage.COUNTING) {
            checkWindow(rule, head, findings);
            checkDay(rule, head, form);
        }
        if (rule.stage() == Stage.PLACEMENT) {
            checkBasis(rule, head, findings);
        }
        if (rule.handles()) {
            checkHandling(rule, head, findings);
        }
    }

    /**
     * Who handles an activity hangs on the activity and what is said of the account, so that every activity can be shown
     * to have exactly one answer.
     */
    private static void checkHandling(Rule rule, RuleReader.Head head, List<Finding> findings) {
        boolean plain = rule.conditions().size() == 1
                && rule.conditions().get(0) instanceof Condition.Pattern pattern
                && namesActivity(pattern.constraints())
                && rule.consequence().arguments().get(0) instanceof Operand.Word;
        if (!plain) {
            findings.add(head.finding(
                    "when",
                    "a rule that says who handles an activity names one activity, perhaps with one state of the account,"
                            + " and nothing else",
                    "write `Matter( activity == Activity.PROTEST )`, or"
                            + " `Matter( activity == Activity.PROTEST, account == AccountStatus.PLACED )`"));
        }
    }

    private static boolean namesActivity(List<Constraint> constraints) {
        List<String> fields = new ArrayList<>();
        for (Constraint constraint : constraints) {
            if (!(constraint instanceof Constraint.Comparison comparison)
                    || comparison.operator() != Operator.EQUAL
                    || !(comparison.operand() instanceof Operand.Word)) {
                return false;
            }
            fields.add(comparison.field().name());
        }
        fields.sort(Comparator.reverseOrder());
        return fields.equals(List.of("activity")) || fields.equals(List.of("activity", "account"));
    }

    /** A membership rule claims one contiguous range at one level, so that claims can be compared as intervals. */
    private static void checkMembership(Rule rule, RuleReader.Head head, List<Finding> findings) {
        String form = "write `$hts : HtsNumber( heading >= 3303, heading <= 3307 )` with one level and a range";
        Optional<Condition.Pattern> only = rule.conditions().stream()
                .filter(condition -> rule.conditions().size() == 1 && condition instanceof Condition.Pattern)
                .map(Condition.Pattern.class::cast)
                .findFirst();
        if (only.isEmpty() || only.get().binds() == null) {
            findings.add(
                    head.finding("when", "a membership rule has exactly one pattern `$hts : HtsNumber( … )`", form));
            return;
        }
        Condition.Pattern pattern = only.get();
        Set<String> levels = pattern.comparisons()
                .map(comparison -> comparison.field().name())
                .collect(Collectors.toSet());
        boolean plain = pattern.constraints().stream()
                .allMatch(constraint -> constraint instanceof Constraint.Comparison comparison
                        && comparison.operator() != Operator.NOT_EQUAL
                        && comparison.operand() instanceof Operand.Literal);
        if (levels.size() != 1 || !plain) {
            findings.add(head.finding("when", "a membership rule compares one level of the number with numbers", form));
            return;
        }
        if (!(rule.consequence().arguments().get(0) instanceof Operand.Bound)
                || !(rule.consequence().arguments().get(1) instanceof Operand.Word)) {
            findings.add(head.finding(
                    "then",
                    "a membership rule concludes its own number and a Center",
                    "write `Membership($hts, Center.…)`"));
            return;
        }
        NumberRange range = NumberRange.of(rule);
        if (range.from() > range.to()) {
            String level = levels.iterator().next();
            findings.add(head.finding(
                    "when",
                    "no " + level + " satisfies these comparisons",
                    "a " + level + " has " + range.digits()
                            + " digits, leading zeros left out, and a range runs from its least to its greatest"));
        }
    }

    /** A window the calendar cannot hold would fail only when the first case is decided. */
    private static void checkWindow(Rule rule, RuleReader.Head head, List<Finding> findings) {
        boolean sound = rule.consequence().arguments().stream()
                .filter(argument -> argument.type().kind() == FieldType.Kind.NUMBER)
                .allMatch(argument -> argument instanceof Operand.Literal literal
                        && (Long) literal.constant() >= 1
                        && (Long) literal.constant() <= MOST_MONTHS);
        if (!sound) {
            findings.add(head.finding(
                    "then",
                    "a window has 1 to " + MOST_MONTHS + " months",
                    "write for example `Counting(Measure.LINES, 12)`"));
        }
    }

    /** A counting rule is asked once for all days on which it is in force, so it cannot say on which of them it is asked. */
    private static void checkDay(Rule rule, RuleReader.Head head, List<Finding> findings) {
        rule.sentence().values().stream()
                .filter(variable -> variable.type().kind() == FieldType.Kind.DATE)
                .findFirst()
                .ifPresent(day -> findings.add(head.finding(
                        "@says",
                        "the sentence prints `" + day.name() + "`, but a counting rule is asked once for all days",
                        "say `the as-of date`; the decision names the day")));
    }

    /** The id's prefix and the basis concluded on say the same; a review may concern every basis. */
    private static void checkBasis(Rule rule, RuleReader.Head head, List<Finding> findings) {
        Basis expected = BASES.get(rule.id().prefix());
        boolean ofEvery = rule.isReview() && rule.basis().isEmpty();
        if (expected != null && !ofEvery && !rule.basis().equals(Optional.of(expected))) {
            findings.add(head.finding(
                    "@id",
                    "a rule whose id starts with `" + rule.id().prefix() + "` concludes on Basis." + expected,
                    "change the basis or the id"));
        }
    }

    /** The numbers written in a rule's conditions and conclusion. */
    static Set<BigDecimal> numbers(Rule rule) {
        Set<BigDecimal> numbers = new HashSet<>();
        operands(rule).forEach(operand -> {
            if (operand instanceof Operand.Literal literal && literal.constant() instanceof Number number) {
                numbers.add(new BigDecimal(number.toString()));
            }
        });
        return numbers;
    }

    static List<Threshold> thresholds(Rule rule) {
        List<Threshold> thresholds = new ArrayList<>();
        for (Condition condition : rule.conditions()) {
            String fact = condition.pattern().fact().name();
            condition
                    .pattern()
                    .comparisons()
                    .forEach(comparison ->
                            add(thresholds, fact, comparison.field().name(), comparison.operand()));
            if (condition instanceof Condition.Gathered gathered) {
                for (Condition.Test test : gathered.tests()) {
                    add(thresholds, fact, gatheredField(gathered, test), test.operand());
                }
            }
        }
        return thresholds;
    }

    private static String gatheredField(Condition.Gathered gathered, Condition.Test test) {
        return gathered.aggregates().stream()
                .filter(aggregate -> aggregate.binds().equals(test.variable()))
                .map(Condition.Aggregate::field)
                .filter(Objects::nonNull)
                .map(Field::name)
                .findFirst()
                .orElse("");
    }

    private static void add(List<Threshold> thresholds, String fact, String field, Operand operand) {
        if (operand instanceof Operand.Literal literal && literal.constant() instanceof Number number) {
            thresholds.add(new Threshold(fact, field, new BigDecimal(number.toString())));
        }
    }

    static Set<Center> centers(Rule rule) {
        Set<Center> centers = EnumSet.noneOf(Center.class);
        operands(rule).forEach(operand -> {
            if (operand instanceof Operand.Word word && word.constant() instanceof Center center) {
                centers.add(center);
            }
        });
        return centers;
    }

    /** The variables whose values conditions compare or gather or the conclusion takes, by index. */
    static BitSet reasoned(Rule rule) {
        BitSet reasoned = new BitSet();
        operands(rule).forEach(operand -> {
            if (operand instanceof Operand.Bound bound) {
                reasoned.set(bound.variable().index());
            }
        });
        for (Condition condition : rule.conditions()) {
            if (condition instanceof Condition.Gathered gathered) {
                gathered.aggregates().stream()
                        .map(Condition.Aggregate::argument)
                        .filter(Objects::nonNull)
                        .forEach(argument -> reasoned.set(argument.index()));
            }
        }
        return reasoned;
    }

    private static Stream<Operand> operands(Rule rule) {
        return Stream.concat(
                rule.conditions().stream().flatMap(RuleShape::operands), rule.consequence().arguments().stream());
    }

    private static Stream<Operand> operands(Condition condition) {
        Stream<Operand> compared = condition.pattern().comparisons().map(Constraint.Comparison::operand);
        return condition instanceof Condition.Gathered gathered
                ? Stream.concat(compared, gathered.tests().stream().map(Condition.Test::operand))
                : compared;
    }
}
