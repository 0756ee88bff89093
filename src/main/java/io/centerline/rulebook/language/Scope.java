package io.centerline.rulebook.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables of one rule while it is read; inside {@code not} and {@code exists} further ones are local. */
final class Scope {
    private static final int MOST_LETTERS = 40;

    private final Map<String, Variable> visible = new LinkedHashMap<>();
    private int count;

    Variable bind(Token token, FieldType type) throws Refusal {
        if (visible.containsKey(token.text())) {
            throw new Refusal(token, "the variable `" + token.text() + "` is bound twice", "choose another name");
        }
        if (token.text().length() > MOST_LETTERS) {
            throw new Refusal(
                    token, "the name of this variable is longer than " + MOST_LETTERS + " letters", "shorten it");
        }
        if (token.text().length() < 2) {
            throw new Refusal(token, "a variable needs a name after the dollar sign", "for example `$center`");
        }
        Variable variable = new Variable(count++, token.text(), type);
        visible.put(variable.name(), variable);
        return variable;
    }

    Variable get(Token token) throws Refusal {
        Variable variable = visible.get(token.text());
        if (variable == null) {
            throw new Refusal(
                    token,
                    "the variable `" + token.text() + "` is not bound before it is used",
                    visible.isEmpty()
                            ? "bind it in a pattern, as in `$c : center` or `$hts : HtsNumber( … )`"
                            : MeantWord.help(token.text(), visible.keySet()));
        }
        return variable;
    }

    /** What is visible now, to be given to {@link #restore}. */
    Map<String, Variable> mark() {
        return new LinkedHashMap<>(visible);
    }

    /** Forgets the variables bound since the mark; their positions are not used again. */
    void restore(Map<String, Variable> mark) {
        visible.keySet().retainAll(mark.keySet());
    }

    List<Variable> visible() {
        return List.copyOf(visible.values());
    }

    int size() {
        return count;
    }
}
