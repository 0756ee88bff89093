package io.centerline.rulebook.language;

import static io.centerline.rulebook.language.FieldType.Kind.FACT;
import static io.centerline.rulebook.language.FieldType.Kind.NUMBER;
import static io.centerline.rulebook.language.FieldType.Kind.WORD;

import io.centerline.facts.Account;
import io.centerline.facts.Activity;
import io.centerline.facts.Appeal;
import io.centerline.facts.AppealStatus;
import io.centerline.facts.ArticleSet;
import io.centerline.facts.Direction;
import io.centerline.facts.Evidence;
import io.centerline.facts.Factor;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.Role;
import io.centerline.rulebook.language.ConclusionType.Parameter;
import io.centerline.rulebook.vocabulary.AccountStatus;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Case;
import io.centerline.rulebook.vocabulary.Counting;
import io.centerline.rulebook.vocabulary.Goods;
import io.centerline.rulebook.vocabulary.Handling;
import io.centerline.rulebook.vocabulary.LineShape;
import io.centerline.rulebook.vocabulary.Matter;
import io.centerline.rulebook.vocabulary.Measure;
import io.centerline.rulebook.vocabulary.Membership;
import io.centerline.rulebook.vocabulary.NotCounted;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import io.centerline.rulebook.vocabulary.NotEligible;
import io.centerline.rulebook.vocabulary.Office;
import io.centerline.rulebook.vocabulary.OnFile;
import io.centerline.rulebook.vocabulary.Predominant;
import io.centerline.rulebook.vocabulary.Proposal;
import io.centerline.rulebook.vocabulary.Repetition;
import io.centerline.rulebook.vocabulary.Review;
import io.centerline.rulebook.vocabulary.ReviewCode;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.rulebook.vocabulary.Timing;
import io.centerline.rulebook.vocabulary.Totals;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The positive list: every fact, field, conclusion and named constant a rule of a stage may use. What is not listed here
 * does not exist for a rule.
 */
final class Vocabulary {
    private static final FactType CASE =
            FactType.of(Case.class).date("asOf", Case::asOf).build();

    private static final FactType HTS_NUMBER = FactType.of(HtsNumber.class)
            .number("chapter", number -> (long) number.chapter())
            .number("heading", number -> (long) number.heading())
            .number("subheading", number -> (long) number.subheading())
            .number("rateLine", number -> (long) number.rateLine())
            .build();

    private static final FactType LINE_SHAPE = FactType.of(LineShape.class)
            .word("set", ArticleSet.class, LineShape::set)
            .word("role", Role.class, LineShape::role)
            .flag("special", LineShape::special)
            .word("timing", Timing.class, LineShape::timing)
            .number("entryType", LineShape::entryType)
            .word("goods", Goods.class, LineShape::goods)
            .word("repetition", Repetition.class, LineShape::repetition)
            .build();

    private static final FactType IMPORTER = FactType.of(Importer.class)
            .word("kind", ImporterKind.class, Importer::kind)
            .build();

    // The engine is given an account only when it has a Center.
    private static final FactType ACCOUNT = FactType.of(Account.class)
            .word("center", Center.class, account -> Objects.requireNonNull(account.center()))
            .date("since", account -> Objects.requireNonNull(account.since()))
            .build();

    private static final FactType DIRECTION = FactType.of(Direction.class)
            .word("center", Center.class, Direction::center)
            .date("from", Direction::from)
            .date("through", Direction::through)
            .build();

    private static final FactType APPEAL = FactType.of(Appeal.class)
            .word("preferred", Center.class, Appeal::preferred)
            .date("filed", Appeal::filed)
            .word("status", AppealStatus.class, Appeal::status)
            .date("effective", Appeal::effective)
            .build();

    private static final FactType EVIDENCE = FactType.of(Evidence.class)
            .word("factor", Factor.class, Evidence::factor)
            .word("center", Center.class, Evidence::center)
            .date("recordedOn", Evidence::recordedOn)
            .build();

    private static final FactType TOTALS = FactType.of(Totals.class)
            .number("counted", Totals::counted)
            .number("notCounted", Totals::notCounted)
            .number("unclearGoods", Totals::unclearGoods)
            .number("versions", Totals::versions)
            .date("from", Totals::from)
            .build();

    private static final FactType TALLY = FactType.of(Tally.class)
            .word("center", Center.class, Tally::center)
            .number("count", Tally::count)
            .quotient("share", Tally::share, Tally::exactShare)
            .decimal("value", Tally::value)
            .quotient("valueShare", Tally::valueShare, Tally::exactValueShare)
            .quotient("margin", Tally::margin, Tally::exactMargin)
            .build();

