package io.centerline.oracle;

import io.centerline.oracle.Matching.Conclusion;
import io.centerline.oracle.Matching.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What proposals come to: the strongest basis decides, and different answers on it are a conflict.
 *
 * @param center a code, {@code NOTELG}, or {@code PNDING}
 * @param basis {@code none} when nothing was proposed
 * @param indicated the one Center proposed on predominance, else {@code none}
 */
record Verdict(String center, String basis, String indicated, SortedSet<String> reviews, SortedSet<String> rules) {
    private static final List<String> BASES =
            List.of("ELIGIBILITY", "DIRECTED", "APPEAL", "ACCOUNT", "EVIDENCE", "PREDOMINANCE");

    /** Asks the placement rules about an importer. */
    static Verdict ofImporter(Law law, List<Fact> facts) {
        return of(law.conclude("placement", facts));
    }

    /** Asks the placement rules about an account for a routing, which shows few of the reviews. */
    static Verdict ofAccount(Law law, List<Fact> facts) {
        return of(law, facts, Set.of("ReviewCode.APPEAL_OPEN"));
    }

    /** Asks the placement rules about an account and shows no review. */
    static Verdict withoutReviews(Law law, List<Fact> facts) {
        return of(law, facts, Set.of());
    }

    /** Asks the placement rules about the goods of an entry for a routing, which shows few of the reviews. */
    static Verdict ofEntry(Law law, List<Fact> facts) {
        return of(law, facts, Set.of("ReviewCode.TIE", "ReviewCode.GOODS_UNCLEAR", "ReviewCode.LINE_VERSIONS"));
    }

    private static Verdict of(Law law, List<Fact> facts, Set<String> shown) {
        Set<Conclusion> conclusions = new HashSet<>(law.conclude("placement", facts));
        conclusions.removeIf(conclusion -> conclusion.type().equals("Review") && !shown.contains(conclusion.text(0)));
        return of(conclusions);
    }

    static Verdict of(Set<Conclusion> conclusions) {
        List<Conclusion> proposals = conclusions.stream()
                .filter(conclusion -> !conclusion.type().equals("Review"))
                .toList();
        String basis = BASES.stream()
                .filter(each -> !answers(proposals, each).isEmpty())
                .findFirst()
                .orElse("none");
        SortedSet<String> answers = answers(proposals, basis);
        SortedSet<String> indicated = answers(proposals, "PREDOMINANCE");
        indicated.remove("NOTELG");
        SortedSet<String> reviews = new TreeSet<>();
        SortedSet<String> rules = new TreeSet<>();
        proposals.forEach(proposal -> rules.add(proposal.rule()));
        String concerned = basis.equals("none") ? "PREDOMINANCE" : basis;
        for (Conclusion conclusion : conclusions) {
            boolean ofEvery = conclusion.arguments().size() == 1;
            if (conclusion.type().equals("Review")
                    && (ofEvery || basis(conclusion).equals(concerned))) {
                reviews.add(conclusion.text(0).substring("ReviewCode.".length()));
                rules.add(conclusion.rule());
            }
        }
        if (answers.size() > 1) {
            reviews.add("CONFLICT");
        }
        return new Verdict(
                answers.size() == 1 ? answers.first() : "PNDING",
                basis,
                indicated.size() == 1 ? indicated.first() : "none",
                reviews,
                rules);
    }

    private static SortedSet<String> answers(List<Conclusion> proposals, String basis) {
        SortedSet<String> answers = new TreeSet<>();
        for (Conclusion proposal : proposals) {
            if (basis(proposal).equals(basis)) {
                answers.add(proposal.type().equals("Proposal") ? Centers.code(proposal.text(0)) : "NOTELG");
            }
        }
        return answers;
    }

    private static String basis(Conclusion conclusion) {
        return conclusion.text(conclusion.arguments().size() - 1).substring("Basis.".length());
    }

    boolean conflicting() {
        return reviews.contains("CONFLICT");
    }

    boolean placed() {
        return center.startsWith("CEE");
    }

    String status() {
        return placed() ? "PLACED" : center.equals("NOTELG") ? "NOT_ELIGIBLE" : "PENDING";
    }
}
