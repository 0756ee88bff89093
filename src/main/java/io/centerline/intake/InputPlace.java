package io.centerline.intake;

/**
 * Where in the input something was found. The words are built only when somebody asks, so that sound input costs none.
 */
public interface InputPlace {

    /** RFC 6901 JSON pointer, or {@code line 12, column "hts"} of a file. */
    String pointer();

    /** The start of a message about what the place belongs to: {@code "entry line 3: "}, or empty. */
    String prefix();

    /** The place itself as the subject of a sentence: {@code "entry line 3: `date`"}. */
    String subject();
}
