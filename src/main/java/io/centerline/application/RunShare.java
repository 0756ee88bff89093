package io.centerline.application;

import io.centerline.batch.run.RunSummary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The importers of one Center among those of a run.
 *
 * @param center its code, or what decisions say where there is none
 * @param share of all importers, 0 to 1
 * @param importers how many
 * @param lines how many of their entry lines vote
 * @param value of those lines in US dollars
 */
public record RunShare(String center, BigDecimal share, long importers, long lines, BigDecimal value) {
    private static final int DECIMALS = 6;

    static List<RunShare> all(RunSummary summary) {
        BigDecimal importers = BigDecimal.valueOf(Math.max(1, summary.importers()));
        return summary.centers().stream()
                .map(each -> new RunShare(
                        each.code(),
                        BigDecimal.valueOf(each.importers()).divide(importers, DECIMALS, RoundingMode.HALF_EVEN),
                        each.importers(),
                        each.lines(),
                        new BigDecimal(each.value())))
                .toList();
    }
}
