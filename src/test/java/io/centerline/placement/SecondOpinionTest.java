package io.centerline.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.TestRulebook;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole schedule through the engine, against a plain reading of the ranges and against a table written by hand. */
class SecondOpinionTest {
    private static final Schedule SCHEDULE = Schedule.load();

    /** Besides special provisions no number may be without a Center, and on its deepest level it has one only. */
    @ParameterizedTest
    @ValueSource(strings = {"2013-04-04", "2014-03-09", "2014-03-10", "2026-11-25"})
    void classify_everyNumberOfTheSchedule_isWhatThePlainReadingSays(LocalDate asOf) {
        Edition edition = TestRulebook.shared().edition(asOf);
        List<String> different = new ArrayList<>();
        List<HtsNumber> gaps = new ArrayList<>();
        List<HtsNumber> contradictions = new ArrayList<>();
        for (HtsNumber number : SCHEDULE.numbers()) {
            Classified classified = edition.classify(number);
            List<Rule> claims = claims(number, edition.membershipRules());
            Rule plain = claims.isEmpty() ? null : claims.get(0);
            if (plain != (classified == null ? null : classified.rule())
                    || (plain != null && plain.range().orElseThrow().center() != classified.center())
                    || (classified != null && classified.heading() != number.heading())) {
                different.add(number + " is " + classified + ", plainly " + claims);
            }
            if (claims.isEmpty() != number.isSpecialProvision()) {
                gaps.add(number);
            }
            if (claims.stream()
                            .map(rule -> rule.range().orElseThrow().center())
                            .distinct()
                            .count()
                    > 1) {
                contradictions.add(number);
            }
        }
        assertThat(different).isEmpty();
        assertThat(gaps).isEmpty();
        assertThat(contradictions).isEmpty();
    }

    /** Headings the tariff of the day does not have may lie in no range; nobody can report them. */
    @Test
    void classify_headingThatNoTariffHas_hasNoCenter() {
        assertThat(SCHEDULE.longestKnownPrefix(new HtsNumber("7416000000"))).isEqualTo("74");
        assertThat(TestRulebook.shared().edition(Story.DAY).classify(new HtsNumber("7416000000")))
                .isNull();
    }

    /** The rules that claim a number on its deepest level. */
    private static List<Rule> claims(HtsNumber number, List<Rule> rules) {
        List<Rule> claims = new ArrayList<>();
        int deepest = 0;
        for (Rule rule : rules) {
            NumberRange range = rule.range().orElseThrow();
            int prefix = switch (range.digits()) {
                case 2 -> number.chapter();
                case 4 -> number.heading();
                case 6 -> number.subheading();
                default -> number.rateLine();
            };
            if (range.digits() >= deepest && range.from() <= prefix && prefix <= range.to()) {
                if (range.digits() > deepest) {
                    claims.clear();
                }
                deepest = range.digits();
                claims.add(rule);
            }
        }
        return claims;
    }

    /** A rule that no number of the schedule ever needs is dead. */
    @Test
    void membershipRules_overAllDays_eachDecideSomeNumber() {
        SortedSet<String> used = new TreeSet<>();
        SortedSet<LocalDate> beginnings = new TreeSet<>();
        for (Rule rule : TestRulebook.shared().rules()) {
            if (rule.range().isPresent()) {
                beginnings.add(rule.inForce().from());
            }
        }
        for (LocalDate day : beginnings) {
            Edition edition = TestRulebook.shared().edition(day);
            for (HtsNumber number : SCHEDULE.numbers()) {
                Classified classified = edition.classify(number);
                if (classified != null) {
                    used.add(classified.rule().id().text());
                }
            }
        }
        assertThat(TestRulebook.shared().rules().stream()
                        .filter(rule -> rule.range().isPresent())
                        .map(rule -> rule.id().text())
                        .filter(id -> !used.contains(id)))
                .isEmpty();
    }

    /** Written by hand from CBP's notices and overview, not from the rules. */
    @ParameterizedTest
    @CsvSource({
        "8511.10.00, 2014-03-09, MACHINERY",
        "8511.10.00, 2014-03-10, AUTOMOTIVE_AEROSPACE",
        "7309.00.00, 2014-03-09, BASE_METALS",
        "7309.00.00, 2014-03-10, MACHINERY",
        "7013.22.10, 2014-03-09, CONSUMER_PRODUCTS",
        "7013.22.10, 2014-03-10, INDUSTRIAL_MATERIALS",
        "7415.10.00, 2014-03-10, BASE_METALS",
        "8307.10.30, 2014-03-10, BASE_METALS",
        "3401.11.10, 2026-11-25, CONSUMER_PRODUCTS",
        "3402.31.10, 2026-11-25, PHARMACEUTICALS",
        "3405.10.00, 2026-11-25, PHARMACEUTICALS",
        "3406.00.00, 2026-11-25, CONSUMER_PRODUCTS",
        "3702.10.00, 2026-11-25, PHARMACEUTICALS",
        "9006.30.00, 2026-11-25, CONSUMER_PRODUCTS",
        "8713.10.00, 2026-11-25, AUTOMOTIVE_AEROSPACE",
        "9021.10.00, 2026-11-25, PHARMACEUTICALS",
        "9402.10.00, 2026-11-25, PHARMACEUTICALS",
        "9403.10.00, 2026-11-25, CONSUMER_PRODUCTS",
        "0101.21.00, 2026-11-25, AGRICULTURE",
        "2402.20.80, 2026-11-25, AGRICULTURE",
        "2709.00.10, 2026-11-25, PETROLEUM_MINERALS",
        "3004.90.92, 2026-11-25, PHARMACEUTICALS",
        "4407.11.00, 2026-11-25, INDUSTRIAL_MATERIALS",
        "6109.10.00, 2026-11-25, APPAREL_TEXTILES",
        "6403.59.60, 2026-11-25, APPAREL_TEXTILES",
        "7208.39.00, 2026-11-25, BASE_METALS",
        "8458.11.00, 2026-11-25, MACHINERY",
        "8471.30.01, 2026-11-25, ELECTRONICS",
        "8542.31.00, 2026-11-25, ELECTRONICS",
        "8703.23.01, 2026-11-25, AUTOMOTIVE_AEROSPACE",
        "8802.40.00, 2026-11-25, AUTOMOTIVE_AEROSPACE",
        "9503.00.00, 2026-11-25, CONSUMER_PRODUCTS",
    })
    void classify_numberWithAKnownAnswer_isThatCenter(String number, LocalDate asOf, Center center) {
        Classified classified = TestRulebook.shared().edition(asOf).classify(new HtsNumber(number.replace(".", "")));
        assertThat(classified).isNotNull();
        assertThat(classified.center()).isEqualTo(center);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9801.00.10", "9903.88.15", "9999.00.00"})
    void classify_specialProvision_hasNoCenter(String number) {
        assertThat(TestRulebook.shared().edition(Story.DAY).classify(new HtsNumber(number.replace(".", ""))))
                .isNull();
    }
}
