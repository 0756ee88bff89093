package io.centerline.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityWordsTest {
    @ParameterizedTest
    @CsvSource({
        "PSC, POST_SUMMARY_CORRECTION",
        "CF28, REQUEST_FOR_INFORMATION",
        "CBP Form 29, NOTICE_OF_ACTION",
        "1520D, PREFERENCE_CLAIM",
        "19 U.S.C. 1520(d), PREFERENCE_CLAIM",
        "AD/CVD, ANTIDUMPING_COUNTERVAILING",
        "TIB, SPECIAL_ENTRY_PROCEDURE",
        "C-TPAT, CTPAT",
        "In-Bond, IN_BOND",
        "petition for relief, FINES_PENALTIES_FORFEITURES",
        "Continuous Bond, CONTINUOUS_BOND_APPROVAL",
        "CF 7501, ENTRY_SUMMARY",
        "FORM 19, PROTEST",
        "CF6051D, DETENTION",
        "notice of detention, DETENTION",
        "protests, PROTEST",
        "penalties, FINES_PENALTIES_FORFEITURES",
        "CVD, ANTIDUMPING_COUNTERVAILING",
        "1466, VESSEL_REPAIR",
        "in\u2011bond, IN_BOND",
        "reconciliation entry, RECONCILIATION",
        "CBP 28, REQUEST_FOR_INFORMATION",
        "520(d), PREFERENCE_CLAIM",
        "samples, SAMPLING",
        "demand for redelivery, REDELIVERY",
        "liquidated damages, FINES_PENALTIES_FORFEITURES"
    })
    void find_wordOfTheTrade_isTheActivityItMeans(String word, Activity activity) {
        assertThat(ActivityWords.find(word)).isEqualTo(activity);
    }

    @ParameterizedTest
    @EnumSource
    void find_nameInOtherForm_isTheActivity(Activity activity) {
        assertThat(ActivityWords.find(
                        activity.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')))
                .isEqualTo(activity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PARTITION",
                "PETITIONS OF",
                "bond issue",
                "entry",
                "",
                "STB",
                "28",
                "\u4e0dPROTEST",
                "PROTEST\u00c9",
                "PROTEST\0"
            })
    void find_wordThatOnlySoundsNear_isNone(String word) {
        assertThat(ActivityWords.find(word)).isNull();
    }

    @Test
    void find_formOfTheEntrySummary_isTheEntrySummary() {
        assertThat(ActivityWords.find("7501")).isEqualTo(Activity.ENTRY_SUMMARY);
    }
}
