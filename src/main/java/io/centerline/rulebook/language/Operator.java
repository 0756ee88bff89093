package io.centerline.rulebook.language;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** How a field is compared. */
enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private static final Map<String, Operator> MEANT = Map.of(
            "=", EQUAL, "===", EQUAL, "=>", AT_LEAST, "\u2265", AT_LEAST, "=<", AT_MOST, "\u2264", AT_MOST, "<>",
            NOT_EQUAL, "!==", NOT_EQUAL, "=!", NOT_EQUAL, "\u2260", NOT_EQUAL);

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    boolean needsOrder() {
        return this != EQUAL && this != NOT_EQUAL;
    }

    /** Whether {@code left operator right} holds, for two values of one type. */
    boolean holds(Object left, Object right) {
        return switch (this) {
            case EQUAL -> compare(left, right) == 0;
            case NOT_EQUAL -> compare(left, right) != 0;
            case LESS -> compare(left, right) < 0;
            case AT_MOST -> compare(left, right) <= 0;
            case GREATER -> compare(left, right) > 0;
            case AT_LEAST -> compare(left, right) >= 0;
        };
    }

    /** The comparison meant by a sign that other languages have, or that is turned around; empty when none is. */
    static Optional<Operator> meant(String sign) {
        return Optional.ofNullable(MEANT.get(sign));
    }

    static Optional<Operator> find(String symbol) {
        return Arrays.stream(values())
                .filter(operator -> operator.symbol.equals(symbol))
                .findFirst();
    }

    // Values of one kind are mutually comparable: long, BigDecimal, LocalDate, Boolean, constants of one enum.
    @SuppressWarnings("unchecked")
    private static int compare(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }
}
