package io.centerline.cli;

import io.centerline.cli.Page.Column;
import io.centerline.impact.Cause;
import io.centerline.impact.Example;
import io.centerline.impact.Impact;
import io.centerline.rulebook.change.RulebookDiff;
import io.centerline.rulebook.vocabulary.ReviewCode;
import io.centerline.tariff.Center;
import io.centerline.text.Series;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An impact as a person reads it: whom the candidate moves and why, then what it changes in the rules. */
final class ImpactText {
    private static final List<Column> PASSAGES =
            List.of(Column.words("From", 40), Column.words("To", 40), Column.figures("Cases"));

    private static final int MOST_SHOWN = 100;

    private ImpactText() {}

    /** The report; a diff has lines of its own and follows as it is. */
    static String of(Impact impact, RulebookDiff diff) {
        Page page = new Page();
        page.field("Decided", impact.cases() + (impact.cases() == 1 ? " case" : " cases") + " under both rulebooks");
        page.field("Moved", impact.moved() + " (" + percent(impact.moved(), impact.cases()) + ")");
        page.field("Reviews", reviews(impact));
        page.field("Present", impact.before());
        page.field("Candidate", impact.after());
        if (impact.moved() > 0) {
            page.heading("Moves");
            page.table(
                    PASSAGES,
                    impact.passages().entrySet().stream().map(ImpactText::row).toList());
        }
        if (impact.touched() > 0) {
            page.heading("By rule");
            impact.byRule().forEach((rules, cases) -> page.paragraph("  ", "    ", rules + ": " + counted(cases)));
            page.heading("Importers");
            impact.examples().stream()
                    .limit(MOST_SHOWN)
                    .forEach(example -> page.paragraph("  ", "    ", sentence(example)));
            long more = impact.touched() - MOST_SHOWN;
            if (more > 0) {
                page.paragraph("  ", "  ", "and " + more + " more, listed with --json");
            }
        }
        page.heading("Rules");
        diff.render().lines().forEach(line -> rule(page, line));
        return page.toString();
    }

    private static void rule(Page page, String line) {
        String indent = "  " + " ".repeat(line.length() - line.stripLeading().length());
        if (line.isBlank()) {
            page.blank();
        } else {
            page.paragraph(indent, indent + "  ", line.strip());
        }
    }

    /** A share of the cases, to two decimals. */
    static String percent(long part, long whole) {
        return whole == 0
                ? "0 %"
                : BigDecimal.valueOf(100 * part)
                                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_EVEN)
                                .stripTrailingZeros()
                                .toPlainString()
                        + " %";
    }

    private static String counted(long cases) {
        return cases + (cases == 1 ? " case" : " cases");
    }

    private static String reviews(Impact impact) {
        return counted(impact.gaining()) + " with new ones, " + counted(impact.losing()) + " without some they had";
    }

    private static List<String> row(Map.Entry<Impact.Passage, Long> passage) {
        return List.of(
                name(passage.getKey().from()),
                name(passage.getKey().to()),
                String.format(Locale.ROOT, "%d", passage.getValue()));
    }

    private static String sentence(Example example) {
        List<String> parts = new ArrayList<>();
        String to = name(example.to());
        parts.add(example.moved() ? "moves from " + name(example.from()) + " to " + to : "stays in " + to);
        if (!example.gained().isEmpty()) {
            parts.add("gains " + words(example.gained()));
        }
        if (!example.lost().isEmpty()) {
            parts.add("loses " + words(example.lost()));
        }
        String why = example.causes().stream().map(Cause::phrase).collect(Collectors.joining(", "));
        String more = example.moreCauses() == 0 ? "" : ", and " + example.moreCauses() + " more";
        return example.importer() + " " + String.join(", ", parts) + (why.isEmpty() ? "" : ": " + why + more);
    }

    private static String words(Set<ReviewCode> codes) {
        return Series.of(codes.stream().map(ReviewCode::name).toList());
    }

    private static String name(String code) {
        return Arrays.stream(Center.values())
                .filter(center -> center.code().equals(code))
                .map(Center::title)
                .findFirst()
                .orElse(code);
    }
}
