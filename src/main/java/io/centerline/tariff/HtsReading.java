package io.centerline.tariff;

import org.jspecify.annotations.Nullable;

/** What {@link HtsReader} made of a text: a number, or the reason why it is none. */
public sealed interface HtsReading permits HtsReading.Readable, HtsReading.Unreadable {

    /**
     * A number whose digits are beyond doubt. Whether the schedule knows it is another question.
     *
     * @param number the schedule's own instance when the schedule knows the number
     * @param note what was odd about the writing; null when nothing was
     * @param noteMessage the note as a sentence without place, such as {@code HTS number `84.71.30.01.00` is grouped in an
     *     unusual way, read as `8471.30.0100`}; empty without a note
     */
    @SuppressWarnings("JavaLangClash") // the opposite of Unreadable
    record Readable(HtsNumber number, @Nullable HtsNote note, String noteMessage) implements HtsReading {}

    /**
     * Not a number, or one whose digits are in doubt.
     *
     * @param fault the kind of fault
     * @param message what is wrong, without place, so that the caller can put {@code entry line 3: } in front
     * @param help how to mend it
     */
    record Unreadable(HtsFault fault, String message, String help) implements HtsReading {}
}
