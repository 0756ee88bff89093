package io.centerline.editor;

import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import io.centerline.tariff.HtsNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells above each rule where it is used and what it changes. Stateless. */
public final class Lenses {
    private static final Pattern TOLD = Pattern.compile("\\brules:[ \\t]*\\[([^\\]]*)\\]");

    private Lenses() {}

    /**
     * The lines above the rules of a file.
     *
     * @param active the rulebook that serves, to count the numbers that a rule moves; null when none is known
     */
    public static List<Lens> of(Workspace workspace, String path, @Nullable Rulebook active) {
        SourceFile source = workspace.find(path).orElse(null);
        if (source == null || !source.isRules()) {
            return List.of();
        }
        List<Lens> lenses = new ArrayList<>();
        Map<String, Integer> stories = stories(workspace);
        for (RuleBlock block : source.blocks()) {
            if (!block.id().isEmpty()) {
                int cases = Places.cases(workspace, source, block.id()).size();
                int told = stories.getOrDefault(block.id(), 0);
                lenses.add(new Lens(
                        block.from(),
                        "fires in " + counted(cases, "case")
                                + (told == 0 ? "" : " and " + counted(told, "case") + " of scenarios")));
            }
        }
        if (active != null) {
            moves(workspace, source, active, lenses);
        }
        return lenses;
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** In how many cases of scenarios the rules of each id are told to fire. */
    private static Map<String, Integer> stories(Workspace workspace) {
        Map<String, Integer> counts = new HashMap<>();
        for (SourceFile source : workspace.sources()) {
            if (source.isScenario()) {
                Matcher told = TOLD.matcher(source.text());
                while (told.find()) {
                    for (String id : told.group(1).split(",", -1)) {
                        counts.merge(id.strip(), 1, Integer::sum);
                    }
                }
            }
        }
        return counts;
    }

    private static void moves(Workspace workspace, SourceFile source, Rulebook active, List<Lens> lenses) {
        Map<LocalDate, ClaimMap> served = new HashMap<>();
        List<HtsNumber> numbers = workspace.reportable();
        for (Rule rule : source.reading().rules()) {
            if (rule.range().isEmpty()) {
                continue;
            }
            LocalDate day = RangeFacts.lastTold(workspace.rules(), rule.inForce());
            ClaimMap before = served.computeIfAbsent(day, on -> ClaimMap.of(new InForce(on, on), active.rules()));
            ClaimMap after = workspace.claims(day);
            HtsInterval range = HtsInterval.of(rule.range().orElseThrow());
            long moved = numbers.stream()
                    .mapToLong(RangeFacts::filled)
                    .filter(number -> range.from() <= number && number <= range.to())
                    .filter(number -> moves(rule, before.at(number), after.at(number)))
                    .count();
            if (moved > 0) {
                lenses.add(new Lens(
                        workspace.offset(rule.place()), "moves " + counted(moved, "number") + " against active"));
            }
        }
    }

    private static boolean moves(Rule rule, ClaimMap.Piece before, ClaimMap.Piece after) {
        return !after.claims().isEmpty()
                && after.claims().get(0) == rule
                && (before.claims().isEmpty()
                        || before.claims().get(0).range().orElseThrow().center()
                                != rule.range().orElseThrow().center());
    }
}
