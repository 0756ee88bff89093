package io.centerline.intake;

import io.centerline.facts.ImporterNumber;
import io.centerline.facts.ImporterNumber.Format;
import io.centerline.facts.IssueCode;
import io.centerline.text.Echo;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads importer of record numbers as the ACE importer query writes them: {@code NN-NNNNNNNXX} (EIN with suffix),
 * {@code NN-NNNNNNN} (EIN alone), {@code NNN-NN-NNNN} (social security number) and {@code YYDDPP-NNNNN} (assigned by
 * CBP). Blanks around the number are dropped and letters upper-cased; nothing else is mended. Stateless.
 */
public final class ImporterNumberReader {

    // The suffix never holds O, I or Z.
    private static final Pattern EIN = Pattern.compile("[0-9]{2}-[0-9]{7}(?:[0-9A-HJ-NP-Y]{2})?");
    private static final Pattern SOCIAL_SECURITY = Pattern.compile("[0-9]{3}-[0-9]{2}-[0-9]{4}");
    private static final Pattern CBP_ASSIGNED = Pattern.compile("[0-9]{6}-[0-9]{5}");
    private static final Pattern SUFFIX_WITH_LOOKALIKE = Pattern.compile("[0-9]{2}-[0-9]{7}[0-9A-Z]{2}");
    private static final Pattern UNDASHED = Pattern.compile("[0-9]{9}(?:[0-9A-Z]{2})?");
    private static final Pattern CLEARLY_COMPANY = Pattern.compile("[0-9]{2}-[0-9A-Z]{0,12}|[0-9]{9}[0-9A-Z]{2}");
    private static final Pattern ALL_BUT_LAST_FOUR_DIGITS = Pattern.compile("\\p{Nd}(?=(?:\\P{Nd}*\\p{Nd}){4})");

    private static final String FORMATS =
            "write `NN-NNNNNNNXX` (EIN with suffix), `NNN-NN-NNNN` (social security number) or `YYDDPP-NNNNN` (assigned by CBP)";

    /** What became of the text. */
    public sealed interface Reading {

        /**
         * The text is an importer number.
         *
         * @param number the number
         */
        @SuppressWarnings("JavaLangClash") // the opposite of Unreadable
        record Readable(ImporterNumber number) implements Reading {}

        /**
         * The text is not an importer number.
         *
         * @param code one of the {@code IMPORTER_NUMBER_…} codes
         * @param message what is wrong; never shows a possible social security number
         * @param help how to mend it
         */
        record Unreadable(IssueCode code, String message, String help) implements Reading {}
    }

    /** Reads one importer number, as received. */
    public Reading read(String received) {
        String text = upperCased(received.strip());
        if (text.isEmpty()) {
            return new Reading.Unreadable(IssueCode.IMPORTER_NUMBER_EMPTY, "importer number is empty", FORMATS);
        }
        if (EIN.matcher(text).matches()) {
            return new Reading.Readable(new ImporterNumber(text, Format.EIN));
        }
        if (SOCIAL_SECURITY.matcher(text).matches()) {
            return new Reading.Readable(new ImporterNumber(text, Format.SOCIAL_SECURITY));
        }
        if (CBP_ASSIGNED.matcher(text).matches()) {
            return new Reading.Readable(new ImporterNumber(text, Format.CBP_ASSIGNED));
        }
        return fault(text);
    }

    /** Upper case for ASCII alone: beyond it, letters such as a dotless i would turn into others. */
    private static String upperCased(String text) {
        return text.chars().allMatch(c -> c < 0x80) ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static Reading fault(String text) {
        if (UNDASHED.matcher(text).matches()) {
            return new Reading.Unreadable(
                    IssueCode.IMPORTER_NUMBER_AMBIGUOUS,
                    "importer number " + shown(text) + " has no dashes, so its type cannot be told",
                    FORMATS);
        }
        if (SUFFIX_WITH_LOOKALIKE.matcher(text).matches()) {
            return new Reading.Unreadable(
                    IssueCode.IMPORTER_NUMBER_MALFORMED,
                    "importer number " + shown(text) + " has the suffix `" + text.substring(10)
                            + "`, and a suffix never holds O, I or Z",
                    "look whether the digits 0, 1 or 2 were meant");
        }
        return new Reading.Unreadable(
                IssueCode.IMPORTER_NUMBER_MALFORMED,
                "importer number " + shown(text) + " fits none of the three formats",
                FORMATS);
    }

    /** The number as a message may show it: unless it is clearly a company's, only the last four digits stay. */
    private static String shown(String text) {
        if (CLEARLY_COMPANY.matcher(text).matches()) {
            return Echo.of(text);
        }
        String start = text.length() > 60 ? text.substring(0, 60) : text;
        return Echo.of(ALL_BUT_LAST_FOUR_DIGITS.matcher(start).replaceAll("*"));
    }
}
