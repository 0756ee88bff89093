package io.centerline.rulebook.language;

import io.centerline.rulebook.language.ConclusionType.Parameter;
import io.centerline.rulebook.language.FieldType.Kind;
import io.centerline.tariff.Center;
import io.centerline.text.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the expressions of one rule: {@code $n : count}, {@code share >= 0.50}, {@code insert(new Proposal(...));}.
 *
 * <p>This is the whole grammar. A constraint is a binding or one comparison of a field with a literal, a named constant
 * or a variable; a consequence inserts one conclusion. Everything else is refused where it stands.
 */
final class ExpressionReader {
    /** As many fit into a long, whatever they are. */
    private static final int MOST_DIGITS = 18;

    private final SourceText source;
    private final Stage stage;
    private final Scope scope;
    private final Origin origin;
    private final List<Finding> findings;
    private List<Token> tokens = List.of();
    private int at;

    /**
     * Of a rule.
     *
     * @param findings receives what is wrong and leaves no doubt of what was meant, so that the reading goes on
     */
    ExpressionReader(SourceText source, Stage stage, Scope scope, Origin origin, List<Finding> findings) {
        this.source = source;
        this.stage = stage;
        this.scope = scope;
        this.origin = origin;
        this.findings = findings;
    }

    /** Reads one constraint of a pattern on a fact. */
    Constraint constraint(String text, int offset, FactType fact) throws Refusal {
        start(text, offset);
        Token first = peek();
        if (first.kind() == Token.Kind.VARIABLE && tokens.get(at + 1).is(":")) {
            next();
            next();
            Field field = field(fact);
            expectEnd("write the binding and the comparison as two constraints, separated by a comma");
            return new Constraint.Binding(source.place(offset), scope.bind(first, field.type()), field);
        }
        if (first.kind() == Token.Kind.NAME && tokens.get(at + 1).is(":")) {
            throw withoutDollar(first);
        }
        Field field = field(fact);
        Operator operator = operator(field.type());
        Token bound = peek();
        Operand operand = operand(field.type(), "`" + field.name() + "`");
        if (stage == Stage.MEMBERSHIP && origin == Origin.NEW && operand instanceof Operand.Literal literal) {
            checkLevel(field, operator, (Long) literal.constant(), bound);
        }
        expectEnd("write one comparison; separate several by commas, and make alternatives two rules");
        return new Constraint.Comparison(source.place(offset), field, operator, operand);
    }

    /** A bound that no number of the level has says nothing, and the engine might not even hold it. */
    private void checkLevel(Field field, Operator operator, long value, Token bound) throws Refusal {
        int digits = NumberRange.digitsOf(field);
        long least = NumberRange.least(digits);
        long greatest = NumberRange.greatest(digits);
        String help = "compare with a number from " + least + " to " + greatest + ": a " + field.name() + " has "
                + digits + " digits, leading zeros left out";
        int width = tokens.get(at - 1).offset() + tokens.get(at - 1).text().length() - bound.offset();
        if (value < least || value > greatest) {
            throw new Refusal(bound.offset(), width, "`" + value + "` is no " + field.name(), help);
        }
        if (operator == Operator.LESS && value == least) {
            throw new Refusal(bound.offset(), width, "no " + field.name() + " is less than `" + value + "`", help);
        }
        if (operator == Operator.GREATER && value == greatest) {
            throw new Refusal(bound.offset(), width, "no " + field.name() + " is greater than `" + value + "`", help);
        }
    }

    static Refusal withoutDollar(Token name) {
        return new Refusal(
                name, "the variable `" + name.text() + "` lacks its dollar sign", "write `$" + name.text() + "`");
    }

    /** Reads a comparison of an aggregate: {@code $sum < 100}. */
    Condition.Test test(String text, int offset) throws Refusal {
        start(text, offset);
        Token name = next();
        if (name.kind() != Token.Kind.VARIABLE) {
            throw new Refusal(name, unexpected(name), "compare an accumulated variable, for example `$sum < 100`");
        }
        Variable variable = scope.get(name);
        Operator operator = operator(variable.type());
        Operand operand = operand(variable.type(), "`" + variable.name() + "`");
        expectEnd("write one comparison; separate several by commas");
        return new Condition.Test(source.place(offset), variable, operator, operand);
    }

