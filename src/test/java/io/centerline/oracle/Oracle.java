package io.centerline.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.centerline.oracle.Matching.Conclusion;
import io.centerline.oracle.Matching.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A second opinion on requests. It shares no code with the program: it was written from {@code rules/README.md} and
 * the HTTP contract, and where it differs from the program, one of the three is wrong.
 */
final class Oracle {
    private final List<Rule> rules;
    private final Map<LocalDate, Law> laws = new HashMap<>();
    private final Map<LocalDate, Law> lawsWithoutGuesses = new HashMap<>();

    Oracle(List<Rule> rules) {
        this.rules = rules;
    }

    /** Places an importer. */
    Answer place(JsonNode request) {
        Law law = law(request);
        Law unguessed = lawsWithoutGuesses.computeIfAbsent(law.asOf(), day -> law.withoutLowClaims());
        List<Fact> known = aboutImporter(request);
        Count count = Count.ofImporter(law, request.path("lines"));
        Verdict verdict = Verdict.ofImporter(law, joined(known, count.facts()));
        SortedSet<String> reviews = new TreeSet<>(verdict.reviews());
        if (count.claimedByGuess) {
            Count again = Count.ofImporter(unguessed, request.path("lines"));
            if (!Verdict.ofImporter(unguessed, joined(known, again.facts()))
                    .center()
                    .equals(verdict.center())) {
                reviews.add("INFERRED_RANGE");
            }
        }
        SortedSet<String> fired = new TreeSet<>(verdict.rules());
        fired.addAll(count.rules);
        return new Answer(
                verdict.status(),
                "",
                verdict.center(),
                verdict.basis(),
                verdict.indicated(),
                Answer.ordered(reviews),
                count.tallies(),
                texts(count.notCounted),
                fired);
    }

