package io.centerline.check;

import io.centerline.check.Diagnostic.Severity;

/** Every kind of diagnostic; a code once published keeps its meaning. */
public enum DiagnosticCode {
    /** The folder, a file in it or an upload cannot be read. */
    UNREADABLE(
            Severity.ERROR,
            "a folder or file that cannot be read",
            "The rules were not looked at. The message says which file is meant and what is wrong with it."),
    /** A rule file breaks the rule language. */
    LANGUAGE(
            Severity.ERROR,
            "the rule language",
            "The text is not in the language rules may use. The message says what to write instead."),
    /** One id stands for two rules on one day. */
    ID_IN_FORCE_TWICE(
            Severity.ERROR,
            "one id, two rules on one day",
            "An id names one rule at a time. Give one of the rules a new id, or end the older one the day before."),
    /** The intervals of one id leave days between them. */
    ID_NOT_IN_FORCE(
            Severity.WARNING,
            "days between the intervals of one id",
            "The rules of one id follow each other with days between them on which none is in force. Close the hole, or "
                    + "give the later rule an id of its own."),
    /** Two rules of one level give a number to different Centers. */
    CONTRADICTION(
            Severity.ERROR,
            "two Centers for one number",
            "At its deepest level a number belongs to one Center. Let one range end where the other begins, or make the "
                    + "exception a deeper level."),
    /** Two rules of one level give a number to the same Center. */
    CLAIMED_TWICE(
            Severity.ERROR,
            "two rules for one number",
            "Which of the two rules a decision names would depend on their ids. Let one range end where the other begins."),
    /** A number of the tariff has no Center. */
    GAP(
            Severity.ERROR,
            "a number without a Center",
            "Every number of chapters 1 to 97 that the tariff has or had belongs to a Center on every covered day."),
    /** Numbers that no tariff has have no Center. */
    UNCLAIMED(
            Severity.NOTE,
            "numbers no tariff has",
            "No rule claims these numbers and nobody can report them. A tariff to come may use them."),
    /** A membership rule never decides. */
    NEVER_WINS(
            Severity.ERROR,
            "a rule that never wins",
            "Rules of a deeper level claim all its numbers. Take the rule away, or mend the ranges."),
    /** A membership rule decides only numbers that no tariff has or had. */
    WINS_NOTHING_KNOWN(
            Severity.WARNING,
            "a rule for numbers no tariff has",
            "Nobody can report a number this rule decides. Compare its range with the tariff."),
    /** A range holds a reserved chapter. */
    RESERVED_CHAPTER(
            Severity.ERROR,
            "a range over a reserved chapter",
            "Chapter 77 is reserved, and chapters 98 and 99 are special provisions, which have no Center and never vote."),
    /** The rule's name states another range than its condition. */
    NAME_DIFFERS(
            Severity.WARNING,
            "name and range differ",
            "The range in the rule's name is what people read. Let name and condition say the same."),
    /** A condition cannot be satisfied. */
    NEVER_HOLDS(
            Severity.ERROR,
            "a condition that never holds",
            "No fact satisfies the condition, so the rule never fires."),
    /** A comparison is always satisfied. */
    ALWAYS_HOLDS(
            Severity.WARNING,
            "a comparison that always holds",
            "The comparison excludes nothing, so something else was probably meant."),
    /** Not exactly one rule says what is counted. */
    COUNTING_POLICY(
            Severity.ERROR,
            "what is counted is not settled",
            "On every covered day exactly one rule in force inserts `Counting(measure, months)`."),
    /** Not exactly one rule says who handles an activity. */
    ACTIVITY_UNSETTLED(
            Severity.ERROR,
            "who handles an activity is not settled",
            "From the first day on which the rules route, exactly one rule in force says for each activity whether the Center, "
                    + "the port or both handle it."),
    /** The engine does not take a rule. */
    NOT_COMPILED(Severity.ERROR, "a rule that cannot be compiled", "Write the condition in another way and report it."),
    /** The two evaluators of the rules disagree. */
    EVALUATORS_DISAGREE(
            Severity.ERROR,
            "two readings of one rule",
            "The engine and the reader of the syntax tree conclude different things from the same facts. This is a fault of "
                    + "the program. Write the condition in another way and report it."),
    /** A case or scenario file cannot be read. */
    TEST_MALFORMED(
            Severity.ERROR,
            "a case or scenario that cannot be read",
            "The form of cases and scenarios is taught in rules/README.md."),
    /** A rule has no case. */
    CASE_MISSING(
            Severity.ERROR,
            "a rule without a case",
            "Beside each rule file lies its case file, with one case that fires and one near miss for every rule."),
    /** A case names a rule that is not beside it. */
    CASE_UNKNOWN_RULE(
            Severity.ERROR, "a case for no rule", "A case names a rule of the rule file that lies beside it."),
    /** A case does not come out as told. */
    CASE_FAILS(
            Severity.ERROR, "a case that fails", "Compare the answer with the law before you copy anything from it."),
    /** A scenario does not come out as told. */
    SCENARIO_FAILS(
            Severity.ERROR,
            "a scenario that fails",
            "Compare the answer with the law before you copy anything from it."),
    /** No case or scenario makes the rule fire. */
    NEVER_FIRES(Severity.WARNING, "a rule that never fires", "No case and no scenario makes the rule fire."),
    /** Nothing comes out otherwise without the rule. */
    EARNS_NO_PLACE(
            Severity.ERROR,
            "a rule that makes no difference",
            "Switched off alone, no case and no scenario comes out otherwise. Add the case that needs it, or take it away."),
    /** A rule says something else for past days than it did. */
    PAST_CHANGED(
            Severity.ERROR,
            "an answer for past days that changes",
            "History is not edited. Put the rule back, let it end, and write what changes as a new rule. A correction of "
                    + "history is activated with a reason of its own."),
    /** An id means something else than it did. */
    ID_REUSED(
            Severity.ERROR,
            "an id with another meaning",
            "Old decisions name the id. A rule whose range, condition or conclusion changes gets a new id; an interval that "
                    + "ends keeps it."),
    /** The evidence file cannot be read. */
    EVIDENCE_MALFORMED(
            Severity.ERROR, "evidence that cannot be read", "The form of evidence.yaml is taught in rules/README.md."),
    /** A rule says it was found, and no list or notice covers it. */
    STANDING_UNSUPPORTED(
            Severity.ERROR,
            "a standing that the evidence does not carry",
            "A membership rule may say `found` when lists and notices give all its numbers to its Center on all its days."),
    /** Evidence stronger than CBP's overview speaks against the rule in force; a warning of a list or notice. */
    EVIDENCE_AGAINST(
            Severity.NOTE,
            "evidence against a rule",
            "A source names another Center for numbers of the rule. A list or notice is a warning: a published list decides "
                    + "(19 CFR 101.1). Weigh any other source; its strength is its kind.");

    private final Severity severity;
    private final String title;
    private final String help;

    DiagnosticCode(Severity severity, String title, String help) {
        this.severity = severity;
        this.title = title;
        this.help = help;
    }

    /** How much it usually matters. */
    public Severity severity() {
        return severity;
    }

    /** What it is about, in a few lower-case words. */
    public String title() {
        return title;
    }

    /** What it means and how to mend it, in finished sentences. */
    public String help() {
        return help;
    }
}
