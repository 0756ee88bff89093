package io.centerline.routing;

import io.centerline.facts.Activity;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.facts.ProtestFacts;
import io.centerline.facts.ProtestedEntry;
import io.centerline.facts.RoutingFacts;
import io.centerline.placement.Placement.Explain;
import io.centerline.routing.Consolidation.Apart;
import io.centerline.routing.Consolidation.Protest;
import io.centerline.routing.Consolidation.Why;
import io.centerline.tariff.Center;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts the protests of one importer together. Each entry is routed by itself as a protest is; what goes to one Center on the
 * same merchandise and decision is one protest, at however many ports it was entered. Stateless; safe for any number of threads.
 */
public final class Consolidator {
    private static final Comparator<ProtestedEntry> ORDER = Comparator.comparing(ProtestedEntry::bareNumber)
            .thenComparing(one -> one.entry().port())
            .thenComparing(ProtestedEntry::merchandiseKey)
            .thenComparing(one -> one.entry().number())
            .thenComparing(ProtestedEntry::toString);

    private final Router router;

    /** Routes by this router. */
    public Consolidator(Router router) {
        this.router = router;
    }

    /** What the entries of one protest have in common, in the order of protests. */
    private record Common(Center center, String merchandise, String decision) implements Comparable<Common> {
        private static final Comparator<Common> ORDER = Comparator.<Common, String>comparing(
                        common -> common.center().code())
                .thenComparing(Common::merchandise)
                .thenComparing(Common::decision);

        @Override
        public int compareTo(Common other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Puts protests together.
     *
     * @param asked the entries; their as-of date is not before the rulebook's first covered day
     * @param warnings what intake noted, carried into the answer
     * @param rulebook hash of the router's rulebook
     */
    public Consolidation consolidate(ProtestFacts asked, List<Issue> warnings, String rulebook) {
        SortedSet<ImporterKind> kinds = EntryConsistency.kinds(asked);
        ProtestFacts facts = asked.kindSaid() || kinds.size() != 1 ? asked : asked.of(kinds.first());
        Map<Common, GatheredProtest> gathered = new TreeMap<>();
        List<Apart> apart = new ArrayList<>();
        for (List<ProtestedEntry> mentions : grouped(facts.entries(), ProtestedEntry::bareNumber)) {
            String odds = EntryConsistency.odds(facts, mentions);
            if (odds != null) {
                mentions.forEach(one -> apart.add(apart(one, Why.CONTRADICTED, odds)));
                continue;
            }
            for (List<ProtestedEntry> ofCategory : grouped(mentions, ProtestedEntry::merchandiseKey)) {
                String differing = EntryConsistency.oddsOfCategory(ofCategory);
                if (differing != null) {
                    ofCategory.forEach(one -> apart.add(apart(one, Why.CONTRADICTED, differing)));
                    continue;
                }
                join(facts, EntryConsistency.together(mentions, ofCategory), gathered, apart);
                ofCategory.stream().skip(1).forEach(one -> apart.add(apart(one, Why.LISTED_TWICE, twice(one))));
            }
        }
        List<Protest> protests = gathered.entrySet().stream()
                .map(each -> each.getValue().protest(each.getKey().center()))
                .toList();
        return new Consolidation(facts, protests, apart, warnings, summary(facts, protests, apart), rulebook);
    }

    /** The entries that agree in something, group by group in its order; within a group they are in order too. */
    private static Collection<List<ProtestedEntry>> grouped(
            List<ProtestedEntry> entries, Function<ProtestedEntry, String> by) {
        return entries.stream()
                .sorted(ORDER)
                .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()))
                .values();
    }

    private static String twice(ProtestedEntry one) {
        return "the entry is named before" + (one.merchandise().isBlank() ? "" : " on the same category of merchandise")
                + "; one protest covers it once (19 U.S.C. 1514(c)(1))";
    }

    private void join(
            ProtestFacts facts, ProtestedEntry one, Map<Common, GatheredProtest> gathered, List<Apart> apart) {
        ImporterNumber own = one.importer();
        if (own != null && !own.equals(facts.importer().number())) {
            apart.add(ofAnother(one, own.masked()));
            return;
        }
        RoutingAnswer answer = router.route(
                new RoutingFacts(facts.importer(), facts.asOf(), Activity.PROTEST, one.entry(), facts.account()),
                List.of(),
                Explain.SUMMARY);
        if (answer instanceof RoutingAnswer.Refused refused) {
            Issue issue = refused.issues().get(0);
            boolean lines = issue.code() == IssueCode.NO_CLASSIFIABLE_LINE;
            apart.add(apart(one, lines ? Why.NO_CLASSIFIABLE_LINE : Why.NO_CENTER, issue.message()));
            return;
        }
        Routing routing = ((RoutingAnswer.Routed) answer).routing();
        Center center = routing.center();
        if (center == null) {
            Why why = routing.destination() == null ? Why.NO_CENTER : Why.PENDING;
            apart.add(apart(one, why, routing.explanation().summary()));
            return;
        }
        gathered.computeIfAbsent(
                        new Common(center, one.merchandiseKey(), one.decisionKey()),
                        common -> new GatheredProtest(Objects.requireNonNull(routing.basis())))
                .add(one, routing.explanation().summary());
    }

    private static Apart ofAnother(ProtestedEntry one, String who) {
        if (one.kind() == null || one.kind() == ImporterKind.IMPORTER) {
            return apart(
                    one,
                    Why.OTHER_IMPORTER,
                    "importer " + who + " is its importer of record; a protest covers entries of one protesting party"
                            + " (19 CFR 174.13(b))");
        }
        return apart(
                one,
                Why.BROKERS_ENTRY,
                (one.kind() == ImporterKind.BROKER ? "a customs broker, " : "an express courier, ") + who
                        + ", is its importer of record; such an entry goes by its own goods, and a protest covers entries of"
                        + " one protesting party (19 CFR 174.13(b))");
    }

    private static Apart apart(ProtestedEntry one, Why why, String reason) {
        return new Apart(one.entry().number(), one.entry().port(), why, reason);
    }

    private static String summary(ProtestFacts facts, List<Protest> protests, List<Apart> apart) {
        int covered = facts.entries().size() - apart.size();
        Set<String> ports = new TreeSet<>();
        protests.forEach(protest -> ports.addAll(protest.ports()));
        String rest = apart.isEmpty() ? "" : "; " + count(apart.size(), "entry", "entries") + " could not join";
        return protests.isEmpty()
                ? "No entry can join a protest" + rest
                : count(protests.size(), "protest covers", "protests cover") + " " + count(covered, "entry", "entries")
                        + " at " + count(ports.size(), "port", "ports") + rest;
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
