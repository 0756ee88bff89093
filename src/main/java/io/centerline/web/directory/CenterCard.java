package io.centerline.web.directory;

import io.centerline.application.CenterDirectory;
import io.centerline.rulebook.evidence.Strength;
import io.centerline.rulebook.evidence.Support;
import io.centerline.rulebook.language.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Center as the directory draws it.
 *
 * @param entry what is known of it
 * @param share its part of all ten-digit numbers in force
 * @param parts its bar, the strongest evidence first
 */
record CenterCard(CenterDirectory.Entry entry, BigDecimal share, List<Part> parts) {
    private static final int SHARE_DECIMALS = 6;
    private static final int WIDTH = 1_000;

    /**
     * A part of a bar that is 1,000 units wide.
     *
     * @param strength what the numbers rest on
     * @param numbers how many
     * @param share of the Center's numbers
     * @param x where it begins
     * @param width how wide it is
     */
    record Part(Strength strength, long numbers, BigDecimal share, long x, long width) {}

    /** The cards of a day; the longest bar is that of the Center with the most numbers. */
    static List<CenterCard> all(CenterDirectory.Listing listing) {
        long most = Math.max(
                1,
                listing.centers().stream()
                        .mapToLong(CenterDirectory.Entry::numbers)
                        .max()
                        .orElse(1));
        return listing.centers().stream()
                .map(entry -> new CenterCard(entry, part(entry.numbers(), listing.reportable()), parts(entry, most)))
                .toList();
    }

    private static List<Part> parts(CenterDirectory.Entry entry, long most) {
        List<Part> parts = new ArrayList<>();
        List<Support.Row> evidence = entry.evidence();
        long before = 0;
        for (Support.Row row : evidence == null ? List.<Support.Row>of() : evidence) {
            if (row.numbers() > 0) {
                long x = before * WIDTH / most;
                before += row.numbers();
                parts.add(new Part(
                        row.strength(),
                        row.numbers(),
                        part(row.numbers(), entry.numbers()),
                        x,
                        Math.max(1, before * WIDTH / most - x)));
            }
        }
        if (evidence == null) {
            parts.add(new Part(
                    Strength.NOTHING, entry.numbers(), BigDecimal.ONE, 0, Math.max(1, entry.numbers() * WIDTH / most)));
        }
        return parts;
    }

    private static BigDecimal part(long numbers, long all) {
        return all == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(numbers).divide(BigDecimal.valueOf(all), SHARE_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** Its rules, with the numbers they give to it. */
    public List<Range> ranges() {
        return entry.rules().stream()
                .map(rule -> new Range(CenterDirectory.first(rule), CenterDirectory.last(rule), rule))
                .toList();
    }

    /** Its industries in one line. */
    public String industries() {
        return String.join(", ", entry.center().industries());
    }

    /** How many of its numbers rest on sources of one strength. */
    long numbers(Strength strength) {
        return parts.stream()
                .filter(part -> part.strength() == strength)
                .mapToLong(Part::numbers)
                .sum();
    }

    /** How many of its numbers rest on each strength, in the order of strengths. */
    public List<Long> byStrength() {
        return Arrays.stream(Strength.values()).map(this::numbers).toList();
    }

    /**
     * Contiguous numbers.
     *
     * @param from the first prefix
     * @param to the last prefix
     * @param rule that gives them to the Center
     */
    record Range(String from, String to, Rule rule) {
        /** Both prefixes, or the one where they are the same. */
        public String text() {
            return from.equals(to) ? from : from + "–" + to;
        }
    }
}
