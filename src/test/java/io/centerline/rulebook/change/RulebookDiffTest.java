package io.centerline.rulebook.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RulebookDiffTest {
    private static final Rulebook BEFORE = TestRulebook.shared();
    private static final Schedule SCHEDULE = Schedule.load();

    @Test
    void between_same_isEmpty() {
        RulebookDiff diff = RulebookDiff.between(BEFORE, BEFORE, SCHEDULE);

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.moves()).isEmpty();
        assertThat(diff.render()).isEqualTo("the rulebooks are the same\n");
    }

    @Test
    void between_otherLayoutAndVariables_isEmpty() {
        Rulebook after = changed("placement/predominance.drl", text -> "// a note\n" + text.replace("$c", "$where"));

        RulebookDiff diff = RulebookDiff.between(BEFORE, after, SCHEDULE);

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.render()).isEqualTo("no rule differs; only comments, layout or names of variables do\n");
        assertThat(diff.before()).isNotEqualTo(diff.after());
    }

    @Test
    void between_movedRange_namesRulesNumbersAndDays() {
        Rulebook after = changed("membership/automotive-aerospace.drl", text -> text + """

                        rule "MEM-0399 Hoses and belts (4009-4010) are Automotive & Aerospace"
                            @id("MEM-0399") @citation("test") @standing("found") @inForce("2027-07-01/2028-06-30")
                        when
                            $hts : HtsNumber( subheading >= 400900, subheading <= 401099 )
                        then
                            insert(new Membership($hts, Center.AUTOMOTIVE_AEROSPACE));
                        end
                        """);

        RulebookDiff diff = RulebookDiff.between(BEFORE, after, SCHEDULE);

        assertThat(diff.rules()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(RuleChange.Kind.ADDED);
            assertThat(change.sentences())
                    .containsExactly(
                            "MEM-0399 is new, in force from 2027-07-01 to 2028-06-30: Hoses and belts (4009-4010) are"
                                    + " Automotive & Aerospace");
        });
        List<HtsNumber> rubber = SCHEDULE.numbers().stream()
                .filter(number -> number.heading() >= 4009 && number.heading() <= 4010)
                .filter(number -> center(BEFORE, number) != Center.AUTOMOTIVE_AEROSPACE)
                .toList();
        assertThat(rubber).isNotEmpty();
        assertThat(diff.movedNumbers()).isEqualTo(rubber.size());
        assertThat(diff.moves()).allSatisfy(move -> {
            assertThat(move.days()).hasToString("2027-07-01/2028-06-30");
            assertThat(move.after().rule()).hasToString("MEM-0399");
            assertThat(move.sentence())
                    .contains("to Automotive & Aerospace (MEM-0399) from 2027-07-01 to 2028-06-30: ");
        });
        assertThat(diff.moves().stream().mapToInt(NumberMove::numbers).sum()).isEqualTo(rubber.size());
    }

    @Test
    void between_ruleEndsAndAnotherBegins_tellsBoth() {
        Rulebook ended = changed(
                "membership/consumer-products.drl",
                text -> inRule(text, "MEM-0826", rule -> rule.replace("/..", "/2027-06-30")));
        Rulebook after = changed(ended, "membership/automotive-aerospace.drl", text -> text + """

                        rule "MEM-0399 Baby carriages (8715) are Automotive & Aerospace"
                            @id("MEM-0399") @citation("test") @standing("found") @inForce("2027-07-01/..")
                        when
                            $hts : HtsNumber( heading == 8715 )
                        then
                            insert(new Membership($hts, Center.AUTOMOTIVE_AEROSPACE));
                        end
                        """);

        RulebookDiff diff = RulebookDiff.between(BEFORE, after, SCHEDULE);

        int carriages = (int) SCHEDULE.numbers().stream()
                .filter(number -> number.heading() == 8715)
                .count();
        assertThat(diff.render())
                .isEqualTo("2 rules differ\n"
                        + "  MEM-0399 is new, in force from 2027-07-01 on: Baby carriages (8715) are Automotive &"
                        + " Aerospace\n"
                        + "  MEM-0826 now ends on 2027-06-30, before it had no end\n\n"
                        + carriages + " numbers of the schedule change their Center\n"
                        + "  `8715` moves from Consumer Products & Mass Merchandising (MEM-0826) to Automotive &"
                        + " Aerospace (MEM-0399) from 2027-07-01 on: " + carriages + " numbers of the schedule\n");
    }

    @Test
    void between_narrowedRange_leavesNumbersWithoutACenter() {
        Rulebook after = changed(
                "membership/consumer-products.drl",
                text -> inRule(
                        text, "MEM-0804", rule -> rule.replace("heading >= 3303", "heading >= 3304, heading > 3304")));

        RulebookDiff diff = RulebookDiff.between(BEFORE, after, SCHEDULE);

        assertThat(sentences(diff)).containsExactly("MEM-0804 now covers `3305` to `3307`, before `3303` to `3307`");
        assertThat(diff.moves()).singleElement().satisfies(move -> {
            assertThat(move.from()).isEqualTo("3303000000");
            assertThat(move.to()).isEqualTo("3304999999");
            assertThat(move.after()).isNull();
            assertThat(move.sentence())
                    .startsWith("`3303` to `3304` move from Consumer Products & Mass Merchandising (MEM-0804) to no"
                            + " Center from 2013-04-04 on: ");
        });
    }

    @Test
    void between_otherWordsOnTheSameNumbers_movesNothing() {
        Rulebook after = changed(
                "membership/consumer-products.drl",
                text -> inRule(
                        text,
                        "MEM-0804",
                        rule -> rule.replace("heading >= 3303", "heading > 3302")
                                .replace("inferred:high", "inferred:low")
                                .replace("toilet preparations", "preparations")));

        RulebookDiff diff = RulebookDiff.between(BEFORE, after, SCHEDULE);

        assertThat(diff.moves()).isEmpty();
        assertThat(sentences(diff))
                .containsExactly(
                        "MEM-0804 now stands as `inferred:low`, before `inferred:high`",
                        "MEM-0804 now is called `Perfumes, cosmetics and preparations (3303-3307) are Consumer"
                                + " Products`, before `Perfumes, cosmetics and toilet preparations (3303-3307) are"
                                + " Consumer Products`");
        assertThat(diff.render()).endsWith("no number changes its Center\n");
    }

    @Test
    void between_movedThreshold_isToldInWords() {
        Rulebook after = changed(
                "placement/predominance.drl",
                text -> inRule(
                        text,
                        "PRE-005",
                        rule -> rule.replace("counted < 5", "counted < 8").replace("; 5 or", "; 8 or")));

        assertThat(sentences(RulebookDiff.between(BEFORE, after, SCHEDULE)))
                .containsExactly(
                        "PRE-005 now asks for `counted < 8`, before `counted < 5`",
                        "PRE-005 now says `{$n|line|lines} counted; 8 or more are usual`, before"
                                + " `{$n|line|lines} counted; 5 or more are usual`");
    }

    @Test
    void between_conditionsThatComeAndGo_areTold() {
        Rulebook before = changed("placement/extra.drl", text -> extra("Totals( counted > 3, $n : counted )", "TIE"));

        assertThat(sentences(RulebookDiff.between(
                        before,
                        changed(
                                "placement/extra.drl",
                                text -> extra("Totals( $n : counted )\n not Tally( share >= 0.50 )", "NO_MAJORITY")),
                        SCHEDULE)))
                .containsExactly(
                        "PRE-099 no longer asks for `counted > 3`",
                        "PRE-099 now also asks for `not Tally( share >= 0.50 )`",
                        "PRE-099 now concludes `Review(ReviewCode.NO_MAJORITY, Basis.PREDOMINANCE)`, before"
                                + " `Review(ReviewCode.TIE, Basis.PREDOMINANCE)`");
        Rulebook barred = changed(
                "placement/extra.drl", text -> extra("Totals( $n : counted )\n not Tally( share >= 0.50 )", "TIE"));
        assertThat(sentences(RulebookDiff.between(
                        barred,
                        changed(
                                "placement/extra.drl",
                                text -> extra("Totals( $n : counted )\n not Tally( share >= 0.60 )", "TIE")),
                        SCHEDULE)))
                .containsExactly(
                        "PRE-099 now asks for `not Tally( share >= 0.60 )`, before `not Tally( share >= 0.50 )`");
        Rulebook gathered = changed(
                "placement/extra.drl",
                text -> extra("accumulate( Tally( $n : count ); $s : sum($n); $s < 10 )", "TIE"));
        assertThat(sentences(RulebookDiff.between(
                        gathered,
                        changed(
                                "placement/extra.drl",
                                text -> extra("accumulate( Tally( $n : count ); $s : sum($n); $s < 12 )", "TIE")),
                        SCHEDULE)))
                .containsExactly("PRE-099 now asks for `$s < 12`, before `$s < 10`");
    }

    @Test
    void between_ruleGone_isTold() {
        Rulebook after = Rulebook.of(TestRulebook.without(BEFORE.files(), "PRE-005"));

        assertThat(sentences(RulebookDiff.between(BEFORE, after, SCHEDULE)))
                .singleElement()
                .asString()
                .startsWith("PRE-005 is gone; it was in force from 2013-04-04 on: ");
    }

    @Test
    void between_ruleInAnotherFile_isTold() {
        SortedMap<String, String> texts = new TreeMap<>(BEFORE.files().texts());
        texts.put("placement/courier.drl", String.valueOf(texts.remove("placement/eligibility.drl")));

        assertThat(sentences(RulebookDiff.between(BEFORE, Rulebook.of(new RuleFiles(texts)), SCHEDULE)))
                .isNotEmpty()
                .allMatch(sentence -> sentence.contains(
                        " now stands in `rules/placement/courier.drl`, before `rules/placement/eligibility.drl`"));
    }

    private static String extra(String when, String code) {
        return "package rules.placement;\nimport io.centerline.rulebook.vocabulary.*;\n"
                + "rule \"PRE-099 something\"\n@id(\"PRE-099\") @citation(\"c\") @standing(\"found\")"
                + " @inForce(\"2013-04-04/..\")\nwhen\n " + when + "\nthen\n insert(new Review(ReviewCode." + code
                + ", Basis.PREDOMINANCE));\nend\n";
    }

    private static Center center(Rulebook rulebook, HtsNumber number) {
        var classified = rulebook.edition(LocalDate.of(2027, 7, 1)).classify(number);
        return classified == null ? null : classified.center();
    }

    private static List<String> sentences(RulebookDiff diff) {
        return diff.rules().stream()
                .flatMap(change -> change.sentences().stream())
                .toList();
    }

    private static String inRule(String text, String id, UnaryOperator<String> change) {
        int start = text.indexOf("rule \"" + id);
        int end = text.indexOf("\nend", start);
        String rule = text.substring(start, end);
        String changed = change.apply(rule);
        assertThat(changed).isNotEqualTo(rule);
        return text.substring(0, start) + changed + text.substring(end);
    }

    private static Rulebook changed(String path, UnaryOperator<String> change) {
        return changed(BEFORE, path, change);
    }

    private static Rulebook changed(Rulebook rulebook, String path, UnaryOperator<String> change) {
        SortedMap<String, String> texts = new TreeMap<>(rulebook.files().texts());
        texts.put(path, change.apply(texts.getOrDefault(path, "")));
        return Rulebook.of(new RuleFiles(texts));
    }
}
