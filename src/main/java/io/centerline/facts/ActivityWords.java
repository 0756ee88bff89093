package io.centerline.facts;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the trade calls the activities: abbreviations, numbers of forms, sections of the law. Words are compared without case,
 * blanks and punctuation; the names of the activities are among them. Every word means one activity; a word that could mean two is not in the list.
 */
public final class ActivityWords {
    private static final Map<String, Activity> WORDS = new HashMap<>();
    /** Letters of other scripts are not left out: what they change is another word. */
    private static final Pattern WRITABLE = Pattern.compile("[A-Za-z0-9\\p{P}\\p{Z}]*");

    private static final int LONG_NUMBER = 4;

    static {
        for (Activity activity : Activity.values()) {
            say(activity, activity.name());
        }
        form(Activity.ENTRY_SUMMARY, "7501");
        say(Activity.ENTRY_SUMMARY, "entry summaries");
        form(Activity.CARGO_RELEASE, "3461");
        say(Activity.CARGO_RELEASE, "release");
        say(Activity.LIQUIDATION_EXTENSION, "extension of liquidation");
        say(Activity.LIQUIDATION_SUSPENSION, "suspension of liquidation");
        say(Activity.PROTEST, "1514", "19 USC 1514", "application for further review", "AFR");
        form(Activity.PROTEST, "19");
        say(Activity.PETITION, "1516", "19 USC 1516");
        say(Activity.COUNTRY_OF_ORIGIN_MARKING, "marking", "country of origin");
        say(Activity.APPRAISEMENT, "valuation", "appraisal");
        say(
                Activity.PREFERENCE_CLAIM,
                "1520D",
                "19 USC 1520(d)",
                "520(d)",
                "FTA",
                "FTA claim",
                "USMCA",
                "GSP",
                "preference");
        say(Activity.TRADEMARK_COPYRIGHT, "IPR", "trademark", "copyright", "trademarks and copyrights");
        say(Activity.WAREHOUSE_WITHDRAWAL, "warehouse withdrawal for consumption");
        say(Activity.SPECIAL_ENTRY_PROCEDURE, "TIB", "temporary importation under bond");
        say(Activity.RECONCILIATION, "recon", "reconciliation entry");
        say(Activity.POST_SUMMARY_CORRECTION, "PSC");
        say(Activity.REQUEST_FOR_INFORMATION, "RFI");
        form(Activity.REQUEST_FOR_INFORMATION, "28");
        say(Activity.NOTICE_OF_ACTION, "NOA");
        form(Activity.NOTICE_OF_ACTION, "29");
        say(
                Activity.ENTRY_CANCELLATION,
                "cancellation",
                "entry summary cancellation",
                "rejection",
                "entry summary rejection");
        say(Activity.CENSUS_WARNING, "census", "census warnings", "census override");
        say(Activity.VESSEL_REPAIR, "vessel repair entry", "1466", "19 USC 1466");
        form(Activity.VESSEL_REPAIR, "226");
        say(Activity.INTERNAL_ADVICE, "internal advice request");
        say(Activity.PRIOR_DISCLOSURE, "19 USC 1592(c)(4)");
        say(
                Activity.ANTIDUMPING_COUNTERVAILING,
                "AD/CVD",
                "ADD/CVD",
                "CVD",
                "antidumping",
                "countervailing",
                "antidumping and countervailing duty");
        say(Activity.DRAWBACK, "1313", "19 USC 1313", "drawback claim");
        form(Activity.DRAWBACK, "7551");
        say(
                Activity.FINES_PENALTIES_FORFEITURES,
                "FP&F",
                "fines, penalties and forfeitures",
                "penalty",
                "penalties",
                "seizure",
                "forfeiture",
                "liquidated damages",
                "petition for relief");
        say(Activity.FTZ_ADMISSION, "zone admission");
        form(Activity.FTZ_ADMISSION, "214");
        say(Activity.EXAMINATION, "exam", "inspection");
        say(Activity.IN_BOND, "in-bond movement");
        form(Activity.IN_BOND, "7512");
        say(Activity.DETENTION, "notice of detention");
        form(Activity.DETENTION, "6051D");
        say(Activity.REDELIVERY, "notice to redeliver", "demand for redelivery");
        say(Activity.SAMPLING, "samples", "taking of samples");
        form(Activity.REDELIVERY, "4647");
        say(Activity.CONTINUOUS_BOND_APPROVAL, "continuous bond");
        say(Activity.BINDING_RULING, "ruling", "19 CFR 177", "ruling request");
        say(Activity.REGULATORY_AUDIT, "audit", "focused assessment");
    }

    private ActivityWords() {}

    /** The activity that a word of the trade means, also in the plural; null when it is none of the list. */
    public static @Nullable Activity find(String word) {
        if (!WRITABLE.matcher(word).matches()) {
            return null;
        }
        String bare = bare(word);
        Activity found = WORDS.get(bare);
        return found == null && bare.endsWith("S") ? WORDS.get(bare.substring(0, bare.length() - 1)) : found;
    }

    /** Whether a word is the name of an activity, whatever its case, blanks and punctuation. */
    public static boolean isName(String word, Activity activity) {
        return bare(word).equals(bare(activity.name()));
    }

    /** A form of CBP by its number; long numbers are known without the word. */
    private static void form(Activity activity, String number) {
        say(activity, "CBP Form " + number, "CBPF " + number, "form " + number, "CF " + number, "CBP " + number);
        if (number.length() >= LONG_NUMBER || number.equals("214")) {
            say(activity, number);
        }
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
