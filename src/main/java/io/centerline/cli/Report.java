package io.centerline.cli;

import io.centerline.application.FileWords;
import io.centerline.cli.Page.Column;
import io.centerline.decision.Receipt;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.placement.Decision;
import io.centerline.placement.Explanation;
import io.centerline.placement.Outcome;
import io.centerline.placement.ReviewNote;
import io.centerline.rulebook.evidence.Piece;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Sentence;
import io.centerline.rulebook.vocabulary.Measure;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.tariff.Center;
import io.centerline.text.Echo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One decision as a person reads it aloud at a desk. */
final class Report {
    private static final String INDENT = "  ";
    private static final String NOT_SAID = "-";

    private final Page page = new Page();
    private final Decision decision;
    private final Receipt receipt;

    private Report(Decision decision, Receipt receipt) {
        this.decision = decision;
        this.receipt = receipt;
    }

    /** The report; steps and flips are in it when the decision has them. */
    static String of(Decision decision, Receipt receipt) {
        return new Report(decision, receipt).write();
    }

    private String write() {
        Explanation explanation = decision.explanation();
        head();
        counted(explanation);
        notCounted(explanation.notCounted());
        if (explanation.detail() != null) {
            steps(explanation.detail().steps());
            flips(explanation.detail().flips());
        }
        receipt();
        return page.toString();
    }

    private void head() {
        page.field("Importer", importer(decision.facts().importer()));
        page.field("As of", decision.facts().asOf().toString());
        page.field("Decision", decision.explanation().summary());
        page.field("Center", center(decision.outcome()));
        page.field("Basis", basis(decision.outcome()));
        String label = "Reviews";
        for (ReviewNote review : decision.reviews()) {
            page.field(label, review.code() + ": " + review.message());
            label = "";
        }
        if (decision.reviews().isEmpty()) {
            page.field(label, "none");
        }
        label = "Warnings";
        for (Issue warning : decision.warnings()) {
            page.field(label, warning.code() + ": " + warning.message());
            label = "";
        }
    }

    private void counted(Explanation explanation) {
        page.heading("Counted: " + unit(explanation.counting().measure()) + " from "
                + explanation.counting().from() + " to "
                + explanation.counting().to());
        if (explanation.tallies().isEmpty()) {
            page.paragraph(INDENT, INDENT, "nothing");
            return;
        }
        page.table(
                List.of(
                        Column.words("Center", Page.WIDTH),
                        Column.figures("Count"),
                        Column.figures("Share"),
                        Column.figures("Value in USD"),
                        Column.figures("Value share")),
                explanation.tallies().stream().map(Report::row).toList());
    }

    private static List<String> row(Explanation.CenterTally line) {
        Tally tally = line.tally();
        // Lines that say no value add up to nothing, which is no value of the goods.
        boolean valued = tally.value().signum() > 0;
        return List.of(
                tally.center().code() + " " + tally.center().title(),
                String.format(Locale.ROOT, "%,d", tally.count()),
                Sentence.percent(tally.share()),
                valued ? money(tally.value()) : NOT_SAID,
                valued ? Sentence.percent(tally.valueShare()) : NOT_SAID);
    }

    private void notCounted(List<Explanation.Missed> missed) {
        List<Explanation.Missed> some =
                missed.stream().filter(entry -> entry.count() > 0).toList();
        if (some.isEmpty()) {
            return;
        }
        page.heading("Not counted");
        for (Explanation.Missed entry : some) {
            String rules = entry.rules().stream()
                    .map(rule -> rule.id() + " " + rule.title())
                    .collect(Collectors.joining("; "));
            String examples = String.join(", ", entry.examples());
            page.paragraph(
                    INDENT,
                    INDENT + INDENT,
                    lines(entry.count()) + ", " + words(entry.reason())
                            + (rules.isEmpty() ? "" : ": " + rules)
                            + (examples.isEmpty()
                                    ? ""
                                    : " (" + (entry.count() > entry.examples().size() ? "first " : "") + examples
                                            + ")"));
        }
    }

    private void steps(List<Explanation.Step> steps) {
        page.heading("Steps");
        int number = 0;
        String indent =
                " ".repeat(INDENT.length() + String.valueOf(steps.size()).length() + 2);
        for (Explanation.Step step : steps) {
            number++;
            String mark = number + ". ";
            Rule rule = step.rule();
            page.paragraph(
                    " ".repeat(indent.length() - mark.length()) + mark,
                    indent,
                    rule.id() + ", " + words(step.outcome()) + ": " + step.sentence());
            page.paragraph(
                    indent,
                    indent,
                    rule.citation() + "; " + rule.standing().text() + "; "
                            + rule.place().file() + ":" + rule.place().line());
            if (step.evidence() != null) {
                Center center = rule.range().orElseThrow().center();
                sources(indent, "for it: ", step.evidence(), piece -> piece.center() == center, piece -> "");
                sources(
                        indent,
                        "against it: ",
                        step.evidence(),
                        piece -> piece.center() != center,
                        piece -> " for " + piece.center().title());
            }
        }
    }

    /** Sources on one side, with kind and citation, and the Center of one that speaks against; nothing where there is none. */
    private void sources(
            String indent, String side, List<Piece> pieces, Predicate<Piece> wanted, Function<Piece, String> whom) {
        String sources = pieces.stream()
                .filter(wanted)
                .map(piece ->
                        piece.id() + whom.apply(piece) + " (" + piece.kind().words() + ": " + piece.citation() + ")")
                .collect(Collectors.joining("; "));
        if (!sources.isEmpty()) {
            page.paragraph(indent, indent, side + sources);
        }
    }

    private void flips(List<Explanation.Flip> flips) {
        if (flips.isEmpty()) {
            return;
        }
        page.heading("What would change it");
        flips.forEach(flip -> page.paragraph(INDENT, INDENT + INDENT, flip.sentence()));
    }

    private void receipt() {
        page.heading("Receipt");
        page.field("  facts", receipt.facts());
        receipt(page, receipt);
    }

    /** What receipts of one run share. */
    static void receipt(Page page, Receipt receipt) {
        page.field("  rulebook", receipt.rulebook());
        page.field("  schedule", receipt.schedule());
        page.field("  program", receipt.program());
        page.field("  decided", Objects.requireNonNull(receipt.decidedAtText()));
    }

    /** The number masked; the name only where the number is no person's. */
    private static String importer(Importer importer) {
        boolean person = importer.number().format() == ImporterNumber.Format.SOCIAL_SECURITY;
        String name = person || importer.name().isEmpty() ? "" : " " + Echo.shown(importer.name());
        return importer.number().masked() + name + " (" + words(importer.kind()) + ")";
    }

    static String center(Outcome outcome) {
        if (outcome instanceof Outcome.Placed placed) {
            return placed.center().code() + " " + placed.center().title() + ", office "
                    + placed.center().office();
        }
        return outcome.code()
                + (outcome instanceof Outcome.Pending ? " Pending Center Assignment" : " Not Center Eligible");
    }

    static String basis(Outcome outcome) {
        return FileWords.basis(outcome);
    }

    /** A constant in lower case words. */
    static String words(Enum<?> constant) {
        return FileWords.words(constant);
    }

    private static String unit(Measure measure) {
        return switch (measure) {
            case LINES -> "entry lines";
        };
    }

    private static String lines(long count) {
        return count == 1 ? "1 entry line" : String.format(Locale.ROOT, "%,d entry lines", count);
    }

    private static String money(BigDecimal value) {
        return String.format(Locale.ROOT, "%,.2f", value);
    }
}
