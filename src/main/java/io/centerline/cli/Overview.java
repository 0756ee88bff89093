package io.centerline.cli;

import io.centerline.cli.Page.Column;
import io.centerline.decision.Receipt;
import io.centerline.placement.Decision;
import io.centerline.placement.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Many decisions as one table. */
final class Overview {
    private static final List<Column> COLUMNS = List.of(
            Column.words("Importer", 12),
            Column.words("Status", 12),
            Column.words("Center", 32),
            Column.words("Basis", 12),
            Column.words("Reviews", 22));

    private Overview() {}

    /** The table, what it adds up to, and what the receipts share. */
    static String of(List<Decision> decisions, Receipt receipt) {
        Page page = new Page();
        page.field("As of", receipt.asOf().toString());
        page.field("Decisions", sums(decisions));
        long warnings = decisions.stream()
                .mapToLong(decision -> decision.warnings().size())
                .sum();
        if (warnings > 0) {
            page.field("Warnings", warnings + ", listed with --explain full and with --json");
        }
        page.blank();
        page.table(COLUMNS, decisions.stream().map(Overview::row).toList());
        page.heading("Receipt");
        Report.receipt(page, receipt);
        return page.toString();
    }

    private static List<String> row(Decision decision) {
        Outcome outcome = decision.outcome();
        return List.of(
                decision.facts().importer().number().masked(),
                outcome.status(),
                outcome instanceof Outcome.Placed placed
                        ? placed.center().code() + " " + placed.center().title()
                        : outcome.code(),
                outcome.basis() == null ? "" : Report.basis(outcome),
                decision.reviews().stream().map(review -> review.code().name()).collect(Collectors.joining(" ")));
    }

    private static String sums(List<Decision> decisions) {
        Map<String, Integer> counts = new TreeMap<>();
        decisions.forEach(decision -> counts.merge(decision.outcome().status(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        for (String status : List.of("PLACED", "PENDING", "NOT_ELIGIBLE")) {
            parts.add(String.format(Locale.ROOT, "%,d ", counts.getOrDefault(status, 0))
                    + status.toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return String.format(Locale.ROOT, "%,d: ", decisions.size()) + String.join(", ", parts);
    }
}
