package io.centerline.facts;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of one field of an entry line as it arrives, whatever it arrives in. A method returns null after it reported an
 * issue; the line must then not be built. {@link LineField} says which method reads which field.
 */
public interface LineInput {

    /** A text of at most so many characters (Unicode code points). */
    @Nullable
    String text(int longest) throws IOException;

    /** An integer of at least {@code least}. */
    @Nullable
    Integer integer(int least) throws IOException;

    /** A day under the rule of {@link DayRule}. */
    @Nullable
    LocalDate date() throws IOException;

    /** A word of a closed list. */
    <E> @Nullable E word(Words<E> words) throws IOException;

    /** A quantity in the tariff's unit. */
    @Nullable
    BigDecimal quantity() throws IOException;

    /** An amount of dollars, as cents. */
    @Nullable
    Long cents() throws IOException;

    /** The two digits of an entry type. */
    @Nullable
    String entryType() throws IOException;

    /** The value of each HTS number as cents, 0 for a number without one. */
    @Nullable
    List<Long> centsByNumber() throws IOException;

    /** Adds the HTS numbers at hand to the line. */
    void numbers(EntryLine.Builder line) throws IOException;
}
