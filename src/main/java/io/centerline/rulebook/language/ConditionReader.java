package io.centerline.rulebook.language;

import io.centerline.rulebook.language.Condition.Aggregate;
import io.centerline.rulebook.language.Condition.Gathered;
import io.centerline.rulebook.language.Condition.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AccumulateDescr.AccumulateFunctionCallDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.GroupByDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;

/** Turns the parser's description of one rule's {@code when} into conditions, refusing what the language lacks. */
final class ConditionReader {
    private static final String ALLOWED =
            "use patterns, `not`, `exists` and `accumulate` over the facts of this stage; make alternatives two rules";

    private final SourceText source;
    private final Stage stage;
    private final Scope scope;
    private final ExpressionReader expressions;
    private final LanguageLimits limits;
    private final Origin origin;
    private final List<Finding> findings;

    ConditionReader(
            SourceText source,
            Stage stage,
            Scope scope,
            ExpressionReader expressions,
            LanguageLimits limits,
            Origin origin,
            List<Finding> findings) {
        this.origin = origin;
        this.limits = limits;
        this.source = source;
        this.stage = stage;
        this.scope = scope;
        this.expressions = expressions;
        this.findings = findings;
    }

    /** Reads as many conditions as a rule may have; how many there are is looked at elsewhere. */
    List<Condition> read(AndDescr when) {
        List<Condition> conditions = new ArrayList<>();
        List<BaseDescr> written = when.getDescrs();
        for (BaseDescr element : written.subList(0, Math.min(written.size(), limits.conditions()))) {
            try {
                conditions.add(condition(element));
            } catch (Refusal refusal) {
                findings.add(refusal.in(source));
            }
        }
        return conditions;
    }

    private Condition condition(BaseDescr element) throws Refusal {
        if (element instanceof PatternDescr pattern) {
            return pattern.getSource() == null ? pattern(pattern) : gathered(pattern);
        }
        if (element instanceof NotDescr) {
            return new Condition.Absent(place(element), text(element), inner((ConditionalElementDescr) element, "not"));
        }
        if (element instanceof ExistsDescr) {
            return new Condition.Present(
                    place(element), text(element), inner((ConditionalElementDescr) element, "exists"));
        }
        throw new Refusal(
                element.getStartCharacter(),
                text(element).length(),
                "`" + excerpt(text(element)) + "` is not allowed in a rule",
                ALLOWED);
    }

    private Pattern inner(ConditionalElementDescr element, String word) throws Refusal {
        List<? extends BaseDescr> inside = element.getDescrs();
        if (inside.size() != 1 || !(inside.get(0) instanceof PatternDescr pattern) || pattern.getSource() != null) {
            BaseDescr whole = (BaseDescr) element;
            throw new Refusal(
                    whole.getStartCharacter(),
                    text(whole).length(),
                    "`" + word + "` takes exactly one pattern",
                    ALLOWED);
        }
        Map<String, Variable> outside = scope.mark();
        try {
            return pattern(pattern);
        } finally {
            scope.restore(outside);
        }
    }

    private Pattern pattern(PatternDescr descr) throws Refusal {
        if (!descr.getBehaviors().isEmpty()
                || !descr.getAnnotations().isEmpty()
                || descr.isUnification()
                || descr.isQuery()
                || descr.getObjectType() == null) {
            throw new Refusal(
                    descr.getStartCharacter(),
                    text(descr).length(),
                    "`" + excerpt(text(descr)) + "` is more than a pattern",
                    "write only the fact and its constraints, for example `Tally( $n : count, share > 0.50 )`");
        }
        FactType fact = fact(descr);
        Variable binds = null;
        if (descr.getIdentifier() != null && !descr.getIdentifier().isEmpty()) {
            Token name = new Token(Token.Kind.VARIABLE, descr.getIdentifier(), descr.getStartCharacter());
            if (!name.text().startsWith("$")) {
                throw ExpressionReader.withoutDollar(name);
            }
            binds = scope.bind(name, fact.type());
        }
        int count = descr.getDescrs().size();
        if (count > limits.constraints()) {
            throw new Refusal(
                    descr.getStartCharacter(),
                    1,
                    "the pattern has " + count + " constraints, " + limits.constraints() + " are the most",
                    "make it several rules");
        }
        List<Constraint> constraints = new ArrayList<>();
        for (BaseDescr constraint : descr.getDescrs()) {
            try {
                constraints.add(expressions.constraint(expression(constraint), constraint.getStartCharacter(), fact));
            } catch (Refusal refusal) {
                findings.add(refusal.in(source));
            }
        }
        return new Pattern(place(descr), text(descr), binds, fact, constraints);
    }

    private FactType fact(PatternDescr descr) throws Refusal {
        Map<String, FactType> known = Vocabulary.facts(stage);
        FactType fact = known.get(descr.getObjectType());
        if (fact == null) {
            int offset = Math.max(
                    descr.getStartCharacter(), source.text().indexOf(descr.getObjectType(), descr.getStartCharacter()));
            Token name = new Token(Token.Kind.NAME, descr.getObjectType(), offset);
            Refusal unknown = unknownFact(name, stage);
            fact = MeantWord.find(name, known).orElseThrow(() -> unknown);
            findings.add(unknown.in(source));
        }
        return fact;
    }

    static Refusal unknownFact(Token name, Stage stage) {
        return new Refusal(
                name,
                "rules of the " + stage.folder() + " stage know no fact `" + name.text() + "`",
                MeantWord.help(name.text(), Vocabulary.facts(stage).keySet()));
    }

