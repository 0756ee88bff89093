package io.centerline.web.directory;

import io.centerline.facts.Activity;
import io.centerline.rulebook.vocabulary.Office;
import io.centerline.web.Formats;
import io.quarkus.qute.TemplateExtension;
import java.util.Map;

/** Activities and offices in the words of people. */
@TemplateExtension
public final class HandlingWords {
    /** Those whose constants read alone say too little. */
    private static final Map<Activity, String> ACTIVITIES = Map.of(
            Activity.COUNTRY_OF_ORIGIN_MARKING, "marking with the country of origin",
            Activity.TRADEMARK_COPYRIGHT, "trademarks and copyrights",
            Activity.PACKING_STAMPING, "packing and stamping",
            Activity.FTZ_ENTRY_SUMMARY, "entry summary of goods from a foreign trade zone",
            Activity.FTZ_ADMISSION, "admission into a foreign trade zone",
            Activity.ANTIDUMPING_COUNTERVAILING, "antidumping or countervailing duty",
            Activity.FINES_PENALTIES_FORFEITURES, "fines, penalties and forfeitures",
            Activity.IN_BOND, "in-bond movement",
            Activity.CTPAT, "CTPAT");

    private HandlingWords() {}

    /** What an activity is called. */
    public static String told(Activity activity) {
        return ACTIVITIES.getOrDefault(activity, Formats.spoken(activity));
    }

    /** What an office is called. */
    public static String told(Office office) {
        return switch (office) {
            case CENTER -> "the Center";
            case PORT -> "the port";
            case BOTH -> "the Center and the port";
            case DRAWBACK_OFFICE -> "the drawback office";
            case REVENUE_DIVISION -> "the Revenue Division";
            case HEADQUARTERS -> "CBP headquarters";
        };
    }
}
