package io.centerline.rulebook.language;

/**
 * One thing that is otherwise in a rule than it was.
 *
 * @param facet which part of the rule
 * @param before what it said; empty when it said nothing there
 * @param after what it says now; empty when it says nothing there any more
 * @param sentence both as a finished sentence that names the rule
 */
public record RuleEdit(Facet facet, String before, String after, String sentence) {

    /** The parts of a rule, those that decide first. */
    public enum Facet {
        /** The numbers a membership rule claims. */
        RANGE,
        /** The Center a membership rule gives them to. */
        CENTER,
        /** The days it is in force. */
        DAYS,
        /** What has to be there for it to fire. */
        CONDITION,
        /** What it concludes. */
        CONCLUSION,
        /** What it rests on. */
        STANDING,
        /** The source it cites. */
        CITATION,
        /** The sentence of its name. */
        TITLE,
        /** What a decision prints when it fires. */
        SENTENCE,
        /** The file it stands in. */
        FILE
    }
}
