package io.centerline.rulebook.language;

import java.util.List;
import java.util.Optional;

/**
 * Holds the words and signs of a file, one by one, to the grammar that {@code rules/README.md} teaches.
 *
 * <p>The parser reads more than the rule language has, and says nothing of parts that leave no trace in its description.
 * So a rule that could be read is refused all the same when its text holds anything that has no place in this grammar.
 * What names and values mean is not looked at here.
 */
final class RuleGrammar {
    private static final String FILE = "a rule file holds its package, one import and rules";
    private static final String RULE =
            "a rule is: rule \"ID sentence\", annotations, when, conditions, then, one insert, end";
    private static final String CONDITION =
            "write conditions one below the other, each as in `Tally( $c : center, share > 0.50 )`";
    private static final String CONSTRAINT =
            "inside a pattern write comparisons such as `count > 5` or bindings such as `$n : count`, separated by commas";
    private static final String ACCUMULATE = "write `accumulate( Tally( $n : count ); $sum : sum($n); $sum < 100 )`";

    private final SourceText source;
    private final String code;
    private Tokens tokens = new Tokens(List.of());

    RuleGrammar(SourceText source) {
        this.source = source;
        this.code = source.withoutComments();
    }

    /** The first thing that cannot stand before the rules of the file; empty when all can. */
    Optional<Finding> headFault(int end) {
        return fault(0, end, this::head);
    }

    /** The first thing that cannot stand in a rule, or between it and the next one. */
    Optional<Finding> ruleFault(int start, int end) {
        return fault(start, end, this::rule);
    }

    private interface Part {
        void read() throws Refusal;
    }

    private Optional<Finding> fault(int start, int end, Part part) {
        tokens = new Tokens(Token.split(code.substring(start, end), start));
        try {
            part.read();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.in(source));
        }
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
        tokens.expect(Token.Kind.END, FILE);
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
        tokens.expect(Token.Kind.END, FILE);
    }

    private void annotated() throws Refusal {
        String help = "write one text in quotation marks, as in `@standing(\"found\")`";
        tokens.expect("(", help);
        tokens.expect(Token.Kind.TEXT, help);
        tokens.expect(")", help);
    }

    private void condition() throws Refusal {
        if (tokens.takeName("not") || tokens.takeName("exists")) {
            boolean enclosed = tokens.take("(");
            pattern(CONDITION);
            if (enclosed) {
                tokens.expect(")", CONDITION);
            }
        } else if (tokens.takeName("accumulate")) {
            accumulate();
        } else {
            pattern(CONDITION);
        }
    }

    private void pattern(String help) throws Refusal {
        if (tokens.take(Token.Kind.VARIABLE)) {
            tokens.expect(":", help);
        }
        tokens.expectNameBefore("(", help);
        tokens.expect("(", help);
        if (tokens.take(")")) {
            return;
        }
        do {
            constraint();
        } while (tokens.take(","));
        tokens.expect(")", CONSTRAINT);
    }

    private void constraint() throws Refusal {
        if (tokens.take(Token.Kind.VARIABLE)) {
            tokens.expect(":", CONSTRAINT);
            tokens.expect(Token.Kind.NAME, CONSTRAINT);
        } else {
            tokens.expect(Token.Kind.NAME, CONSTRAINT);
            comparison(CONSTRAINT);
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

    private void comparison(String help) throws Refusal {
        tokens.expectOperator(help);
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
