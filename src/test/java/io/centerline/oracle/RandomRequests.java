package io.centerline.oracle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.oracle.Rule.Constraint;
import io.centerline.tariff.HtsNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests at random, most of them near an edge: of a rule's days, of its range, of the window, of a tie. */
final class RandomRequests {
    private static final LocalDate FIRST_COVERED = LocalDate.of(2013, 4, 4);
    private static final LocalDate FIRST_ROUTED = LocalDate.of(2017, 1, 19);

    private final Random random;
    private final List<HtsNumber> schedule = Program.SCHEDULE.numbers();
    private final List<Constraint> edges;
    private final List<LocalDate> days = new ArrayList<>();
    private final List<Integer> months = new ArrayList<>();

    RandomRequests(Random random, List<Rule> rules) {
        this.random = random;
        edges = rules.stream()
                .filter(rule -> rule.stage().equals("membership"))
                .flatMap(rule -> Law.comparisons(rule).stream())
                .toList();
        for (String day : List.of(
                "2013-04-04",
                "2014-03-09",
                "2014-03-10",
                "2017-01-18",
                "2017-01-19",
                "2026-11-25",
                "2024-02-28",
                "2024-02-29",
                "2025-03-31")) {
            days.add(LocalDate.parse(day));
        }
        for (Rule rule : rules) {
            List.of(rule.from(), rule.to()).forEach(edge -> {
                if (!edge.equals(LocalDate.MAX)) {
                    days.addAll(List.of(edge.minusDays(1), edge, edge.plusDays(1)));
                }
            });
            if (rule.concludes().equals("Counting")) {
                months.add(((Ratio) rule.arguments().get(1)).over().intValueExact());
            }
        }
    }

    ObjectNode placement() {
        LocalDate asOf = asOf(FIRST_COVERED);
        ObjectNode request = importer(asOf);
        List<String> entries = List.of("ABC00000017", "ABC00000025", "abc-0000002-5", "");
        lines(request.putArray("lines"), asOf, random.nextInt(12) == 0 ? 25 : 7, entries);
        ArrayNode evidence = request.putArray("evidence");
        for (int i = random.nextInt(8) - 4; i > 0; i--) {
            evidence.addObject()
                    .put("factor", pick(List.of("BUSINESS_PRACTICE", "INTENDED_USE", "RELATIVE_VALUE")))
                    .put("center", center())
                    .put("reference", "memo " + i)
                    .put("recordedBy", "jd")
                    .put("recordedOn", near(asOf).toString());
        }
        return request;
    }

    ObjectNode routing() {
        LocalDate asOf = asOf(FIRST_ROUTED);
        ObjectNode request = importer(asOf);
        request.put("activity", pick(RandomLaw.ACTIVITIES));
        ObjectNode entry =
                request.putObject("entry").put("number", "ABC00000017").put("port", "2704");
        lines(entry.putArray("lines"), asOf, 4, List.of("", "abc-0000001-7"));
        return request;
    }

