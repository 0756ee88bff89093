package io.centerline.rulebook.language;

import java.util.List;

/** Tokens, taken one by one; what does not fit is refused where it stands. Not thread-safe. */
final class Tokens {
    private final List<Token> tokens;
    private int at;

    /** Of a list that ends with {@link Token.Kind#END}. */
    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean take(Token.Kind kind) {
        return advance(tokens.get(at).kind() == kind);
    }

    boolean take(String symbol) {
        return advance(tokens.get(at).is(symbol));
    }

    boolean takeName(String name) {
        Token token = tokens.get(at);
        return advance(token.kind() == Token.Kind.NAME && token.text().equals(name));
    }

    /** A sign of no other meaning, such as {@code @}. */
    boolean takeText(String text) {
        return advance(tokens.get(at).text().equals(text));
    }

    void expect(Token.Kind kind, String help) throws Refusal {
        // The end stays the end.
        if (kind == Token.Kind.END ? tokens.get(at).kind() != kind : !take(kind)) {
            throw refusal(help);
        }
    }

    void expect(String symbol, String help) throws Refusal {
        if (!take(symbol)) {
            throw refusal(help);
        }
    }

    void expectName(String name, String help) throws Refusal {
        if (!takeName(name)) {
            throw refusal(help);
        }
    }

    /** Any name, which must stand right before a symbol. */
    void expectNameBefore(String symbol, String help) throws Refusal {
        boolean name = tokens.get(at).kind() == Token.Kind.NAME;
        if (!advance(name && tokens.get(at + 1).is(symbol))) {
            throw refusal(help);
        }
    }

    void expectOperator(String help) throws Refusal {
        if (!advance(Operator.find(tokens.get(at).text()).isPresent())) {
            throw refusal(help);
        }
    }

    /** Takes whatever stands here. */
    void skip(String help) throws Refusal {
        if (!advance(tokens.get(at).kind() != Token.Kind.END)) {
            throw refusal(help);
        }
    }

    private boolean advance(boolean fits) {
        at += fits ? 1 : 0;
        return fits;
    }

    private Refusal refusal(String help) {
        Token token = tokens.get(at);
        return new Refusal(
                token,
                token.kind() == Token.Kind.END
                        ? "the text ends too early here"
                        : "`" + token.text() + "` cannot stand here",
                help);
    }
}
