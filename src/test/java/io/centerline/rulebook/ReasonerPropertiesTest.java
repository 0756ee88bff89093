package io.centerline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.Activity;
import io.centerline.facts.ArticleSet;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.Role;
import io.centerline.rulebook.language.Reasoner;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import io.centerline.rulebook.vocabulary.AccountStatus;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Conclusion;
import io.centerline.rulebook.vocabulary.Goods;
import io.centerline.rulebook.vocabulary.LineShape;
import io.centerline.rulebook.vocabulary.Matter;
import io.centerline.rulebook.vocabulary.OnFile;
import io.centerline.rulebook.vocabulary.Predominant;
import io.centerline.rulebook.vocabulary.Repetition;
import io.centerline.rulebook.vocabulary.Timing;
import io.centerline.tariff.HtsNumber;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The reading of the syntax tree agrees with the engine, rule by rule, on random facts. */
class ReasonerPropertiesTest {
    private static final Rulebook EVERYTHING = Rulebook.read(Path.of("src/test/resources/rulebooks/everything"));
    private static final KnowledgeStage COUNTING = stage(Stage.COUNTING);
    private static final KnowledgeStage MEMBERSHIP = stage(Stage.MEMBERSHIP);

    private record Asked(LocalDate asOf, List<Object> facts) {}

    @Property(tries = 1_000)
    void conclusions_rulesOfTheFolder_areTheEngines(@ForAll("cases") Asked asked) {
        Edition edition = TestRulebook.shared().edition(asked.asOf());
        agree(edition.placementRules(), edition.place(asked.facts()), asked.facts());
    }

    @Property(tries = 300)
    void conclusions_everyConstruct_areTheEngines(@ForAll("cases") Asked asked) {
        Edition edition = EVERYTHING.edition(asked.asOf());
        agree(edition.placementRules(), edition.place(asked.facts()), asked.facts());
    }

    @Property
    void conclusions_lineShapes_areTheEngines(@ForAll("shapes") List<LineShape> shapes) {
        agree(COUNTING.rules(), COUNTING.fire(shapes), shapes);
    }

    @Property
    void conclusions_numbers_areTheEngines(@ForAll("numbers") HtsNumber number) {
        agree(MEMBERSHIP.rules(), MEMBERSHIP.fire(List.of(number)), List.of(number));
    }

    @Property(tries = 500)
    void conclusions_routingQuestions_areTheEngines(@ForAll("questions") RoutingQuestion question) {
        Edition edition = TestRulebook.shared().edition(LocalDate.of(2026, 11, 25));
        agree(edition.routingRules(), edition.route(question), question.facts());
    }

    private static void agree(List<Rule> rules, List<Firing> firings, List<?> facts) {
        assertThat(firings).allSatisfy(firing -> assertThat(firing.sentence()).isNotEmpty());
        Map<String, Set<Conclusion>> engine = new TreeMap<>(firings.stream()
                .collect(Collectors.groupingBy(
                        firing -> firing.rule().toString(),
                        Collectors.mapping(Firing::conclusion, Collectors.toSet()))));
        Map<String, Set<Conclusion>> tree = new TreeMap<>();
        Reasoner reasoner = new Reasoner(facts);
        for (Rule rule : rules) {
            Set<Conclusion> conclusions = reasoner.conclusions(rule);
            if (!conclusions.isEmpty()) {
                tree.put(rule.toString(), new HashSet<>(conclusions));
            }
            assertThat(reasoner.shortfall(rule).isEmpty())
                    .as("%s has a reason exactly when it does not fire", rule)
                    .isEqualTo(engine.containsKey(rule.toString()));
        }
        assertThat(tree).isEqualTo(engine);
    }

    @Provide
    Arbitrary<Asked> cases() {
        return RandomFacts.days().flatMap(day -> RandomFacts.placement(day).map(facts -> new Asked(day, facts)));
    }

    @Provide
    Arbitrary<RoutingQuestion> questions() {
        Arbitrary<Matter> matters = Combinators.combine(
                        Arbitraries.of(Activity.class),
                        Arbitraries.of(ImporterKind.class),
                        Arbitraries.of(AccountStatus.class))
                .as(Matter::new);
        Arbitrary<OnFile> onFile = Combinators.combine(RandomFacts.centers(), Arbitraries.of(Basis.class))
                .as(OnFile::new);
        Arbitrary<Predominant> predominant = RandomFacts.centers().map(Predominant::new);
        return Combinators.combine(matters, onFile.injectNull(0.5), predominant.injectNull(0.5))
                .as(RoutingQuestion::new);
    }

    @Provide
    Arbitrary<List<LineShape>> shapes() {
        return Combinators.combine(
                        Arbitraries.of(ArticleSet.class),
                        Arbitraries.of(Role.class),
                        Arbitraries.of(Goods.class),
                        Arbitraries.of(Timing.class),
                        Arbitraries.longs().between(0, 99),
                        Arbitraries.of(Repetition.class))
                .as(LineShape::new)
                .list()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<HtsNumber> numbers() {
        return Arbitraries.of(
                        "01",
                        "8400",
                        "8401",
                        "8471",
                        "8499",
                        "8500",
                        "847129",
                        "847130",
                        "847149",
                        "847150",
                        "84713001")
                .flatMap(start -> Arbitraries.strings()
                        .numeric()
                        .ofLength(10 - start.length())
                        .map(rest -> new HtsNumber(start + rest)));
    }

    private static KnowledgeStage stage(Stage stage) {
        return KnowledgeStage.compile(
                stage,
                EVERYTHING.rules().stream()
                        .filter(rule -> rule.stage() == stage)
                        .toList());
    }
}