    private ObjectNode importer(LocalDate asOf) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ObjectNode importer = request.putObject("importer").put("number", "12-345678900");
        if (random.nextBoolean()) {
            importer.put("kind", pick(List.of("IMPORTER", "IMPORTER", "BROKER", "COURIER")));
        }
        request.put("asOf", asOf.toString());
        if (random.nextInt(5) < 2) {
            request.putNull("account");
            return request;
        }
        ObjectNode account = request.putObject("account");
        if (random.nextInt(4) < 2) {
            account.put("center", center()).put("since", near(asOf).toString());
        }
        ArrayNode directed = account.putArray("directed");
        for (int i = random.nextInt(6) - 3; i > 0; i--) {
            LocalDate from = near(asOf);
            LocalDate until = later(from, asOf);
            directed.addObject()
                    .put("center", center())
                    .put("from", from.toString())
                    .put("until", random.nextBoolean() ? null : until.toString())
                    .put("authority", "Center director")
                    .put("reference", "letter " + i);
        }
        ArrayNode appeals = account.putArray("appeals");
        for (int i = random.nextInt(7) - 3; i > 0; i--) {
            LocalDate filed = near(asOf);
            String status = pick(List.of("GRANTED", "GRANTED", "FILED", "DENIED"));
            boolean dated = status.equals("GRANTED") || random.nextBoolean();
            appeals.addObject()
                    .put("preferred", center())
                    .put("filed", filed.toString())
                    .put("status", status)
                    .put("effective", dated ? later(filed, asOf).toString() : null)
                    .put("reference", "appeal " + i);
        }
        return request;
    }

    /** Few numbers and small counts, so that Centers are often tied. */
    private void lines(ArrayNode lines, LocalDate asOf, int most, List<String> entries) {
        List<String> palette = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            palette.add(number());
        }
        boolean numbered = random.nextInt(3) == 0;
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            if (numbered && !lines.isEmpty() && random.nextInt(4) == 0) {
                lines.add(lines.get(random.nextInt(lines.size())).deepCopy());
                continue;
            }
            ObjectNode line = lines.addObject();
            if (numbered) {
                line.put("entry", pick(entries)).put("line", random.nextInt(5));
            }
            if (random.nextInt(5) == 0) {
                line.put("entryType", pick(List.of("01", "09", "21", "22", "31", "61")));
            }
            if (random.nextInt(6) > 0) {
                line.put("date", dateOfLine(asOf).toString());
            }
            if (random.nextInt(4) == 0) {
                ArrayNode several = line.putArray("hts");
                for (int n = random.nextInt(3); n >= 0; n--) {
                    several.add(random.nextBoolean() ? special() : dotted(pick(palette)));
                }
            } else {
                line.put("hts", random.nextInt(12) == 0 ? special() : dotted(pick(palette)));
            }
            if (random.nextInt(6) == 0) {
                line.put("set", pick(List.of("X", "V")));
            }
            if (random.nextInt(6) == 0) {
                line.put("role", pick(List.of("IMPORTER_OF_RECORD", "CONSIGNEE")));
            }
            if (random.nextInt(3) > 0) {
                line.put("count", random.nextInt(60) == 0 ? 2147483647 - random.nextInt(3) : 1 + random.nextInt(4));
            }
            if (line.path("hts").isArray() && random.nextInt(2) == 0) {
                ArrayNode values = line.putArray("values");
                line.path("hts").forEach(number -> values.add(pick(List.of("0", "0", "100.00", "33.33"))));
            } else if (random.nextInt(3) > 0) {
                line.put("value", pick(List.of("0", "100.00", "100.01", "33.33", "5000", "9999999999999.99", "0.5")));
            }
        }
    }

    private LocalDate dateOfLine(LocalDate asOf) {
        LocalDate beforeWindow = asOf.minusMonths(pick(months));
        return switch (random.nextInt(8)) {
            case 0 -> beforeWindow;
            case 1 -> beforeWindow.plusDays(1);
            case 2 -> beforeWindow.plusDays(random.nextInt(5) - 2);
            case 3 -> asOf.plusDays(1);
            case 4 -> asOf.plusDays(random.nextInt(400) - 200);
            default -> asOf.minusDays(random.nextInt(25));
        };
    }

    private String number() {
        if (random.nextBoolean()) {
            return pick(schedule).digits();
        }
        StringBuilder digits = new StringBuilder();
        while (digits.isEmpty()
                || digits.toString().startsWith("00")
                || digits.toString().compareTo("98") >= 0
                || digits.toString().startsWith("77")) {
            digits.setLength(0);
            if (random.nextInt(3) > 0) {
                digits.append(edge());
            }
            while (digits.length() < 10) {
                digits.append(random.nextInt(10));
            }
        }
        return digits.substring(0, random.nextInt(4) == 0 ? 8 : 10);
    }

    /** The digits at which a membership rule begins or ends, or the next ones. */
    private String edge() {
        Constraint edge = pick(edges);
        int width = 2 * Law.LEVELS.indexOf(edge.left()) + 2;
        long number = ((Ratio) edge.right()).over().longValueExact() + random.nextInt(3) - 1;
        String digits = ("0000000" + Math.max(0, number));
        return digits.substring(digits.length() - width);
    }

    private String special() {
        return random.nextBoolean()
                ? pick(List.of("9903.88.15", "98020050", "9903.01.25"))
                : "%d%06d".formatted(98 + random.nextInt(2), random.nextInt(1_000_000));
    }

    private String dotted(String digits) {
        if (random.nextBoolean() || digits.startsWith("98") || digits.startsWith("99")) {
            return digits;
        }
        return digits.substring(0, 4) + "." + digits.substring(4, 6) + "." + digits.substring(6);
    }

    private LocalDate asOf(LocalDate first) {
        LocalDate day = random.nextInt(5) > 0 ? pick(days) : FIRST_COVERED.plusDays(random.nextInt(6000));
        return day.isBefore(first) ? pick(List.of(first, LocalDate.of(2026, 11, 25))) : day;
    }

    private LocalDate near(LocalDate asOf) {
        return asOf.plusDays(pick(List.of(-700, -30, -2, -1, -1, 0, 0, 1, 40)));
    }

    private LocalDate later(LocalDate day, LocalDate asOf) {
        LocalDate other = near(asOf);
        return other.isBefore(day) ? day : other;
    }

    private String center() {
        return pick(List.of("CEE001", "CEE003", "CEE005", "CEE005", "CEE007", "CEE010"));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
