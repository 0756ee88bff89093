package io.centerline.editor;

import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.language.Rule;
import io.centerline.tariff.HtsNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Writes the case of a membership rule: the first number that it decides fires, the next one above its range misses. What
 * rules of other stages need is a story that no program knows.
 */
final class NewCase {
    private NewCase() {}

    static Optional<QuickFix> of(Workspace workspace, SourceFile rules, Rule rule) {
        if (rule.range().isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = RangeFacts.lastTold(workspace.rules(), rule.inForce());
        ClaimMap map = workspace.claims(day);
        HtsInterval range = HtsInterval.of(rule.range().orElseThrow());
        HtsNumber fires = null;
        HtsNumber nearly = null;
        for (HtsNumber number : workspace.reportable()) {
            long filled = RangeFacts.filled(number);
            boolean own = decider(map, filled).equals(rule.id().text());
            if (fires == null && own && range.from() <= filled && filled <= range.to()) {
                fires = number;
            } else if (!own
                    && !number.isSpecialProvision()
                    && (nearly == null || (filled > range.to() && isBelow(nearly, range)))) {
                nearly = number;
            }
        }
        if (fires == null || nearly == null) {
            return Optional.empty();
        }
        String near = decider(map, RangeFacts.filled(nearly));
        String sentence = "`" + fires.text() + "` belongs to "
                + rule.range().orElseThrow().center().title() + " under " + rule.id() + " (" + rule.citation() + ")";
        String added = "- rule: " + rule.id() + "\n"
                + "  fires:  { hts: \"" + fires.text() + "\", asOf: " + day + ", center: "
                + rule.range().orElseThrow().center().code() + ", sentence: \""
                + sentence.replace("\\", "\\\\").replace("\"", "\\\"") + "\" }\n"
                + "  nearly: { hts: \"" + nearly.text() + "\", asOf: " + day
                + (near.isEmpty() ? "" : ", rule: " + near) + " }\n";
        String text = workspace.text(rules.beside());
        int at = behind(text, rule.id().text());
        String before = text.substring(0, at);
        String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        return Optional.of(
                QuickFix.of("Add a case for " + rule.id(), rules.beside(), before + gap + added + text.substring(at)));
    }

    private static boolean isBelow(HtsNumber number, HtsInterval range) {
        return RangeFacts.filled(number) < range.from();
    }

    private static String decider(ClaimMap map, long number) {
        List<Rule> claims = map.at(number).claims();
        return claims.isEmpty() ? "" : claims.get(0).id().text();
    }

    /** Behind the last case of a rule with the same id or an id before it; the end without one. */
    private static int behind(String text, String id) {
        int at = -1;
        for (ListItem item : ListItem.list(text)) {
            if (item.key().equals("rule") && item.value().compareTo(id) <= 0) {
                at = item.to();
            }
        }
        return at < 0 ? text.length() : Math.min(text.length(), at);
    }
}
