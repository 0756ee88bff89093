package io.centerline.rulebook.language;

import io.centerline.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** A misspelled word, told as it is taken; empty when something else stands here, such as one of the names that may. */
    Optional<Refusal> takeMisspelled(String word, Set<String> names) {
        Token token = tokens.get(at);
        boolean misspelled = token.kind() == Token.Kind.NAME
                && !names.contains(token.text())
                && Nearest.find(token.text(), List.of(word)).isPresent();
        Optional<Refusal> refusal = misspelled ? Optional.of(refusal(advice(word))) : Optional.empty();
        advance(misspelled);
        return refusal;
    }

    /** A sign of no other meaning, such as {@code @}. */
    boolean takeText(String text) {
        return advance(tokens.get(at).text().equals(text));
    }

    Token expect(Token.Kind kind, String help) throws Refusal {
        Token token = tokens.get(at);
        if (!take(kind)) {
            throw refusal(help);
        }
        return token;
    }

    void expect(String symbol, String help) throws Refusal {
        if (!take(symbol)) {
            throw refusal(help);
        }
    }

    void expectName(String name, String help) throws Refusal {
        if (!takeName(name)) {
            throw refusal(help, List.of(name));
        }
    }

    /** The end of the tokens, where one of these words could stand too. */
    void expectEnd(List<String> words, String help) throws Refusal {
        if (tokens.get(at).kind() != Token.Kind.END) {
            throw refusal(help, words);
        }
    }

    /** Any name, which must stand right before a symbol, where one of these words could stand too. */
    Token expectNameBefore(String symbol, List<String> words, String help) throws Refusal {
        Token name = tokens.get(at);
        if (!advance(name.kind() == Token.Kind.NAME && tokens.get(at + 1).is(symbol))) {
            throw refusal(help, words);
        }
        return name;
    }

    /** Whether a name stands here right before a symbol. */
    boolean isNameBefore(String symbol) {
        return tokens.get(at).kind() == Token.Kind.NAME && tokens.get(at + 1).is(symbol);
    }

    /** Takes whatever stands here; the end stays the end. */
    Token next() {
        Token token = tokens.get(at);
        advance(token.kind() != Token.Kind.END);
        return token;
    }

    /** A comparison, or a sign that was meant for one. */
    Token expectOperator(String help) throws Refusal {
        Token sign = tokens.get(at);
        boolean operator =
                Operator.find(sign.text()).or(() -> Operator.meant(sign.text())).isPresent();
        if (!advance(operator)) {
            throw refusal(help);
        }
        return sign;
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

    /** The same, and which of these words was probably meant. */
    private Refusal refusal(String help, List<String> words) {
        Token token = tokens.get(at);
        boolean misspelled = token.kind() == Token.Kind.NAME && !words.contains(token.text());
        return refusal((misspelled ? Nearest.find(token.text(), words) : Optional.<String>empty())
                .map(Tokens::advice)
                .orElse(help));
    }

    private static String advice(String word) {
        return "did you mean `" + word + "`?";
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
