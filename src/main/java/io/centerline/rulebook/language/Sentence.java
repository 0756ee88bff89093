package io.centerline.rulebook.language;

import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The sentence a rule says when it fires, with the values it matched.
 *
 * <p>Written in {@code @says}: {@code {$c}} prints a variable, {@code {$n|line|lines}} a whole number with its noun,
 * {@code {$s%}} a share as a percentage.
 */
public final class Sentence {

    private sealed interface Part {
        record Text(String text) implements Part {}

        record Value(Variable variable, boolean percent, String singular, String plural) implements Part {}
    }

    private final List<Part> parts;
    private final List<Variable> values;
    private final List<String> variables;

    private Sentence(List<Part> parts) {
        this.parts = List.copyOf(parts);
        // Asked for whenever a rule is evaluated.
        this.values = parts.stream()
                .filter(Part.Value.class::isInstance)
                .map(part -> ((Part.Value) part).variable())
                .distinct()
                .toList();
        this.variables = values.stream().map(Variable::name).distinct().toList();
    }

    static Sentence plain(String text) {
        return new Sentence(List.of(new Part.Text(text)));
    }

    /** The names of the variables the sentence prints, with the dollar sign. */
    public List<String> variables() {
        return variables;
    }

    /** The variables it prints. */
    List<Variable> values() {
        return values;
    }

    /** The sentence with the values of its variables, looked up by name. */
    public String print(Function<String, Object> values) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Part.Text text) {
                out.append(text.text());
            } else if (part instanceof Part.Value value) {
                out.append(print(value, values.apply(value.variable().name())));
            }
        }
        return out.toString();
    }

    /** A value in an analyst's words: a Center by name, a share to four places or more, a constant in lower case words. */
    static String word(Object value) {
        if (value instanceof Center center) {
            return center.title();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        if (value instanceof BigDecimal decimal) {
            return rounded(decimal, Math.min(decimal.scale(), 4)).toPlainString();
        }
        return value.toString();
    }

    /** A share as a percentage with two decimals, such as {@code 66.67 %}; more where two would show a threshold it misses. */
    public static String percent(BigDecimal share) {
        BigDecimal percent = rounded(share.movePointRight(2), 2).stripTrailingZeros();
        return (percent.scale() < 0 ? percent.setScale(0) : percent).toPlainString() + " %";
    }

    /** Rounds half-even, with more places where fewer would show a round figure that the value just misses. */
    private static BigDecimal rounded(BigDecimal value, int places) {
        BigDecimal rounded = value.setScale(places, RoundingMode.HALF_EVEN);
        boolean round = rounded.stripTrailingZeros().scale() < places;
        return round && rounded.compareTo(value) != 0 ? rounded(value, places + 1) : rounded;
    }

    private static String print(Part.Value part, Object value) {
        if (part.percent()) {
            return percent((BigDecimal) value);
        }
        if (part.singular().isEmpty()) {
            return word(value);
        }
        return value + " " + (value.equals(1L) || value.equals(1) ? part.singular() : part.plural());
    }

    /** Says what is wrong with a template. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    /** Reads a template that prints variables of a rule. */
    static Sentence read(String template, List<Variable> variables, Origin origin) throws Malformed {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            if (open < 0) {
                parts.add(new Part.Text(template.substring(at)));
                break;
            }
            if (open > at) {
                parts.add(new Part.Text(template.substring(at, open)));
            }
            int close = template.indexOf('}', open);
            if (close < 0) {
                throw new Malformed("the placeholder `" + template.substring(open) + "` has no closing brace");
            }
            boolean judged = origin == Origin.NEW;
            if (judged && touchesNumber(template, open, close)) {
                throw new Malformed("a digit stands right beside the placeholder `"
                        + template.substring(open, close + 1) + "` and would print as part of its number");
            }
            if (judged && open > 0 && open == at) {
                throw new Malformed("the placeholder `" + template.substring(open, close + 1)
                        + "` stands right behind another one and would print as part of its value");
            }
            parts.add(value(template.substring(open + 1, close), variables, origin));
            at = close + 1;
        }
        return new Sentence(parts);
    }

    private static boolean touchesNumber(String template, int open, int close) {
        return isDigit(template, open - 1)
                || isDigit(template, close + 1)
                || (isPoint(template, open - 1) && isDigit(template, open - 2))
                || (isPoint(template, close + 1) && isDigit(template, close + 2));
    }

    private static boolean isPoint(String text, int at) {
        return at >= 0 && at < text.length() && ".,".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static Part.Value value(String placeholder, List<Variable> variables, Origin origin) throws Malformed {
        List<String> pieces = List.of(placeholder.split("\\|", -1));
        boolean percent = pieces.get(0).endsWith("%");
        String name = percent ? pieces.get(0).substring(0, pieces.get(0).length() - 1) : pieces.get(0);
        Variable variable = variables.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new Malformed("the placeholder `{" + placeholder + "}` names no variable of the rule"));
        if (origin == Origin.NEW && variable.type().kind() == FieldType.Kind.FACT) {
            throw new Malformed("the placeholder `{" + placeholder
                    + "}` names a whole fact, of which no one value can be" + " printed");
        }
        if (pieces.size() != 1 && pieces.size() != 3) {
            throw new Malformed("the placeholder `{" + placeholder + "}` needs both a singular and a plural");
        }
        if (percent && variable.type().kind() != FieldType.Kind.DECIMAL) {
            throw new Malformed(
                    "the placeholder `{" + placeholder + "}` prints a percentage but `" + name + "` is not a share");
        }
        return pieces.size() == 1
                ? new Part.Value(variable, percent, "", "")
                : new Part.Value(variable, percent, pieces.get(1), pieces.get(2));
    }

    /** The sentence as {@code @says} writes it; with numbers for its variables, two are equal that print the same. */
    String template(boolean named) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Part.Text text) {
                out.append(text.text());
            } else if (part instanceof Part.Value value) {
                String noun = value.singular().isEmpty() ? "" : "|" + value.singular() + "|" + value.plural();
                out.append('{')
                        .append(
                                named
                                        ? value.variable().name()
                                        : "$" + value.variable().index())
                        .append(value.percent() ? "%" : "");
                out.append(noun).append('}');
            }
        }
        return out.toString();
    }

    /** The text parts and nouns, in which every number must come from the rule. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Text text) {
                texts.add(text.text());
            } else if (part instanceof Part.Value value) {
                texts.add(value.singular());
                texts.add(value.plural());
            }
        }
        return texts;
    }
}
