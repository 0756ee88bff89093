package io.centerline.rulebook.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the words and signs of a file, one by one, to the grammar that {@code rules/README.md} teaches.
 *
 * <p>The parser reads more than the rule language has, and says nothing of parts that leave no trace in its description.
 * So a rule that could be read is refused all the same when its text holds anything that has no place in this grammar.
 * Of a file that the parser cannot read, the grammar says what it stumbled on. What values mean is not looked at here.
 */
final class RuleGrammar {
    private static final String FILE = "a rule file holds its package, one import and rules, in this order";
    private static final String RULE =
            "a rule is: rule \"ID sentence\", annotations, when, conditions, then, one insert, end";
    private static final String CONDITION =
            "write conditions one below the other, each as in `Tally( $c : center, share > 0.50 )`";
    private static final String CONSTRAINT =
            "inside a pattern write comparisons such as `count > 5` or bindings such as `$n : count`, separated by commas";
    private static final String ACCUMULATE = "write `accumulate( Tally( $n : count ); $sum : sum($n); $sum < 100 )`";

    private static final List<String> CONDITION_WORDS = List.of("then", "not", "exists", "accumulate");

    private final SourceText source;
    private final Stage stage;
    private final String code;
    private final List<Finding> told = new ArrayList<>();
    private Tokens tokens = new Tokens(List.of());

    RuleGrammar(SourceText source, Stage stage) {
        this.source = source;
        this.stage = stage;
        this.code = source.withoutComments();
    }

    /** What cannot stand before the rules of the file: misspelled words, and the first thing of which nothing can be made. */
    List<Finding> headFaults(int end) {
        return faults(0, end, this::head);
    }

    /** The same of a rule, and of what stands between it and the next one. */
    List<Finding> ruleFaults(int start, int end) {
        return faults(start, end, this::rule);
    }

    private interface Part {
        void read() throws Refusal;
    }

    private List<Finding> faults(int start, int end, Part part) {
        told.clear();
        tokens = new Tokens(Token.split(code.substring(start, end), start));
        try {
            part.read();
        } catch (Refusal refusal) {
            tell(refusal);
        }
        return List.copyOf(told);
    }

    /** Says what is wrong and leaves no doubt of what was meant, so that the reading goes on. */
    private void tell(Refusal refusal) {
        told.add(refusal.in(source));
    }

    private void head() throws Refusal {
        tokens.expectName("package", FILE);
        tokens.expect(Token.Kind.NAME, FILE);
        while (tokens.take(".")) {
            tokens.expect(Token.Kind.NAME, FILE);
        }
        tokens.take(";");
        if (tokens.takeName("import")) {
            tokens.expect(Token.Kind.NAME, FILE);
            while (tokens.take(".") && !tokens.takeText("*")) {
                tokens.expect(Token.Kind.NAME, FILE);
            }
            tokens.take(";");
        }
        tokens.expectEnd(List.of("import", "rule"), FILE);
    }

    private void rule() throws Refusal {
        tokens.expectName("rule", RULE);
        tokens.expect(Token.Kind.TEXT, RULE);
        while (tokens.takeText("@")) {
            tokens.expect(Token.Kind.NAME, RULE);
            annotated();
        }
        tokens.expectName("when", RULE);
        while (!tokens.takeName("then")) {
            condition();
        }
        // What stands here was read word by word with the conclusion.
        while (!tokens.takeName("end")) {
            tokens.skip(RULE);
        }
        tokens.expectEnd(List.of("rule"), FILE);
    }

    private void annotated() throws Refusal {
        String help = "write one text in quotation marks, as in `@standing(\"found\")`";
        tokens.expect("(", help);
        tokens.expect(Token.Kind.TEXT, help);
        tokens.expect(")", help);
    }

    private void condition() throws Refusal {
        if (takes("not") || takes("exists")) {
            boolean enclosed = tokens.take("(");
            pattern(CONDITION);
            if (enclosed) {
                tokens.expect(")", CONDITION);
            }
        } else if (takes("accumulate")) {
            accumulate();
        } else {
            pattern(CONDITION);
        }
    }

    /** Whether a word of a condition stands here, told where it is misspelled. */
    private boolean takes(String word) {
        if (tokens.takeName(word)) {
            return true;
        }
        Optional<Refusal> misspelled =
                tokens.takeMisspelled(word, Vocabulary.facts(stage).keySet());
        misspelled.ifPresent(this::tell);
        return misspelled.isPresent();
    }

    private void pattern(String help) throws Refusal {
        if (tokens.take(Token.Kind.VARIABLE)) {
            tokens.expect(":", help);
        }
        FactType fact = fact(tokens.expectNameBefore("(", CONDITION_WORDS, help));
        tokens.expect("(", help);
        if (tokens.take(")")) {
            return;
        }
        do {
            constraint(fact);
        } while (tokens.take(","));
        tokens.expect(")", CONSTRAINT);
    }

    /** The fact of a name, or the one that was meant; null when nobody can tell. */
    private @Nullable FactType fact(Token name) {
        Map<String, FactType> known = Vocabulary.facts(stage);
        FactType fact = known.get(name.text());
        if (fact == null) {
            tell(ConditionReader.unknownFact(name, stage));
        }
        return fact == null ? MeantWord.find(name, known).orElse(null) : fact;
    }

    private void constraint(@Nullable FactType fact) throws Refusal {
        if (tokens.isNameBefore(":")) {
            tell(ExpressionReader.withoutDollar(tokens.next()));
            tokens.expect(":", CONSTRAINT);
            field(fact);
        } else if (tokens.take(Token.Kind.VARIABLE)) {
            tokens.expect(":", CONSTRAINT);
            field(fact);
        } else {
            field(fact);
            comparison(CONSTRAINT);
        }
    }

    private void field(@Nullable FactType fact) throws Refusal {
        Token name = tokens.expect(Token.Kind.NAME, CONSTRAINT);
        if (fact != null && !fact.fields().containsKey(name.text())) {
            tell(ExpressionReader.unknownField(name, fact));
        }
    }

    private void accumulate() throws Refusal {
        tokens.expect("(", ACCUMULATE);
        pattern(ACCUMULATE);
        tokens.expect(";", ACCUMULATE);
        do {
            aggregate();
        } while (tokens.take(","));
        if (tokens.take(";")) {
            do {
                tokens.expect(Token.Kind.VARIABLE, ACCUMULATE);
                comparison(ACCUMULATE);
            } while (tokens.take(","));
        }
        tokens.expect(")", ACCUMULATE);
    }

    private void aggregate() throws Refusal {
        tokens.expect(Token.Kind.VARIABLE, ACCUMULATE);
        tokens.expect(":", ACCUMULATE);
        tokens.expect(Token.Kind.NAME, ACCUMULATE);
        tokens.expect("(", ACCUMULATE);
        tokens.take(Token.Kind.VARIABLE);
        tokens.expect(")", ACCUMULATE);
    }

    private void operator(String help) throws Refusal {
        Token sign = tokens.expectOperator(help);
        if (Operator.find(sign.text()).isEmpty()) {
            tell(ExpressionReader.unknownOperator(sign));
        }
    }

    private void comparison(String help) throws Refusal {
        operator(help);
        if (tokens.take("-")) {
            tokens.expect(Token.Kind.NUMBER, help);
        } else if (!tokens.take(Token.Kind.VARIABLE) && !tokens.take(Token.Kind.NUMBER)) {
            tokens.expect(Token.Kind.NAME, help);
            if (tokens.take(".")) {
                tokens.expect(Token.Kind.NAME, help);
            }
        }
    }
}