    /** Routes an activity; null when the entry's goods are asked for and none of its lines counts. */
    Answer route(JsonNode request) {
        Law law = law(request);
        List<Fact> known = aboutImporter(request);
        known.addAll(Count.ofEntry(law, List.of(), "").facts());
        Verdict account = Verdict.ofAccount(law, known);
        String accountStatus = account.conflicting() ? "CONFLICT" : account.status();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Matter",
                Map.of(
                        "activity", "Activity." + request.get("activity").asText(),
                        "kind", kind(request),
                        "account", "AccountStatus." + accountStatus)));
        String office = office(law.conclude("routing", facts));
        if (account.placed()) {
            facts.add(new Fact(
                    "OnFile",
                    Map.of("center", Centers.constant(account.center()), "basis", "Basis." + account.basis())));
        }
        String entry = request.path("entry").path("number").asText("");
        // What no Center does hangs on none, so no doubt about one is shown.
        SortedSet<String> fired =
                new TreeSet<>((hasCenter(office) ? account : Verdict.withoutReviews(law, known)).rules());
        SortedSet<String> reviews = new TreeSet<>(account.reviews());
        SortedMap<String, String> tallies = new TreeMap<>();
        SortedMap<String, String> notCounted = new TreeMap<>();
        String basisWhilePending = account.conflicting() ? account.basis() : "none";
        if (!account.placed() && !account.conflicting() && hasCenter(office)) {
            Count count = Count.ofEntry(law, request.path("entry").path("lines"), entry);
            if (count.lines.isEmpty()) {
                return null;
            }
            Verdict goods = ofGoods(law, count);
            if (!goods.indicated().equals("none")) {
                facts.add(new Fact("Predominant", Map.of("center", Centers.constant(goods.indicated()))));
            }
            tallies = count.tallies();
            notCounted = texts(count.notCounted);
            fired.addAll(count.rules);
            fired.addAll(goods.rules());
            reviews.addAll(goods.reviews());
            if (count.claimedByGuess) {
                Law unguessed = lawsWithoutGuesses.computeIfAbsent(law.asOf(), day -> law.withoutLowClaims());
                Count again = Count.ofEntry(unguessed, request.path("entry").path("lines"), entry);
                if (!ofGoods(unguessed, again).indicated().equals(goods.indicated())) {
                    reviews.add("INFERRED_RANGE");
                }
            }
        }
        Set<Conclusion> conclusions = law.conclude("routing", facts);
        conclusions.forEach(conclusion -> fired.add(conclusion.rule()));
        Set<Conclusion> proposals = new HashSet<>(conclusions);
        proposals.removeIf(conclusion -> conclusion.type().equals("Handling"));
        Verdict verdict = Verdict.of(proposals);
        reviews.addAll(verdict.reviews());
        boolean elsewhere = !hasCenter(office);
        boolean found = verdict.placed();
        return new Answer(
                elsewhere || found ? "ROUTED" : "PENDING",
                office,
                elsewhere ? "none" : verdict.center(),
                elsewhere ? "none" : verdict.basis().equals("none") ? basisWhilePending : verdict.basis(),
                "none",
                elsewhere ? List.of() : Answer.ordered(reviews),
                tallies,
                notCounted,
                fired);
    }

    private Law law(JsonNode request) {
        return laws.computeIfAbsent(LocalDate.parse(request.get("asOf").asText()), day -> new Law(rules, day));
    }

    private static Verdict ofGoods(Law law, Count count) {
        List<Fact> alone =
                List.of(Count.caseOf(law.asOf()), new Fact("Importer", Map.of("kind", "ImporterKind.IMPORTER")));
        return Verdict.ofEntry(law, joined(alone, count.facts()));
    }

    private static String office(Set<Conclusion> conclusions) {
        return conclusions.stream()
                .filter(conclusion -> conclusion.type().equals("Handling"))
                .map(conclusion -> conclusion.text(0).substring("Office.".length()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasCenter(String office) {
        return office.equals("CENTER") || office.equals("BOTH");
    }

    private static String kind(JsonNode request) {
        return "ImporterKind." + request.get("importer").path("kind").asText("IMPORTER");
    }

    private static List<Fact> aboutImporter(JsonNode request) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Count.caseOf(day(request, "asOf")));
        facts.add(new Fact("Importer", Map.of("kind", kind(request))));
        JsonNode account = request.path("account");
        if (account.hasNonNull("center")) {
            facts.add(new Fact("Account", Map.of("center", center(account, "center"), "since", day(account, "since"))));
        }
        account.path("directed")
                .forEach(direction -> facts.add(new Fact(
                        "Direction",
                        Map.of(
                                "center", center(direction, "center"),
                                "from", day(direction, "from"),
                                "through", direction.hasNonNull("until") ? day(direction, "until") : LocalDate.MAX))));
        account.path("appeals")
                .forEach(appeal -> facts.add(new Fact(
                        "Appeal",
                        Map.of(
                                "preferred", center(appeal, "preferred"),
                                "filed", day(appeal, "filed"),
                                "status", "AppealStatus." + appeal.get("status").asText(),
                                "effective", day(appeal, appeal.hasNonNull("effective") ? "effective" : "filed")))));
        request.path("evidence")
                .forEach(evidence -> facts.add(new Fact(
                        "Evidence",
                        Map.of(
                                "factor", "Factor." + evidence.get("factor").asText(),
                                "center", center(evidence, "center"),
                                "recordedOn", day(evidence, "recordedOn")))));
        return facts;
    }

    private static String center(JsonNode node, String field) {
        return Centers.constant(node.get(field).asText());
    }

    private static LocalDate day(JsonNode node, String field) {
        return LocalDate.parse(node.get(field).asText());
    }

    private static List<Fact> joined(List<Fact> one, List<Fact> other) {
        List<Fact> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private static SortedMap<String, String> texts(Map<String, Ratio> counts) {
        SortedMap<String, String> texts = new TreeMap<>();
        counts.forEach((reason, count) -> texts.put(reason, count.over().toString()));
        return texts;
    }
}
