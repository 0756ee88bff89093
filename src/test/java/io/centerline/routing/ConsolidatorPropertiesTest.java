package io.centerline.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.centerline.facts.Account;
import io.centerline.facts.Activity;
import io.centerline.facts.EntryLine;
import io.centerline.facts.EntrySummary;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.ProtestFacts;
import io.centerline.facts.ProtestedEntry;
import io.centerline.facts.RoutingFacts;
import io.centerline.placement.Placement.Explain;
import io.centerline.routing.Consolidation.Protest;
import io.centerline.routing.Consolidation.Why;
import io.centerline.rulebook.Goods;
import io.centerline.rulebook.RandomFacts;
import io.centerline.rulebook.TestRulebook;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ConsolidatorPropertiesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    private final Router router = new Router(TestRulebook.shared());
    private final Consolidator consolidator = new Consolidator(router);

    @Property(tries = 1_000)
    void consolidate_anyEntries_coversEachOnceOrSaysWhyNot(@ForAll("facts") ProtestFacts facts) {
        Consolidation found = consolidator.consolidate(facts, List.of(), "sha256:aa");

        List<String> answered = new ArrayList<>();
        found.protests()
                .forEach(protest -> protest.entries().forEach(entry -> answered.add(entry.number() + entry.port())));
        found.apart().forEach(apart -> answered.add(apart.number() + apart.port()));
        assertThat(answered)
                .containsExactlyInAnyOrderElementsOf(facts.entries().stream()
                        .map(one -> one.entry().number() + one.entry().port())
                        .toList());
        assertThat(found.apart()).allSatisfy(apart -> assertThat(apart.reason()).isNotBlank());
        assertThat(found.protests()).allSatisfy(protest -> {
            assertThat(protest.entries()).isNotEmpty();
            Set<String> ports = new TreeSet<>();
            protest.entries().forEach(entry -> ports.add(entry.port()));
            assertThat(protest.ports()).containsExactlyElementsOf(ports);
        });
    }

    @Property(tries = 1_000)
    void consolidate_anyEntries_isAsFewProtestsAsThePlainReadingNeeds(@ForAll("facts") ProtestFacts facts) {
        Consolidation found = consolidator.consolidate(facts, List.of(), "sha256:aa");

        assertThat(found.protests())
                .extracting(protest ->
                        protest.center() + "|" + plain(protest.merchandise()) + "|" + plain(protest.decision()))
                .doesNotHaveDuplicates()
                .hasSameElementsAs(plainly(facts));
    }

    @Property(tries = 300)
    void consolidate_shuffled_saysTheSame(@ForAll("facts") ProtestFacts facts, @ForAll long seed) {
        List<ProtestedEntry> shuffled = new ArrayList<>(facts.entries());
        Collections.shuffle(shuffled, new Random(seed));
        ProtestFacts other =
                new ProtestFacts(facts.importer(), facts.kindSaid(), facts.asOf(), shuffled, facts.account());
        Consolidation found = consolidator.consolidate(facts, List.of(), "sha256:aa");
        Consolidation again = consolidator.consolidate(other, List.of(), "sha256:aa");

        assertThat(again.protests()).isEqualTo(found.protests());
        assertThat(again.apart()).isEqualTo(found.apart());
        assertThat(again.summary()).isEqualTo(found.summary());
    }

    /** A second reading: each entry asked about by itself, with what is said of it anywhere, unless two things are said. */
    private Set<String> plainly(ProtestFacts facts) {
        ImporterNumber acme = facts.importer().number();
        Set<ImporterKind> kinds = new HashSet<>();
        facts.entries().stream()
                .filter(one -> acme.equals(one.importer()) && one.kind() != null)
                .forEach(one -> kinds.add(one.kind()));
        ImporterKind kind = !facts.kindSaid() && kinds.size() == 1
                ? kinds.iterator().next()
                : facts.importer().kind();
        boolean kindKnown = facts.kindSaid() || kinds.size() == 1;
        Set<String> protests = new HashSet<>();
        for (ProtestedEntry one : facts.entries()) {
            List<ProtestedEntry> same = facts.entries().stream()
                    .filter(other -> plainNumber(other).equals(plainNumber(one)))
                    .toList();
            List<ProtestedEntry> alike = same.stream()
                    .filter(other -> plain(other.merchandise()).equals(plain(one.merchandise())))
                    .toList();
            Set<Object> importers = said(same, ProtestedEntry::importer, null);
            Set<Object> lines = said(same, other -> other.entry().lines(), List.of());
            Set<Object> decisions = said(alike, other -> plain(other.decision()), "");
            boolean atOdds = said(same, other -> other.entry().port(), null).size() > 1
                    || importers.size() > 1
                    || said(same, ProtestedEntry::kind, null).size() > 1
                    || lines.size() > 1
                    || decisions.size() > 1
                    || same.stream()
                            .anyMatch(other -> acme.equals(other.importer())
                                    && other.kind() != null
                                    && !(kindKnown && other.kind() == kind));
            if (atOdds || !(importers.isEmpty() || importers.contains(acme))) {
                continue;
            }
            List<EntryLine> goods = same.stream()
                    .map(other -> other.entry().lines())
                    .filter(some -> !some.isEmpty())
                    .findFirst()
                    .orElse(List.of());
            RoutingFacts routing = new RoutingFacts(
                    new Importer(acme, "", kind),
                    facts.asOf(),
                    Activity.PROTEST,
                    new EntrySummary("E", one.entry().port(), goods),
                    facts.account());
            if (router.route(routing, List.of(), Explain.SUMMARY) instanceof RoutingAnswer.Routed routed
                    && routed.routing().center() != null) {
                protests.add(routed.routing().center() + "|" + plain(one.merchandise()) + "|"
                        + (decisions.isEmpty() ? "" : decisions.iterator().next()));
            }
        }
        return protests;
    }

    private static Set<Object> said(List<ProtestedEntry> of, Function<ProtestedEntry, Object> what, Object nothing) {
        Set<Object> said = new HashSet<>();
        of.forEach(one -> said.add(what.apply(one)));
        said.remove(null);
        said.remove(nothing);
        return said;
    }

    private static String plainNumber(ProtestedEntry one) {
        return one.entry().number().replaceAll("[- ]", "").toLowerCase(Locale.ROOT);
    }

    private static String plain(String words) {
        return String.join(" ", words.toLowerCase(Locale.ROOT).trim().split(" +"));
    }

    @Test
    void consolidate_placedImporter_isOneProtestAtAllPorts() {
        Account account = new Account(Center.BASE_METALS, LocalDate.of(2019, 4, 1), List.of(), List.of());
        Consolidation found = consolidate(
                ImporterKind.IMPORTER,
                account,
                entry("OHC3", "2704", Center.ELECTRONICS),
                entry("OHC1", "4101"),
                entry("OHC2", "3802", Center.MACHINERY));

        assertThat(found.protests()).hasSize(1);
        assertThat(found.protests().get(0).center()).isEqualTo(Center.BASE_METALS);
        assertThat(found.protests().get(0).ports()).containsExactly("2704", "3802", "4101");
        assertThat(found.protests().get(0).entries())
                .extracting(Consolidation.Covered::number)
                .containsExactly("OHC1", "OHC2", "OHC3");
        assertThat(found.summary()).isEqualTo("1 protest covers 3 entries at 3 ports");
    }

    @Test
    void consolidate_unplacedImporter_isAProtestForEachCenter() {
        Consolidation found = consolidate(
                ImporterKind.IMPORTER,
                null,
                entry("A1", "2704", Center.ELECTRONICS),
                entry("A2", "3802", Center.MACHINERY),
                entry("A3", "1703", Center.ELECTRONICS),
                entry("A4", "1703", Center.ELECTRONICS, Center.MACHINERY),
                entry("A5", "1703"),
                entry("a-1", "2704", Center.ELECTRONICS));

        assertThat(found.protests()).extracting(Protest::center).containsExactly(Center.ELECTRONICS, Center.MACHINERY);
        assertThat(found.apart())
                .extracting(Consolidation.Apart::why)
                .containsExactly(Why.LISTED_TWICE, Why.PENDING, Why.NO_CLASSIFIABLE_LINE);
        assertThat(found.apart().get(0).reason())
                .isEqualTo("the entry is named before; one protest covers it once (19 U.S.C. 1514(c)(1))");
        assertThat(found.apart().get(1).reason())
                .startsWith("Waits for a person to say to which Center: protests are decided")
                .endsWith("lead with 1 of 2 entry lines each");
        assertThat(found.apart().get(2).reason())
                .isEqualTo("the importer is not placed, so its entry goes by its own goods, but the entry has no line");
        assertThat(found.summary()).isEqualTo("2 protests cover 3 entries at 3 ports; 3 entries could not join");
    }

    @Test
    void consolidate_entriesOfOthers_areApartWithTheReason() {
        ImporterNumber other = new ImporterNumber("123-45-6789", ImporterNumber.Format.SOCIAL_SECURITY);
        Consolidation found = consolidate(
                ImporterKind.IMPORTER,
                new Account(Center.BASE_METALS, LocalDate.of(2019, 4, 1), List.of(), List.of()),
                of(entry("B1", "2704"), number("98-765432100"), ImporterKind.BROKER),
                of(entry("B2", "2704"), other, null));

        assertThat(found.protests()).isEmpty();
        assertThat(found.apart())
                .extracting(Consolidation.Apart::reason)
                .containsExactly(
                        "a customs broker, 98-765432100, is its importer of record; such an entry goes by its own goods, and a"
                                + " protest covers entries of one protesting party (19 CFR 174.13(b))",
                        "importer ***-**-6789 is its importer of record; a protest covers entries of one protesting party"
                                + " (19 CFR 174.13(b))");
        assertThat(found.summary()).isEqualTo("No entry can join a protest; 2 entries could not join");
    }

    @Test
    void consolidate_otherMerchandiseOrDecision_isAnotherProtestOfTheSameCenter() {
        Account account = new Account(Center.BASE_METALS, LocalDate.of(2019, 4, 1), List.of(), List.of());
        Consolidation found = consolidate(
                ImporterKind.IMPORTER,
                account,
                about(entry("A1", "2704"), "Steel  pipes", "classification"),
                about(entry("A2", "3802"), "steel pipes ", "Classification"),
                about(entry("A3", "1703"), "steel pipes", "appraised value"),
                about(entry("A4", "1703"), "castings", "classification"),
                about(entry("A2", "3802"), "castings", "classification"),
                entry("A5", "1703"),
                entry("A6", "4101"));

        assertThat(found.apart()).isEmpty();
        assertThat(found.protests())
                .extracting(
                        Protest::merchandise,
                        Protest::decision,
                        protest -> protest.entries().stream()
                                .map(Consolidation.Covered::number)
                                .toList())
                .containsExactly(
                        tuple("", "", List.of("A5", "A6")),
                        tuple("castings", "classification", List.of("A2", "A4")),
                        tuple("steel pipes", "appraised value", List.of("A3")),
                        tuple("Steel  pipes", "Classification", List.of("A1", "A2")));
        assertThat(found.protests().get(0).assumes())
                .containsExactly(
                        "no `merchandise` is said, so the entries are taken to involve one category of it"
                                + " (19 CFR 174.13(b))",
                        "no `decision` is said, so one is taken to be common to the entries (19 CFR 174.13(b))");
        assertThat(found.protests().get(1).assumes()).isEmpty();
        assertThat(found.summary()).isEqualTo("4 protests cover 7 entries at 4 ports");
    }

    @Test
    void consolidate_twoDecisionsOnTwoCategoriesOfAnEntry_areTwoProtests() {
        Consolidation found = consolidate(
                ImporterKind.IMPORTER,
                new Account(Center.BASE_METALS, LocalDate.of(2019, 4, 1), List.of(), List.of()),
                about(entry("A1", "2704"), "pipes", "classification"),
                about(entry("A1", "2704"), "castings", "rate of duty"));

        assertThat(found.apart()).isEmpty();
        assertThat(found.protests())
                .extracting(Protest::merchandise, Protest::decision)
                .containsExactly(tuple("castings", "rate of duty"), tuple("pipes", "classification"));
    }

    @Test
    void consolidate_whatOneMentionLeavesOut_isNeverContradicted() {
        Consolidation found = consolidate(
                ImporterKind.BROKER,
                null,
                of(entry("A1", "2704", Center.MACHINERY), number("12-345678900"), null),
                about(entry("A2", "2704", Center.MACHINERY), "pipes", "classification"),
                about(of(entry("A2", "2704"), number("12-345678900"), ImporterKind.BROKER), "pipes", ""),
                of(entry("A3", "2704"), number("98-765432100"), ImporterKind.COURIER),
                of(entry("A3", "2704"), number("98-765432100"), null),
                entry("A3", "2704"));

        assertThat(found.protests())
                .extracting(Protest::center, Protest::merchandise, Protest::decision)
                .containsExactly(tuple(Center.MACHINERY, "", ""), tuple(Center.MACHINERY, "pipes", "classification"));
        assertThat(found.apart())
                .extracting(Consolidation.Apart::number, Consolidation.Apart::why)
                .containsExactly(
                        tuple("A2", Why.LISTED_TWICE),
                        tuple("A3", Why.BROKERS_ENTRY),
                        tuple("A3", Why.LISTED_TWICE),
                        tuple("A3", Why.LISTED_TWICE));
    }

    @Test
    void consolidate_kindThatOnlyEntriesSay_isThatOfTheImporterUnlessTheyDiffer() {
        ImporterNumber acme = number("12-345678900");
        ProtestedEntry said = of(entry("A1", "2704", Center.MACHINERY), acme, ImporterKind.BROKER);
        ProtestedEntry unsaid = entry("A2", "2704", Center.MACHINERY);

        Consolidation agreed = open(said, unsaid);
        assertThat(agreed.apart()).isEmpty();
        assertThat(agreed.facts().importer().kind()).isEqualTo(ImporterKind.BROKER);
        Consolidation differing =
                open(said, unsaid, of(entry("A3", "2704", Center.MACHINERY), acme, ImporterKind.COURIER));
        assertThat(differing.protests())
                .singleElement()
                .satisfies(protest -> assertThat(protest.entries())
                        .extracting(Consolidation.Covered::number)
                        .containsExactly("A2"));
        assertThat(differing.apart())
                .extracting(Consolidation.Apart::reason)
                .containsOnly("entries call 12-345678900 `BROKER` and `COURIER`; say which it is");
    }

    private Consolidation open(ProtestedEntry... entries) {
        Importer acme = new Importer(number("12-345678900"), "Acme", ImporterKind.IMPORTER);
        return consolidator.consolidate(
                new ProtestFacts(acme, false, DAY, List.of(entries), null), List.of(), "sha256:aa");
    }

    @Test
    void consolidate_entrySaidDifferently_isApartEachTime() {
        Consolidation found = consolidate(
                ImporterKind.IMPORTER,
                new Account(Center.BASE_METALS, LocalDate.of(2019, 4, 1), List.of(), List.of()),
                entry("A1", "2704"),
                entry("A-1", "3802"),
                about(entry("A2", "2704"), "pipes", "classification"),
                about(entry("A2", "2704"), "pipes", "rate of duty"),
                entry("A4", "2704", Center.MACHINERY),
                of(entry("A4", "3802", Center.ELECTRONICS), number("12-345678900"), null),
                of(entry("A4", "3802"), number("98-765432100"), null),
                of(entry("A3", "2704"), number("12-345678900"), ImporterKind.BROKER));

        assertThat(found.protests()).isEmpty();
        assertThat(found.apart()).extracting(Consolidation.Apart::why).containsOnly(Why.CONTRADICTED);
        assertThat(found.apart())
                .extracting(Consolidation.Apart::reason)
                .containsExactly(
                        "the entry is named 2 times, with different `port`; say which is right",
                        "the entry is named 2 times, with different `port`; say which is right",
                        "the entry is named 2 times on one category of merchandise, with different `decision`; say which is"
                                + " right, or name all of them as one (19 U.S.C. 1514(c)(1))",
                        "the entry is named 2 times on one category of merchandise, with different `decision`; say which is"
                                + " right, or name all of them as one (19 U.S.C. 1514(c)(1))",
                        "the entry calls 12-345678900 `BROKER`, the request or the file `IMPORTER`; say which it is",
                        "the entry is named 3 times, with different `port`, `importer` and `lines`; say which is right",
                        "the entry is named 3 times, with different `port`, `importer` and `lines`; say which is right",
                        "the entry is named 3 times, with different `port`, `importer` and `lines`; say which is right");
    }

    private static ProtestedEntry about(ProtestedEntry one, String merchandise, String decision) {
        return new ProtestedEntry(one.entry(), one.importer(), one.kind(), merchandise, decision);
    }

    private static ProtestedEntry of(ProtestedEntry one, ImporterNumber importer, ImporterKind kind) {
        return new ProtestedEntry(one.entry(), importer, kind, one.merchandise(), one.decision());
    }

    private Consolidation consolidate(ImporterKind kind, Account account, ProtestedEntry... entries) {
        Importer acme = new Importer(number("12-345678900"), "Acme", kind);
        return consolidator.consolidate(
                new ProtestFacts(acme, true, DAY, List.of(entries), account), List.of(), "sha256:aa");
    }

    private static ProtestedEntry entry(String number, String port, Center... centers) {
        List<EntryLine> lines =
                List.of(centers).stream().map(ConsolidatorPropertiesTest::line).toList();
        return new ProtestedEntry(new EntrySummary(number, port, lines), null, null, "", "");
    }

    private static EntryLine line(Center center) {
        return EntryLine.builder().number(Goods.of(center)).build();
    }

    private static ImporterNumber number(String text) {
        return new ImporterNumber(text, ImporterNumber.Format.EIN);
    }

    @Provide
    Arbitrary<ProtestFacts> facts() {
        ImporterNumber acme = number("12-345678900");
        ImporterNumber broker = number("98-765432100");
        Arbitrary<ProtestedEntry> entries = Combinators.combine(
                        Arbitraries.of("E1", "E-2", "e2", "E3", "E4", "E5", "E6", "E7", "E8"),
                        Arbitraries.of("2704", "3802"),
                        Arbitraries.oneOf(
                                Arbitraries.just(List.<Center>of()),
                                Arbitraries.just(List.of(Center.ELECTRONICS)),
                                RandomFacts.centers().list().ofMaxSize(3)),
                        Arbitraries.of(acme, broker).injectNull(0.7),
                        Arbitraries.of(ImporterKind.BROKER, ImporterKind.IMPORTER)
                                .injectNull(0.7),
                        Arbitraries.of("", "pipes", "Pipes ", "castings"),
                        Arbitraries.of("", "classification", "Classification"))
                .as((number, port, centers, importer, kind, merchandise, decision) -> new ProtestedEntry(
                        new EntrySummary(
                                number,
                                number.endsWith("2") ? "1703" : port,
                                (number.endsWith("2") ? List.of(Center.MACHINERY) : centers)
                                        .stream()
                                                .map(ConsolidatorPropertiesTest::line)
                                                .toList()),
                        number.endsWith("2") && broker.equals(importer) ? null : importer,
                        importer == null || (number.endsWith("2") && broker.equals(importer)) ? null : kind,
                        merchandise,
                        decision));
        return Combinators.combine(
                        Arbitraries.of(ImporterKind.class),
                        RandomFacts.accounts(DAY).injectNull(0.4),
                        entries.list().ofMinSize(1).ofMaxSize(8))
                .as((kind, account, list) -> new ProtestFacts(
                        new Importer(acme, "Acme", kind), kind != ImporterKind.IMPORTER, DAY, list, account));
    }
}
