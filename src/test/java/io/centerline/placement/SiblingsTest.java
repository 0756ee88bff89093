package io.centerline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.ImporterNumber.Format;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Measure;
import io.centerline.rulebook.vocabulary.ReviewCode;
import io.centerline.tariff.Center;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SiblingsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Outcome ELECTRONICS = new Outcome.Placed(Center.ELECTRONICS, Basis.PREDOMINANCE);
    private static final Outcome ELECTRONICS_ON_ACCOUNT = new Outcome.Placed(Center.ELECTRONICS, Basis.ACCOUNT);
    private static final Outcome METALS = new Outcome.Placed(Center.BASE_METALS, Basis.PREDOMINANCE);
    private static final Outcome PENDING = new Outcome.Pending(null);
    private static final Outcome BARRED = new Outcome.NotPlaced(Basis.ELIGIBILITY);
    private static final ReviewNote THIN = new ReviewNote(ReviewCode.THIN_EVIDENCE, "1 line counted");

    @Test
    void compare_suffixesInDifferentCenters_reviewsBoth() {
        List<Decision> compared =
                Siblings.compare(List.of(ein("12-345678900", ELECTRONICS), ein("12-345678901", METALS)));

        assertThat(compared.get(0).reviews())
                .containsExactly(
                        THIN,
                        new ReviewNote(
                                ReviewCode.SIBLING_DIFFERS,
                                "under the same EIN 12-345678901 is placed in Base Metals"));
        assertThat(compared.get(1).reviews())
                .containsExactly(
                        THIN,
                        new ReviewNote(
                                ReviewCode.SIBLING_DIFFERS,
                                "under the same EIN 12-345678900 is placed in Electronics"));
    }

    @Test
    void compare_sameCenterOnAnotherBasis_staysAsItIs() {
        List<Decision> decisions =
                List.of(ein("12-345678900", ELECTRONICS), ein("12-345678901", ELECTRONICS_ON_ACCOUNT));

        assertThat(Siblings.compare(decisions)).isEqualTo(decisions);
    }

    @Test
    void compare_otherEins_staysAsItIs() {
        List<Decision> decisions = List.of(ein("12-345678900", ELECTRONICS), ein("12-345678800", METALS));

        assertThat(Siblings.compare(decisions)).isEqualTo(decisions);
    }

    @Test
    void compare_samePersonTwice_staysAsItIs() {
        List<Decision> decisions = List.of(
                decision("123-45-6789", Format.SOCIAL_SECURITY, ELECTRONICS),
                decision("123-45-6789", Format.SOCIAL_SECURITY, METALS));

        assertThat(Siblings.compare(decisions)).isEqualTo(decisions);
    }

    @Test
    void compare_withoutSuffixPendingAndBarred_namesWhatEachIs() {
        List<Decision> compared = Siblings.compare(
                List.of(ein("12-345678901", ELECTRONICS), ein("12-3456789", PENDING), ein("12-345678902", BARRED)));

        assertThat(note(compared.get(0)))
                .isEqualTo("under the same EIN 12-3456789 is pending, 12-345678902 is not eligible");
        assertThat(note(compared.get(1)))
                .isEqualTo("under the same EIN 12-345678901 is placed in Electronics, 12-345678902 is not eligible");
    }

    @Test
    void compare_manySiblings_namesFiveAndCountsTheRest() {
        List<Decision> family = new ArrayList<>(List.of(ein("12-345678900", ELECTRONICS)));
        for (int suffix = 1; suffix <= 7; suffix++) {
            family.add(ein("12-34567890" + suffix, METALS));
        }

        assertThat(note(Siblings.compare(family).get(0)))
                .contains("12-345678905 is placed")
                .doesNotContain("12-345678906")
                .endsWith(", and 2 more differ");
    }

    @Test
    void compare_familyOfThousands_takesNoLongerForEach() {
        List<Decision> family = new ArrayList<>();
        for (int member = 0; member < 20_000; member++) {
            family.add(ein(
                    "12-3456789" + String.format(Locale.ROOT, "%05d", member), member % 2 == 0 ? ELECTRONICS : METALS));
        }

        List<Decision> compared = assertTimeout(Duration.ofSeconds(10), () -> Siblings.compare(family));

        assertThat(note(compared.get(0))).endsWith(", and 9995 more differ");
    }

    @Test
    void compare_twiceAndInAnotherOrder_saysTheSame() {
        List<Decision> family = new ArrayList<>(
                List.of(ein("12-345678901", ELECTRONICS), ein("12-345678902", METALS), ein("12-345678903", PENDING)));
        List<Decision> once = Siblings.compare(family);
        Collections.reverse(family);

        assertThat(Siblings.compare(once)).isEqualTo(once);
        assertThat(Siblings.compare(family)).containsExactlyInAnyOrderElementsOf(once);
    }

    private static String note(Decision decision) {
        return decision.reviews().get(1).message();
    }

    private static Decision ein(String number, Outcome outcome) {
        return decision(number, Format.EIN, outcome);
    }

    private static Decision decision(String number, Format format, Outcome outcome) {
        Importer importer = new Importer(new ImporterNumber(number, format), "", ImporterKind.IMPORTER);
        Explanation explanation = new Explanation(
                "", "", new Window(Measure.LINES, DAY.minusYears(1).plusDays(1), DAY), List.of(), List.of(), null);
        return new Decision(
                new Facts(importer, DAY, List.of(), List.of(), null),
                outcome,
                null,
                List.of(THIN),
                explanation,
                List.of(),
                List.of(),
                "sha256:00");
    }
}
