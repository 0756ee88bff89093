package io.centerline.editor;

/**
 * One thing that could be written at a place.
 *
 * @param from where the text begins that it takes the place of
 * @param to behind that text
 * @param label what a list shows
 * @param insert what is written
 * @param kind what it is
 * @param detail a few words more, such as a Center's name; may be empty
 */
public record Completion(int from, int to, String label, String insert, Kind kind, String detail) {

    /** What kinds there are. */
    public enum Kind {
        /** A word of the language. */
        KEYWORD,
        /** A fact that conditions look at. */
        FACT,
        /** A field of a fact. */
        FIELD,
        /** A named constant, other than a Center. */
        CONSTANT,
        /** A Center, by constant or code. */
        CENTER,
        /** A conclusion. */
        CONCLUSION,
        /** A variable of the rule. */
        VARIABLE,
        /** An annotation of a rule. */
        ANNOTATION,
        /** The id of a rule. */
        ID,
        /** A key of YAML. */
        KEY,
        /** A number of the tariff. */
        NUMBER,
        /** A longer piece of text. */
        TEXT
    }
}
