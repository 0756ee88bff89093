package io.centerline.facts;

import io.centerline.tariff.NumberStatus;

/** Every code an {@link Issue} can carry. A code once published keeps its meaning. */
public enum IssueCode {
    JSON_SYNTAX("the body is not well-formed JSON"),
    JSON_DUPLICATE_KEY("an object has the same key twice"),
    JSON_TOO_DEEP("the body is nested deeper than any request needs"),
    TEXT_MALFORMED("a text holds a lone surrogate or a control character"),
    TEXT_TOO_LONG("a text is longer than its field allows"),
    FIELD_UNKNOWN("an object has a field the contract does not know"),
    FIELD_MISSING("a required field is absent"),
    FIELD_WRONG_TYPE("a field holds another JSON type than the contract says"),
    VALUE_UNKNOWN("a field holds a word outside its closed list"),
    VALUE_MALFORMED("a number or code is not written as the contract says"),
    VALUE_OUT_OF_RANGE("a number is outside what the field allows"),
    VALUES_DIFFER("the values of a line's numbers are not one for each, or do not add up to the line's value"),
    DATE_MALFORMED("a date is not a real day written YYYY-MM-DD"),
    INTERVAL_REVERSED("an interval ends before it starts"),
    TOO_MANY_LINES("a request has more entry lines than the service accepts"),
    TOO_MANY_NUMBERS("a line or list reports more HTS numbers than it can"),
    AS_OF_BEFORE_COVERAGE("the as-of date lies before the first day the rulebook covers"),
    IMPORTER_NUMBER_EMPTY("an importer number is empty"),
    IMPORTER_NUMBER_AMBIGUOUS("an importer number without dashes fits more than one format"),
    IMPORTER_NUMBER_MALFORMED("an importer number fits none of the three formats"),
    IMPORTER_WITHOUT_SUFFIX("warning: an EIN without suffix stands beside the same EIN with one"),
    HTS_EMPTY("an HTS number is empty"),
    HTS_TOO_SHORT("an HTS number has fewer digits than a line needs"),
    HTS_TOO_LONG("an HTS number has more than ten digits"),
    HTS_LEADING_ZERO_LOST("an HTS number has an odd count of digits, as when a leading zero was dropped"),
    HTS_SUBHEADING_ONLY("an HTS number stops at the 6-digit HS subheading"),
    HTS_EXPONENT("a spreadsheet turned an HTS number into a power of ten"),
    HTS_DIGIT_GROUP_MISSING("a leading or doubled dot shows that a digit group may be missing"),
    HTS_NO_SUCH_CHAPTER("an HTS number names a chapter the tariff does not have"),
    HTS_PADDED("an HTS number outside chapters 98 and 99 was padded with leading zeros"),
    HTS_BAD_CHARACTER("an HTS number holds something other than digits and separators"),
    HTS_SEVERAL("a field holds more than one HTS number"),
    HTS_FLOAT("warning: a spreadsheet wrote the HTS number as a decimal number"),
    HTS_GROUPING("warning: the digits of an HTS number are grouped in an unusual way"),
    HTS_EXPIRED("warning: the number was in the schedule once and is no longer"),
    HTS_OTHER_EDITION("warning: the number is not in the edition of the schedule that applies, but in another one"),
    HTS_UNKNOWN("warning: the number is in no edition of the schedule that is loaded; its digits as reported decide"),
    HTS_SEVERAL_COMMODITIES(
            "warning: a line reports several numbers outside chapters 98 and 99; the counting rules say which of them votes"),
    UNDATED_LINES(
            "warning: lines without a date count as if they lay in the window; the number is that of lines sent, whatever their count"),
    KIND_DIFFERS("warning: a request calls the importer another kind of party than the account on file, which decides"),
    PARAMETER_UNKNOWN("the query string has a parameter that the address does not take"),
    PARAMETER_REPEATED("the query string has the same parameter twice"),
    PARAMETER_MALFORMED("the query string is not percent-encoded UTF-8"),
    FILE_ENCODING("a file is text in none of the encodings that are read"),
    FILE_KIND("a file is of a kind that holds no rows"),
    FILE_SEPARATOR("nothing tells what separates the columns of a file"),
    FILE_SHEET("nothing tells which sheet of a workbook holds the rows"),
    FILE_WORKBOOK("a workbook is damaged, or larger than can be read"),
    FILE_HEADER_MISSING("a file lacks a column it needs"),
    FILE_HEADER_UNKNOWN("a file has a column outside the closed list"),
    FILE_HEADER_TWICE("a file names the same column twice"),
    FILE_ROW_MALFORMED("a row of a file cannot be split into its columns"),
    FILE_COLUMN_UNCLEAR("the title and the cells of a column do not tell what it holds"),
    DATE_FORM_UNCLEAR("nothing tells whether the days of a column have the month or the day first"),
    LINE_CONTRADICTION("rows of one entry line differ in what can only be so or so"),
    DATE_SERIAL("warning: a spreadsheet wrote a day as a number"),
    HTS_ZERO_RESTORED("warning: a number cell lost the leading zero of an HTS number that only one number fits"),
    AMOUNT_LEFT_OUT("warning: a value or quantity that cannot be used is left out; its line counts"),
    ENTRY_CHECK_DIGIT("warning: a filer and an entry number put together have another check digit"),
    ENTRY_TYPE_UNKNOWN("warning: lines have an entry type that CBP is not known to use; they vote"),
    ENTRY_ZEROS_RESTORED("warning: a number cell lost the leading zeros of an entry number or filer code"),
    LINE_CONFLICT("warning: rows of one entry line report different goods or amounts"),
    ROWS_REJECTED("warning: rows of the importer were rejected; the decision rests on the others"),
    RULES_UNREADABLE("rules that were sent cannot be read"),
    TOO_MANY_RECORDS(
            "a list of evidence, directions, appeals, entries or decisions is longer than one request may hold"),
    PARAMETER_MISSING("the query string lacks a parameter that the address needs"),
    RULES_UNSOUND("a check of rules that were sent found an error"),
    CURSOR_MALFORMED("no page returned a cursor as its `next`"),
    CURSOR_OF_ANOTHER_QUERY("a cursor is used with other filters than those of its page"),
    PLACEMENT_UNKNOWN("no placement on file begins on the day that a correction names"),
    ACCOUNT_NOT_PLACEABLE("a broker or courier is to be placed in a Center"),
    ACTIVITY_WORD("warning: an activity is called by another word than its name, which the answer says"),
    PORT_MISSING("an activity that the port director handles names no port"),
    LINE_TWICE("two lines have the same entry number and line number and differ"),
    LINE_REPEATED(
            "warning: a line has the same entry number and line number as an earlier one and is equal in all else"),
    ENTRY_OF_ANOTHER("a line names another entry than the one it stands in"),
    NOT_ROUTED("no rule in force on the as-of date says who handles an activity"),
    NO_CLASSIFIABLE_LINE("an entry that must go by its own goods has no line that counts for a Center"),
    DIRECTION_OVERLAPS("a directed assignment is in force on days of another one"),
    DECISION_UNKNOWN("no decision has the id"),
    DECISION_NOT_ADOPTABLE("a decision cannot become a placement on file"),
    ACCOUNT_UNKNOWN("nothing is on file for an importer number"),
    APPEAL_OPEN("an appeal of the account is open already"),
    APPEAL_CLOSED("an appeal was withdrawn, granted or denied already"),
    EFFECTIVE_BEFORE_APPEAL("an appeal takes effect before it was filed"),
    APPEAL_WITHOUT_EFFECT("a granted appeal would not decide where an importer is placed"),
    ACCOUNT_STATED("a reassessment states an account, which it takes from the file"),
    REASSESSMENT_OVERTAKEN("an account changed since it was reassessed"),
    PAST_CHANGED("a rule says something else for past days than the active one"),
    ID_REUSED("an id stands for another range, condition or conclusion than in the active rulebook"),
    CORRECTION_UNNEEDED("an activation says why past answers may change, and none changes");

    private final String meaning;

    IssueCode(String meaning) {
        this.meaning = meaning;
    }

    /** The warning about a number that cannot be reported. */
    public static IssueCode of(NumberStatus status) {
        return switch (status) {
            case EXPIRED -> HTS_EXPIRED;
            case OTHER_EDITION -> HTS_OTHER_EDITION;
            case UNKNOWN -> HTS_UNKNOWN;
            case ACTIVE -> throw new IllegalArgumentException("a number that can be reported has no warning");
        };
    }

    /** What the code means, in one sentence. */
    public String meaning() {
        return meaning;
    }
}
