package io.centerline.rulebook.language;

import java.util.ArrayList;
import java.util.List;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonTokenStream;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenSource;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DRLFactory;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.drools.drl.parser.lang.DRLParser;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Runs the engine's parser under a budget of steps.
 *
 * <p>The parser guesses and goes back, and on some texts it does so without end. Each look at a letter or token is a step;
 * the budget is a multiple of the text's length, far above what any readable text takes. So the outcome depends on the
 * text alone, not on how fast the machine is.
 */
final class BoundedParser {
    private static final LanguageLevelOption LEVEL = LanguageLevelOption.DRL6;
    private static final long STEPS_PER_LETTER = 100;
    private static final long FREE_STEPS = 100_000;

    /**
     * What the parser made of a text.
     *
     * @param descr the description; null when there is none
     * @param errors what the parser complains of
     * @param gaveUpAt the offset at which the text became too involved; -1 when it did not
     */
    record Result(@Nullable PackageDescr descr, List<ParserError> errors, int gaveUpAt) {}

    private BoundedParser() {}

    static Result parse(String text) {
        Budget budget = new Budget(FREE_STEPS + STEPS_PER_LETTER * text.length());
        Tokens tokens = new Tokens(DRLFactory.getDRLLexer(new Letters(text, budget), LEVEL), budget);
        DRLParser parser = DRLFactory.getDRLParser(tokens, LEVEL);
        PackageDescr descr = null;
        try {
            descr = parser.compilationUnit(null);
        } catch (Exhausted | StackOverflowError tooInvolved) {
            return new Result(null, List.of(), tokens.reached());
        } catch (RecognitionException | RuntimeException unreadable) {
            descr = null;
        }
        if (budget.steps < 0) {
            return new Result(null, List.of(), tokens.reached());
        }
        List<ParserError> errors = new ArrayList<>();
        for (DroolsParserException error : parser.getErrors()) {
            errors.add(new ParserError(String.valueOf(error.getMessage()), error.getLineNumber(), error.getColumn()));
        }
        return new Result(descr, errors, -1);
    }

    /** No steps are left. */
    private static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("out of steps", null, false, false);
        }
    }

    private static final class Budget {
        private long steps;

        Budget(long steps) {
            this.steps = steps;
        }

        void take(int count) {
            steps -= count;
            if (steps < 0) {
                throw new Exhausted();
            }
        }
    }

    private static final class Letters extends ANTLRStringStream {
        private final Budget budget;

        Letters(String text, Budget budget) {
            super(text);
            this.budget = budget;
        }

        @Override
        public int LA(int i) {
            budget.take(1);
            return super.LA(i);
        }
    }

    private static final class Tokens extends CommonTokenStream {
        private final Budget budget;
        private int furthest;

        Tokens(TokenSource source, Budget budget) {
            super(source);
            this.budget = budget;
        }

        @Override
        public Token LT(int k) {
            // Looking far ahead walks there.
            budget.take(Math.max(1, k));
            Token token = super.LT(k);
            if (token instanceof org.antlr.runtime.CommonToken placed && placed.getStartIndex() > furthest) {
                furthest = placed.getStartIndex();
            }
            return token;
        }

        int reached() {
            return furthest;
        }
    }
}