    /** Reads the consequence. */
    Consequence consequence(String text, int offset) throws Refusal {
        start(text, offset);
        String form = "write exactly one `insert(new "
                + String.join(
                        " | ",
                        Vocabulary.conclusions(stage).values().stream()
                                .map(ConclusionType::signature)
                                .toList())
                + ");`";
        if (peek().kind() == Token.Kind.END) {
            throw new Refusal(peek(), "the rule concludes nothing", form);
        }
        for (Token token : tokens) {
            if (token.text().equals("//") || token.text().equals("/*")) {
                throw new Refusal(token, "a comment cannot stand in `then`", "move it above the rule");
            }
        }
        expectName("insert", form);
        expect("(", form);
        expectName("new", form);
        ConclusionType type = conclusionType(form);
        expect("(", form);
        List<Operand> arguments = new ArrayList<>();
        for (Parameter parameter : type.parameters()) {
            if (arguments.size() >= type.required() && peek().text().equals(")")) {
                break;
            }
            if (!arguments.isEmpty()) {
                expect(
                        ",",
                        "`" + type.signature() + "` needs " + type.parameters().size() + " arguments");
            }
            arguments.add(operand(parameter.type(), "`" + parameter.name() + "` of `" + type.signature() + "`"));
        }
        expect(
                ")",
                "`" + type.signature() + "` takes " + type.parameters().size() + " argument"
                        + (type.parameters().size() == 1 ? "" : "s"));
        expect(")", form);
        expect(";", form);
        expectEnd("a rule concludes exactly one thing; make a second conclusion a second rule");
        return new Consequence(type, arguments);
    }

    private ConclusionType conclusionType(String form) throws Refusal {
        Token name = next();
        Map<String, ConclusionType> known = Vocabulary.conclusions(stage);
        ConclusionType type = known.get(name.text());
        if (type == null) {
            throw new Refusal(
                    name,
                    "rules of the " + stage.folder() + " stage cannot conclude `" + name.text() + "`",
                    name.kind() == Token.Kind.NAME ? MeantWord.help(name.text(), known.keySet()) : form);
        }
        return type;
    }

    private Field field(FactType fact) throws Refusal {
        Token name = next();
        Field field = fact.fields().get(name.text());
        if (field != null) {
            return field;
        }
        if (name.kind() == Token.Kind.NAME) {
            Refusal unknown = unknownField(name, fact);
            Field meant = MeantWord.find(name, fact.fields()).orElseThrow(() -> unknown);
            findings.add(unknown.in(source));
            return meant;
        }
        throw new Refusal(
                name,
                unexpected(name),
                "start with a field of `" + fact.name() + "`, for example `"
                        + fact.fields().keySet().iterator().next() + "`");
    }

    static Refusal unknownField(Token name, FactType fact) {
        return new Refusal(
                name,
                "`" + fact.name() + "` has no field `" + name.text() + "`",
                MeantWord.help(name.text(), fact.fields().keySet()));
    }

    static Refusal unknownOperator(Token token) {
        return new Refusal(
                token,
                token.kind() == Token.Kind.END
                        ? "a comparison is missing here"
                        : "`" + token.text() + "` is not a comparison",
                Operator.meant(token.text())
                        .map(meant -> "write `" + meant.symbol() + "`")
                        .orElse("use one of ==, !=, <, <=, >, >="));
    }

    private Operator operator(FieldType type) throws Refusal {
        Token token = next();
        if (token.is(".") || token.is("(")) {
            throw new Refusal(
                    token,
                    "`" + token.text() + "` is not allowed after a field",
                    "compare the field as it stands, without calls");
        }
        Optional<Operator> written = Operator.find(token.text());
        Operator operator = written.or(() -> Operator.meant(token.text())).orElseThrow(() -> unknownOperator(token));
        if (written.isEmpty()) {
            findings.add(unknownOperator(token).in(source));
        }
        if (operator.needsOrder() && !type.isOrdered()) {
            throw new Refusal(token, "`" + token.text() + "` cannot compare " + type.describe(), "use == or !=");
        }
        return operator;
    }

    private Operand operand(FieldType wanted, String target) throws Refusal {
        Token token = next();
        Operand operand = switch (token.kind()) {
            case VARIABLE -> new Operand.Bound(scope.get(token));
            case NUMBER -> number(token, "", wanted);
            case NAME -> word(token, wanted);
            case SYMBOL -> token.is("-") ? number(next(), "-", wanted) : null;
            case TEXT, OTHER, END -> null;
        };
        if (operand == null) {
            throw new Refusal(token, unexpected(token), wanted.help());
        }
        if (!wanted.accepts(operand.type())) {
            throw new Refusal(
                    token,
                    target + " is " + wanted.describe() + ", but `" + written(operand, token) + "` is "
                            + operand.type().describe(),
                    wanted.help());
        }
        return operand;
    }

    private static String written(Operand operand, Token token) {
        return operand instanceof Operand.Word word ? token.text() + "." + word.constant() : token.text();
    }

