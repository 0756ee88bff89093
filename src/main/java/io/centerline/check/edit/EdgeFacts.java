package io.centerline.check.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.rulebook.language.Threshold;
import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Facts around a number that a rule compares with: rows in which one thing grows by one line or one cent from step to step, and
 * passes the number. Stateless.
 */
final class EdgeFacts {
    private static final int STEPS = 2;
    private static final int MOST_TYPES = 99;
    private static final long MOST_LINES = 100_000_000;
    private static final List<Center> SHOWN =
            List.of(Center.ELECTRONICS, Center.MACHINERY, Center.BASE_METALS, Center.AUTOMOTIVE_AEROSPACE);

    private final ObjectNode base;
    private final BigDecimal number;
    private final List<String> centers;
    private final List<List<ObjectNode>> rows = new ArrayList<>();

    private EdgeFacts(ObjectNode base, BigDecimal number) {
        this.base = base;
        this.number = number;
        Set<String> codes = new LinkedHashSet<>();
        counts().fieldNames().forEachRemaining(codes::add);
        SHOWN.forEach(center -> codes.add(center.code()));
        Arrays.stream(Center.values()).forEach(center -> codes.add(center.code()));
        this.centers = List.copyOf(codes);
    }

    /**
     * Rows of facts, those an analyst would choose first.
     *
     * @param base facts with which the rule fires at another number
     */
    static List<List<ObjectNode>> rows(ObjectNode base, Threshold threshold) {
        EdgeFacts facts = new EdgeFacts(base, threshold.number());
        switch (threshold.field()) {
            case "entryType" -> facts.types();
            case "share" -> facts.shares();
            case "margin" -> facts.margins();
            case "valueShare" -> facts.valueShares();
            case "value" -> facts.values();
            case "unclearGoods", "notCounted" -> facts.setAside("SEVERAL_GOODS");
            case "versions" -> facts.setAside("LINE_VERSIONS");
            case "" -> facts.centers();
            default -> facts.counts(threshold.field());
        }
        return facts.rows;
    }

    private ObjectNode counts() {
        return base.get("counts") instanceof ObjectNode counts ? counts : base.objectNode();
    }

    private void row(long edge, LongFunction<@Nullable ObjectNode> facts) {
        List<ObjectNode> row = new ArrayList<>();
        LongStream.rangeClosed(edge - STEPS, edge + STEPS).forEach(at -> {
            ObjectNode step = facts.apply(at);
            if (step != null) {
                row.add(step);
            }
        });
        rows.add(row);
    }

    private void types() {
        row(number.longValue(), type -> {
            ObjectNode facts = base.deepCopy();
            if (type < 1 || type > MOST_TYPES || !(facts.get("line") instanceof ObjectNode line)) {
                return null;
            }
            line.put("entryType", "%02d".formatted(type));
            return facts;
        });
    }

    private void counts(String field) {
        long others = 0;
        for (int i = 1; field.equals("counted") && i < counts().size(); i++) {
            others += counts().get(centers.get(i)).asLong();
        }
        long beside = others;
        row(number.longValue(), at -> lines(at - beside, counts()));
        row(number.longValue(), at -> lines(at, base.objectNode()));
    }

    /** The first Center with so many lines, the others as they are. */
    private @Nullable ObjectNode lines(long first, ObjectNode others) {
        if (first < 1 || first > MOST_LINES) {
            return null;
        }
        ObjectNode counts = base.objectNode().put(centers.get(0), first);
        others.properties().forEach(entry -> {
            if (!entry.getKey().equals(centers.get(0))) {
                counts.set(entry.getKey(), entry.getValue());
            }
        });
        return counted(counts);
    }

    private ObjectNode counted(ObjectNode counts) {
        ObjectNode facts = base.deepCopy();
        facts.set("counts", counts);
        return facts;
    }

    /** The first Center with so many lines of a hundred or more, the others with as equal parts of the rest as can be. */
    private void shares() {
        long whole = whole(100);
        long edge = number.multiply(BigDecimal.valueOf(whole)).longValue();
        for (int all = 2; all <= centers.size(); all++) {
            int others = all - 1;
            row(edge, at -> split(at, whole - at, others));
        }
    }

    private @Nullable ObjectNode split(long first, long rest, int others) {
        if (first < 1 || rest < others) {
            return null;
        }
        ObjectNode counts = base.objectNode().put(centers.get(0), first);
        for (int i = 0; i < others; i++) {
            counts.put(centers.get(i + 1), rest / others + (i < rest % others ? 1 : 0));
        }
        return counted(counts);
    }

    private void margins() {
        long whole = whole(200);
        long ahead = number.multiply(BigDecimal.valueOf(whole / 2)).longValue();
        row(whole / 2 + ahead, at -> split(at, whole - at, 1));
    }

    /** The second Center with so much of the value; one cent more for the first from step to step. */
    private void valueShares() {
        long whole = whole(100_000);
        long second = number.multiply(BigDecimal.valueOf(whole))
                .setScale(0, RoundingMode.DOWN)
                .longValue();
        row(whole - second, at -> valued(at, second));
        row(second, at -> valued(at, whole - second));
    }

    private void values() {
        long cents = number.movePointRight(2).longValue();
        row(cents, at -> valued(at, 0));
        row(cents, at -> valued(0, at));
    }

    private @Nullable ObjectNode valued(long first, long second) {
        if (first < 0 || second < 0) {
            return null;
        }
        ObjectNode counts = counts().size() >= 2
                ? counts().deepCopy()
                : base.objectNode().put(centers.get(0), 2).put(centers.get(1), 1);
        ObjectNode facts = counted(counts);
        facts.set(
                "values",
                base.objectNode()
                        .put(centers.get(0), BigDecimal.valueOf(first, 2).toPlainString())
                        .put(centers.get(1), BigDecimal.valueOf(second, 2).toPlainString()));
        return facts;
    }

    private void setAside(String reason) {
        row(number.longValue(), at -> {
            ObjectNode facts = base.deepCopy();
            if (at < 1 || at > MOST_LINES) {
                facts.remove("setAside");
            } else {
                facts.set("setAside", base.objectNode().put(reason, at));
            }
            return at < 0 ? null : facts;
        });
    }

    private void centers() {
        row(
                number.longValue(),
                at -> at < 1 || at > centers.size() ? null : split(1, at - 1, (int) Math.max(0, at - 1)));
    }

    /** A number of lines or cents of which the share can be had. */
    private long whole(long least) {
        long whole = least;
        while (number.multiply(BigDecimal.valueOf(whole)).stripTrailingZeros().scale() > 0 && whole < MOST_LINES) {
            whole *= 10;
        }
        return whole;
    }
}
