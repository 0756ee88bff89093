package io.centerline.rulebook.language;

import io.centerline.rulebook.language.Impossibility.Claim;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values one field can still have while its comparisons are read one after the other. Numbers keep a least and a
 * greatest value, words and flags a set; against a variable only the order is known.
 */
final class FieldDomain {
    /** How a value can lie to another one. */
    private enum Order {
        BELOW,
        EQUAL,
        ABOVE
    }

    private final String name;
    private final @Nullable BigDecimal floor;
    private final @Nullable BigDecimal ceiling;
    private final boolean whole;
    private final List<Object> words;
    private final Map<String, Set<Order>> orders = new LinkedHashMap<>();
    private final List<String> read = new ArrayList<>();
    private final List<BigDecimal> excluded = new ArrayList<>();
    private @Nullable BigDecimal least;
    private boolean leastExcluded;
    private @Nullable BigDecimal greatest;
    private boolean greatestExcluded;
    private boolean empty;

    private FieldDomain(String name, FieldType type, @Nullable BigDecimal floor, @Nullable BigDecimal ceiling) {
        this.name = name;
        this.floor = floor;
        this.ceiling = ceiling;
        this.least = floor;
        this.greatest = ceiling;
        this.whole = type.kind() == FieldType.Kind.NUMBER;
        this.words = new ArrayList<>(
                switch (type.kind()) {
                    case WORD -> List.of(type.javaType().getEnumConstants());
                    case FLAG -> List.of(true, false);
                    default -> List.of();
                });
    }

    static FieldDomain of(String name, FieldType type) {
        BigDecimal one = BigDecimal.ONE;
        return switch (name) {
            case "share", "valueShare" -> new FieldDomain(name, type, BigDecimal.ZERO, one);
            case "margin" -> new FieldDomain(name, type, one.negate(), one);
            case "count" -> new FieldDomain(name, type, one, null);
            case "counted", "notCounted", "unclearGoods", "versions", "value", "entryType" ->
                new FieldDomain(name, type, BigDecimal.ZERO, null);
            default -> new FieldDomain(name, type, null, null);
        };
    }

    /** Takes one more comparison; says so when none is left, once. */
    void narrow(SourcePlace place, Operator operator, Operand operand, List<Claim> claims) {
        if (empty) {
            return;
        }
        String text = name + " " + operator.symbol() + " " + Wording.SHOWN.of(operand);
        if (operand instanceof Operand.Bound bound) {
            Set<Order> left = orders.computeIfAbsent(bound.variable().name(), key -> EnumSet.allOf(Order.class));
            left.retainAll(allowed(operator));
            empty = left.isEmpty();
        } else if (!words.isEmpty()) {
            Object wanted = operand.value(new Object[0]);
            words.removeIf(word -> operator == Operator.EQUAL ? !word.equals(wanted) : word.equals(wanted));
            empty = words.isEmpty();
        } else if (operand.value(new Object[0]) instanceof Number number) {
            BigDecimal bound = new BigDecimal(number.toString());
            if (isIdle(operator, bound)) {
                claims.add(new Claim(place, "`" + text + "` always holds: " + domain(), inside(bound), false));
                return;
            }
            bound(operator, bound);
        }
        if (empty) {
            claims.add(new Claim(
                    place,
                    read.isEmpty()
                            ? "`" + text + "` never holds" + (domain().isEmpty() ? "" : ": " + domain())
                            : "`" + text + "` never holds together with `" + String.join("` and `", read) + "`",
                    read.isEmpty() && operand.value(new Object[0]) instanceof Number number
                            ? inside(new BigDecimal(number.toString()))
                            : "change one of the comparisons, or make two rules of them",
                    true));
        }
        read.add(text);
    }

    private static Set<Order> allowed(Operator operator) {
        return switch (operator) {
            case EQUAL -> EnumSet.of(Order.EQUAL);
            case NOT_EQUAL -> EnumSet.of(Order.BELOW, Order.ABOVE);
            case LESS -> EnumSet.of(Order.BELOW);
            case AT_MOST -> EnumSet.of(Order.BELOW, Order.EQUAL);
            case GREATER -> EnumSet.of(Order.ABOVE);
            case AT_LEAST -> EnumSet.of(Order.ABOVE, Order.EQUAL);
        };
    }

    private void bound(Operator operator, BigDecimal bound) {
        switch (operator) {
            case EQUAL -> {
                raise(bound, false);
                lower(bound, false);
            }
            case AT_LEAST -> raise(bound, false);
            case GREATER -> raise(whole ? bound.add(BigDecimal.ONE) : bound, !whole);
            case AT_MOST -> lower(bound, false);
            case LESS -> lower(whole ? bound.subtract(BigDecimal.ONE) : bound, !whole);
            case NOT_EQUAL -> {
                excluded.add(bound);
            }
        }
        if (whole) {
            stepOverExcluded();
        }
        if (least != null && greatest != null) {
            int order = least.compareTo(greatest);
            empty = order > 0 || (order == 0 && (leastExcluded || greatestExcluded || isExcluded(least)));
        }
    }

    /** A whole number that is excluded gives way to the next one. */
    private void stepOverExcluded() {
        while (least != null && isExcluded(least)) {
            least = least.add(BigDecimal.ONE);
        }
        while (greatest != null && isExcluded(greatest)) {
            greatest = greatest.subtract(BigDecimal.ONE);
        }
    }

    private boolean isExcluded(BigDecimal value) {
        return excluded.stream().anyMatch(other -> other.compareTo(value) == 0);
    }

    private void raise(BigDecimal bound, boolean excluded) {
        int order = least == null ? 1 : bound.compareTo(least);
        if (order > 0) {
            least = bound;
            leastExcluded = excluded;
        } else if (order == 0) {
            leastExcluded |= excluded;
        }
    }

    private void lower(BigDecimal bound, boolean excluded) {
        int order = greatest == null ? -1 : bound.compareTo(greatest);
        if (order < 0) {
            greatest = bound;
            greatestExcluded = excluded;
        } else if (order == 0) {
            greatestExcluded |= excluded;
        }
    }

    /** A bound beyond what a share can be: a percentage where a share is meant. */
    private boolean isIdle(Operator operator, BigDecimal bound) {
        if (floor == null || ceiling == null) {
            return false;
        }
        return switch (operator) {
            case LESS, AT_MOST -> bound.compareTo(ceiling) > 0;
            case GREATER, AT_LEAST -> bound.compareTo(floor) < 0;
            case NOT_EQUAL -> bound.compareTo(ceiling) > 0 || bound.compareTo(floor) < 0;
            case EQUAL -> false;
        };
    }

    private String domain() {
        if (floor == null) {
            return "";
        }
        return "`" + name + "` is " + (ceiling == null ? "never below " + floor : "a part of one, " + floor + " to 1");
    }

    private String inside(BigDecimal bound) {
        return ceiling != null && bound.compareTo(BigDecimal.ONE) > 0 && bound.compareTo(BigDecimal.valueOf(100)) <= 0
                ? "write " + bound.toPlainString() + " % as `"
                        + bound.movePointLeft(2).toPlainString() + "`"
                : "compare with a value that can occur";
    }
}