    private static final FactType MATTER = FactType.of(Matter.class)
            .word("activity", Activity.class, Matter::activity)
            .word("kind", ImporterKind.class, Matter::kind)
            .word("account", AccountStatus.class, Matter::account)
            .build();

    private static final FactType ON_FILE = FactType.of(OnFile.class)
            .word("center", Center.class, OnFile::center)
            .word("basis", Basis.class, OnFile::basis)
            .build();

    private static final FactType PREDOMINANT = FactType.of(Predominant.class)
            .word("center", Center.class, Predominant::center)
            .build();

    private static final ConclusionType MEMBERSHIP = new ConclusionType(
            Membership.class,
            List.of(fact("number", HtsNumber.class), word("center", Center.class)),
            values -> new Membership((HtsNumber) values.get(0), (Center) values.get(1)));

    private static final ConclusionType COUNTING = new ConclusionType(
            Counting.class,
            List.of(word("measure", Measure.class), new Parameter("months", new FieldType(NUMBER, Long.class))),
            values -> new Counting((Measure) values.get(0), Math.toIntExact((Long) values.get(1))));

    private static final ConclusionType NOT_COUNTED = new ConclusionType(
            NotCounted.class,
            List.of(word("reason", NotCountedReason.class)),
            values -> new NotCounted((NotCountedReason) values.get(0)));

    private static final ConclusionType PROPOSAL = new ConclusionType(
            Proposal.class,
            List.of(word("center", Center.class), word("basis", Basis.class)),
            values -> new Proposal((Center) values.get(0), (Basis) values.get(1)));

    private static final ConclusionType NOT_ELIGIBLE = new ConclusionType(
            NotEligible.class, List.of(word("basis", Basis.class)), values -> new NotEligible((Basis) values.get(0)));

    private static final ConclusionType REVIEW = new ConclusionType(
            Review.class,
            List.of(word("code", ReviewCode.class), word("basis", Basis.class)),
            1,
            values -> new Review((ReviewCode) values.get(0), values.size() == 1 ? null : (Basis) values.get(1)));

    private static final ConclusionType HANDLING = new ConclusionType(
            Handling.class, List.of(word("office", Office.class)), values -> new Handling((Office) values.get(0)));

    private static final Map<String, Class<?>> WORDS = words();

    private Vocabulary() {}

    /** The facts rules of a stage may match, by name. */
    static Map<String, FactType> facts(Stage stage) {
        return index(
                switch (stage) {
                    case MEMBERSHIP -> List.of(HTS_NUMBER);
                    case COUNTING -> List.of(CASE, LINE_SHAPE);
                    case PLACEMENT -> List.of(CASE, IMPORTER, ACCOUNT, DIRECTION, APPEAL, EVIDENCE, TOTALS, TALLY);
                    case ROUTING -> List.of(MATTER, ON_FILE, PREDOMINANT);
                });
    }

    /** The conclusions rules of a stage may insert, by name. */
    static Map<String, ConclusionType> conclusions(Stage stage) {
        Map<String, ConclusionType> byName = new LinkedHashMap<>();
        List<ConclusionType> types = switch (stage) {
            case MEMBERSHIP -> List.of(MEMBERSHIP);
            case COUNTING -> List.of(COUNTING, NOT_COUNTED);
            case PLACEMENT -> List.of(PROPOSAL, NOT_ELIGIBLE, REVIEW);
            case ROUTING -> List.of(HANDLING, PROPOSAL);
        };
        types.forEach(type -> byName.put(type.name(), type));
        return byName;
    }

    /** The types of named constants, by simple name. */
    static Map<String, Class<?>> wordTypes() {
        return WORDS;
    }

    private static Map<String, FactType> index(List<FactType> types) {
        Map<String, FactType> byName = new LinkedHashMap<>();
        types.forEach(type -> byName.put(type.name(), type));
        return byName;
    }

    private static Map<String, Class<?>> words() {
        Map<String, Class<?>> byName = new LinkedHashMap<>();
        for (Class<?> type : List.of(
                Center.class,
                Basis.class,
                ImporterKind.class,
                Role.class,
                ArticleSet.class,
                Timing.class,
                Goods.class,
                Repetition.class,
                AppealStatus.class,
                Factor.class,
                Measure.class,
                NotCountedReason.class,
                ReviewCode.class,
                Activity.class,
                AccountStatus.class,
                Office.class)) {
            byName.put(type.getSimpleName(), type);
        }
        return byName;
    }

    private static Parameter word(String name, Class<?> type) {
        return new Parameter(name, new FieldType(WORD, type));
    }

    private static Parameter fact(String name, Class<?> type) {
        return new Parameter(name, new FieldType(FACT, type));
    }
}