    private static Operand.@Nullable Literal number(Token token, String sign, FieldType wanted) throws Refusal {
        if (token.kind() != Token.Kind.NUMBER) {
            return null;
        }
        String text = sign + token.text();
        boolean plain = token.text().chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')
                && token.text().chars().filter(c -> c == '.').count() <= 1
                && token.text().chars().filter(c -> c != '.').count() <= MOST_DIGITS;
        if (!plain) {
            throw new Refusal(
                    token,
                    "`" + text + "` is not a plain number",
                    "write up to " + MOST_DIGITS + " digits with an optional decimal point, for example `0.50`");
        }
        if (token.text().length() > 1
                && token.text().charAt(0) == '0'
                && token.text().indexOf('.') != 1) {
            throw new Refusal(
                    token,
                    "`" + text + "` starts with a zero, which would be read in base eight",
                    "write the number without leading zeros: heading 0101 is `101`");
        }
        if (wanted.kind() == Kind.DECIMAL) {
            return new Operand.Literal(wanted, new BigDecimal(text));
        }
        return text.indexOf('.') >= 0
                ? new Operand.Literal(new FieldType(Kind.DECIMAL, BigDecimal.class), new BigDecimal(text))
                : new Operand.Literal(new FieldType(Kind.NUMBER, Long.class), Long.parseLong(text));
    }

    private Operand word(Token token, FieldType wanted) throws Refusal {
        if (token.text().equals("true") || token.text().equals("false")) {
            return new Operand.Literal(new FieldType(Kind.FLAG, Boolean.class), Boolean.valueOf(token.text()));
        }
        Class<?> type = Vocabulary.wordTypes().get(token.text());
        if (type == null) {
            boolean typed = peek().is(".")
                    && MeantWord.find(token, Vocabulary.wordTypes()).isPresent();
            throw new Refusal(
                    token,
                    "`" + token.text() + "` is not a named constant",
                    typed
                            ? MeantWord.help(
                                    token.text(), Vocabulary.wordTypes().keySet())
                            : constantHelp(token.text(), wanted));
        }
        expect(
                ".",
                "write the constant after a dot, for example `" + type.getSimpleName() + "."
                        + type.getEnumConstants()[0] + "`");
        Token constant = next();
        List<Enum<?>> constants = Arrays.stream(type.getEnumConstants())
                .<Enum<?>>map(value -> (Enum<?>) value)
                .toList();
        return new Operand.Word(
                new FieldType(Kind.WORD, type),
                constants.stream()
                        .filter(candidate -> candidate.name().equals(constant.text()))
                        .findFirst()
                        .orElseThrow(() -> new Refusal(
                                constant,
                                "there is no `" + type.getSimpleName() + "." + constant.text() + "`",
                                Center.findByCode(constant.text())
                                        .map(center -> "write `Center." + center.name() + "`")
                                        .orElseGet(() -> MeantWord.help(
                                                constant.text(),
                                                constants.stream()
                                                        .map(Enum::name)
                                                        .toList())))));
    }

    /** What to write instead of a lone word: the constant of that name if there is one. */
    private static String constantHelp(String word, FieldType wanted) {
        return Stream.ofNullable(wanted.javaType().getEnumConstants())
                .flatMap(Arrays::stream)
                .map(Object::toString)
                .filter(constant -> constant.equalsIgnoreCase(word))
                .findFirst()
                .map(constant -> "write `" + wanted.javaType().getSimpleName() + "." + constant + "`")
                .orElse(wanted.help());
    }

    private void start(String text, int offset) {
        tokens = Token.split(text, offset);
        at = 0;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    private void expect(String symbol, String help) throws Refusal {
        Token token = next();
        if (!token.is(symbol)) {
            throw new Refusal(
                    token,
                    "expected `" + symbol + "` but "
                            + (token.kind() == Token.Kind.END ? "the text ends here" : "found `" + token.text() + "`"),
                    help);
        }
    }

    private void expectName(String name, String help) throws Refusal {
        Token token = next();
        if (!token.text().equals(name)) {
            boolean meant = token.kind() == Token.Kind.NAME
                    && Nearest.find(token.text(), List.of(name)).isPresent();
            throw new Refusal(token, unexpected(token), meant ? "did you mean `" + name + "`?" : help);
        }
    }

    private void expectEnd(String help) throws Refusal {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            throw new Refusal(token, unexpected(token), help);
        }
    }

    private static String unexpected(Token token) {
        return token.kind() == Token.Kind.END
                ? "the text ends too early here"
                : "`" + token.text() + "` is not allowed here";
    }
}