    private Gathered gathered(PatternDescr descr) throws Refusal {
        boolean accumulate = descr.getSource() instanceof AccumulateDescr gathers
                && !(gathers instanceof GroupByDescr)
                && gathers.getFunctions() != null
                && gathers.getInitCode() == null
                && gathers.getActionCode() == null
                && gathers.getReverseCode() == null
                && gathers.getResultCode() == null
                && text(descr).startsWith("accumulate");
        if (!accumulate || !"Object".equals(descr.getObjectType())) {
            throw new Refusal(
                    descr.getStartCharacter(),
                    text(descr).length(),
                    "`" + excerpt(text(descr)) + "` is not allowed in a rule",
                    "facts come from the case alone; write `accumulate( Tally( $n : count ); $sum : sum($n) )`");
        }
        AccumulateDescr gathering = (AccumulateDescr) descr.getSource();
        BaseDescr input = gathering.getInput();
        if (input instanceof AndDescr and && and.getDescrs().size() == 1) {
            input = and.getDescrs().get(0);
        }
        if (!(input instanceof PatternDescr inputPattern) || inputPattern.getSource() != null) {
            throw new Refusal(descr.getStartCharacter(), 10, "`accumulate` gathers exactly one pattern", ALLOWED);
        }
        Map<String, Variable> outside = scope.mark();
        Pattern pattern = pattern(inputPattern);
        List<Aggregate> aggregates = aggregates(gathering, pattern, descr.getStartCharacter(), outside);
        List<Condition.Test> tests = new ArrayList<>();
        for (BaseDescr test : descr.getDescrs()) {
            tests.add(expressions.test(expression(test), test.getStartCharacter()));
        }
        return new Gathered(place(descr), text(descr), pattern, aggregates, tests);
    }

    private List<Aggregate> aggregates(
            AccumulateDescr gathering, Pattern pattern, int offset, Map<String, Variable> outside) throws Refusal {
        record Read(
                Token name,
                Aggregate.Function function,
                @Nullable Variable argument,
                @Nullable Field field,
                FieldType type) {}
        List<Read> reads = new ArrayList<>();
        for (AccumulateFunctionCallDescr call : gathering.getFunctions()) {
            Aggregate.Function function = Arrays.stream(Aggregate.Function.values())
                    .filter(candidate -> candidate.word().equals(call.getFunction()))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            token(call.getFunction(), offset),
                            "`" + call.getFunction() + "` is not a function of the rule language",
                            "use count, sum, min or max"));
            Variable argument = null;
            Field field = null;
            if (function == Aggregate.Function.COUNT) {
                String told = String.join(",", call.getParams()).strip();
                if (!told.isEmpty() && origin == Origin.NEW) {
                    throw new Refusal(
                            token(told, offset),
                            "`count` takes no argument, found `" + excerpt(told) + "`",
                            "it counts the facts that match: write `$n : count()`");
                }
            } else {
                String parameter = call.getParams().length == 1 ? call.getParams()[0].strip() : "";
                argument = scope.get(token(parameter, offset));
                if (argument.type().kind() != FieldType.Kind.NUMBER
                        && argument.type().kind() != FieldType.Kind.DECIMAL) {
                    throw new Refusal(
                            token(parameter, offset),
                            "`" + function.word() + "` needs a number, `" + parameter + "` is "
                                    + argument.type().describe(),
                            "bind a number in the pattern, for example `$n : count`");
                }
                field = bound(pattern, argument);
                if (field == null) {
                    throw new Refusal(
                            token(parameter, offset),
                            "`" + parameter + "` is not a value of the facts that `accumulate` gathers",
                            "bind a number in the pattern, for example `$n : count`");
                }
            }
            String bind = call.getBind() == null ? "" : call.getBind();
            FieldType number = new FieldType(FieldType.Kind.NUMBER, Long.class);
            FieldType type = argument == null ? number : argument.type();
            reads.add(new Read(token(bind, offset), function, argument, field, type));
        }
        scope.restore(outside);
        List<Aggregate> aggregates = new ArrayList<>();
        for (Read read : reads) {
            if (!read.name().text().startsWith("$")) {
                throw new Refusal(offset, 10, "an accumulated value needs a variable", "write `$sum : sum($n)`");
            }
            aggregates.add(new Aggregate(
                    scope.bind(read.name(), read.type()), read.function(), read.argument(), read.field()));
        }
        return aggregates;
    }

    /** The field a pattern binds to a variable; null when it binds none. */
    private static @Nullable Field bound(Pattern pattern, Variable variable) {
        for (Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Constraint.Binding binding
                    && binding.variable().equals(variable)) {
                return binding.field();
            }
        }
        return null;
    }

    /** A piece of an accumulate at its last place, since the parser does not tell where it stands. */
    private Token token(String text, int offset) {
        int end = source.text().indexOf("\n", offset);
        int at = source.text().lastIndexOf(text, end < 0 ? source.text().length() : end);
        return new Token(Token.Kind.VARIABLE, text, text.isEmpty() || at < offset ? offset : at);
    }

    /** As written, its comments blanked out. */
    private static String expression(BaseDescr constraint) throws Refusal {
        if (constraint instanceof ExprConstraintDescr expression
                && expression.getType() == ExprConstraintDescr.Type.NAMED) {
            return SourceText.withoutComments(expression.getExpression());
        }
        throw new Refusal(
                constraint.getStartCharacter(),
                1,
                "what stands here does not name its field",
                "compare each field by name, as in `center == Center.MACHINERY`, and separate them by commas");
    }

    private SourcePlace place(BaseDescr descr) {
        return source.place(descr.getStartCharacter());
    }

    private String text(BaseDescr descr) {
        return SourceText.withoutComments(source.between(descr.getStartCharacter(), descr.getEndCharacter() + 1))
                .strip()
                .replaceAll("\\s+", " ");
    }

    private static String excerpt(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
