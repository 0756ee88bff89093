package io.centerline.check;

import io.centerline.check.Diagnostic.Severity;
import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.evidence.Piece;
import io.centerline.rulebook.evidence.RangeEvidence;
import io.centerline.rulebook.evidence.Strength;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import io.centerline.rulebook.language.Standing;
import io.centerline.tariff.HtsNumber;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds membership rules to the evidence of their rulebook: a rule that says it was found has a list or notice for all its
 * numbers and days. What speaks against the rule in force is told: a list or notice as a warning, since a published list decides,
 * anything else as a note. A rulebook without evidence is held to nothing.
 */
final class EvidenceProof {
    private final RangeEvidence evidence;
    private final String text;
    private final RuleTexts texts;
    private final KnownNumbers known;
    private final Diagnostics diagnostics;

    /**
     * A proof.
     *
     * @param text the text of the evidence file
     */
    EvidenceProof(RangeEvidence evidence, String text, RuleTexts texts, KnownNumbers known, Diagnostics diagnostics) {
        this.evidence = evidence;
        this.text = text;
        this.texts = texts;
        this.known = known;
        this.diagnostics = diagnostics;
    }

    void check(List<Rule> rules, List<ClaimMap> maps) {
        if (evidence.isEmpty()) {
            return;
        }
        rules.stream()
                .filter(rule -> rule.stage() == Stage.MEMBERSHIP && rule.standing() == Standing.FOUND)
                .forEach(this::supported);
        evidence.pieces().stream()
                .filter(piece -> piece.strength().isAbove(Strength.OVERVIEW))
                .forEach(piece -> against(piece, maps));
    }

    /** What no list or notice covers of a rule, on the first day on which some of it is not covered. */
    private record Uncovered(HtsInterval numbers, LocalDate day) {}

    private void supported(Rule rule) {
        HtsInterval claimed = HtsInterval.of(rule.range().orElseThrow());
        List<Piece> published = evidence.pieces().stream()
                .filter(piece -> piece.kind().isPublished()
                        && piece.center() == rule.range().orElseThrow().center()
                        && piece.days().overlaps(rule.inForce())
                        && piece.ranges().stream().anyMatch(claimed::overlaps))
                .toList();
        uncovered(claimed, rule.inForce(), published).ifPresent(part -> {
            Finding finding = texts.atName(
                    rule,
                    rule.id() + " says `found`, but no list or notice gives "
                            + part.numbers().prefixes() + " to "
                            + rule.range().orElseThrow().center().title() + " on " + part.day(),
                    "write what the source says into `" + RangeEvidence.FILE
                            + "`, or let the rule say `inferred:high`, `inferred:medium` or `inferred:low`");
            diagnostics.add(
                    DiagnosticCode.STANDING_UNSUPPORTED,
                    finding,
                    published.stream().map(Piece::place).toList(),
                    part.day().toString());
        });
    }

    private Optional<Uncovered> uncovered(HtsInterval claimed, InForce days, List<Piece> published) {
        NavigableSet<LocalDate> starts = new TreeSet<>(Set.of(days.from()));
        for (Piece piece : published) {
            starts.add(piece.days().from());
            if (piece.days().until().isBefore(InForce.OPEN)) {
                starts.add(piece.days().until().plusDays(1));
            }
        }
        for (LocalDate day : starts) {
            if (days.contains(day)) {
                List<HtsInterval> covered = published.stream()
                        .filter(piece -> piece.days().contains(day))
                        .flatMap(piece -> piece.ranges().stream())
                        .sorted(Comparator.comparingLong(HtsInterval::from))
                        .toList();
                Optional<HtsInterval> hole = hole(claimed, covered);
                if (hole.isPresent()) {
                    return hole.map(numbers -> new Uncovered(numbers, day));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The first numbers that none of the intervals holds, which are sorted by their first number. Numbers that no tariff has
     * are no hole: a list may name subheadings where the rule names their heading.
     */
    private Optional<HtsInterval> hole(HtsInterval claimed, List<HtsInterval> sorted) {
        long next = claimed.from();
        for (HtsInterval interval : sorted) {
            if (interval.from() > next) {
                HtsInterval hole = new HtsInterval(next, Math.min(interval.from() - 1, claimed.to()));
                if (known.any(hole)) {
                    return Optional.of(hole);
                }
            }
            next = Math.max(next, interval.to() + 1);
            if (next > claimed.to()) {
                return Optional.empty();
            }
        }
        HtsInterval rest = new HtsInterval(next, claimed.to());
        return Optional.of(rest).filter(known::any);
    }

    /** Tells once of each rule that gives numbers of a piece to another Center on a day for which the piece speaks. */
    private void against(Piece piece, List<ClaimMap> maps) {
        Set<Rule> told = new HashSet<>();
        for (ClaimMap map : maps) {
            if (map.days().overlaps(piece.days())) {
                for (HtsInterval range : piece.ranges()) {
                    for (ClaimMap.Piece claim : map.pieces()) {
                        if (claim.stretch().overlaps(range) && !claim.claims().isEmpty()) {
                            against(
                                    piece,
                                    claim.claims().get(0),
                                    claim.stretch().within(range),
                                    told);
                        }
                    }
                }
            }
        }
    }

    private void against(Piece piece, Rule rule, HtsInterval numbers, Set<Rule> told) {
        if (rule.range().orElseThrow().center() == piece.center() || !known.any(numbers) || !told.add(rule)) {
            return;
        }
        String message = piece.id() + " (" + piece.citation() + ") speaks for "
                + piece.center().title() + ", but "
                + rule.id() + " (`" + rule.standing().text() + "`) gives "
                + numbers.prefixes() + " to "
                + rule.range().orElseThrow().center().title() + " "
                + rule.inForce().within(piece.days()).words();
        diagnostics.add(
                piece.kind().isPublished() ? Severity.WARNING : DiagnosticCode.EVIDENCE_AGAINST.severity(),
                DiagnosticCode.EVIDENCE_AGAINST,
                new Finding(piece.place(), piece.id().length(), message, "", "").withLineOf(text),
                List.of(rule.place()),
                known.example(numbers).map(HtsNumber::text).orElse(""));
    }
}
