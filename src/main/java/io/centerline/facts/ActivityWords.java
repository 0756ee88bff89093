package io.centerline.facts;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the trade calls the activities: abbreviations, numbers of forms, sections of the law. Words are compared without case,
 * blanks and punctuation; the names of the activities are among them. Every word means one activity; a word that could mean two is not in the list.
 */
public final class ActivityWords {
    private static final Map<String, Activity> WORDS = new HashMap<>();

    static {
        for (Activity activity : Activity.values()) {
            say(activity, activity.name());
        }
        say(Activity.ENTRY_SUMMARY, "7501", "CBP Form 7501", "entry summaries");
        say(Activity.CARGO_RELEASE, "3461", "CBP Form 3461", "release");
        say(Activity.LIQUIDATION_EXTENSION, "extension of liquidation");
        say(Activity.LIQUIDATION_SUSPENSION, "suspension of liquidation");
        say(Activity.PROTEST, "1514", "19 USC 1514", "CF19", "CBP Form 19", "application for further review", "AFR");
        say(Activity.PETITION, "1516", "19 USC 1516");
        say(Activity.COUNTRY_OF_ORIGIN_MARKING, "marking", "country of origin");
        say(Activity.APPRAISEMENT, "valuation", "appraisal");
        say(Activity.PREFERENCE_CLAIM, "1520D", "19 USC 1520(d)", "FTA", "FTA claim", "USMCA", "GSP", "preference");
        say(Activity.TRADEMARK_COPYRIGHT, "IPR", "trademark", "copyright", "trademarks and copyrights");
        say(Activity.WAREHOUSE_WITHDRAWAL, "warehouse withdrawal for consumption");
        say(Activity.SPECIAL_ENTRY_PROCEDURE, "TIB", "temporary importation under bond");
        say(Activity.RECONCILIATION, "recon");
        say(Activity.POST_SUMMARY_CORRECTION, "PSC");
        say(Activity.REQUEST_FOR_INFORMATION, "RFI", "CF28", "CBP Form 28", "form 28");
        say(Activity.NOTICE_OF_ACTION, "NOA", "CF29", "CBP Form 29", "form 29");
        say(
                Activity.ENTRY_CANCELLATION,
                "cancellation",
                "entry summary cancellation",
                "rejection",
                "entry summary rejection");
        say(Activity.CENSUS_WARNING, "census", "census warnings", "census override");
        say(Activity.VESSEL_REPAIR, "CF226", "CBP Form 226", "vessel repair entry", "19 USC 1466");
        say(Activity.INTERNAL_ADVICE, "internal advice request");
        say(Activity.PRIOR_DISCLOSURE, "19 USC 1592(c)(4)");
        say(
                Activity.ANTIDUMPING_COUNTERVAILING,
                "AD/CVD",
                "ADD/CVD",
                "antidumping",
                "countervailing",
                "antidumping and countervailing duty");
        say(Activity.DRAWBACK, "1313", "19 USC 1313", "7551", "CBP Form 7551", "drawback claim");
        say(
                Activity.FINES_PENALTIES_FORFEITURES,
                "FP&F",
                "fines, penalties and forfeitures",
                "penalty",
                "seizure",
                "forfeiture",
                "petition for relief");
        say(Activity.FTZ_ADMISSION, "214", "CBP Form 214", "zone admission");
        say(Activity.EXAMINATION, "exam", "inspection");
        say(Activity.IN_BOND, "7512", "CBP Form 7512", "in-bond movement");
        say(Activity.REDELIVERY, "4647", "CBP Form 4647", "notice to redeliver");
        say(Activity.SINGLE_TRANSACTION_BOND, "STB");
        say(Activity.CONTINUOUS_BOND_APPROVAL, "continuous bond");
        say(Activity.BINDING_RULING, "ruling", "19 CFR 177", "ruling request");
        say(Activity.REGULATORY_AUDIT, "audit", "focused assessment");
    }

    private ActivityWords() {}

    /** The activity that a word of the trade means; null when it is none of the list. */
    public static @Nullable Activity find(String word) {
        return WORDS.get(bare(word));
    }

    private static void say(Activity activity, String... words) {
        for (String word : words) {
            if (WORDS.put(bare(word), activity) != null) {
                throw new IllegalStateException("two activities are called " + word);
            }
        }
    }

    private static String bare(String word) {
        return word.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
