package io.centerline.intake.rows;

import org.jspecify.annotations.Nullable;

/** What an entry line is as a whole, so that its rows cannot say it differently. */
enum LineTerm {
    ENTRY_TYPE(RowField.ENTRY_TYPE) {
        @Override
        int of(LineRow row, DayOrder order) {
            return row.entryType;
        }
    },
    SET(RowField.SET) {
        @Override
        int of(LineRow row, DayOrder order) {
            return word(row.set);
        }
    },
    ROLE(RowField.ROLE) {
        @Override
        int of(LineRow row, DayOrder order) {
            return word(row.role);
        }
    },
    COUNT(RowField.COUNT) {
        @Override
        int of(LineRow row, DayOrder order) {
            return row.count;
        }
    },
    DATE(RowField.DATE) {
        @Override
        int of(LineRow row, DayOrder order) {
            return WrittenDay.inOrder(row.day, order);
        }
    };

    /** The row leaves it out, and denies nothing by that. */
    static final int UNSAID = 0;

    private final RowField field;

    LineTerm(RowField field) {
        this.field = field;
    }

    /** The field whose column says it. */
    RowField field() {
        return field;
    }

    /** A word as a number; an ordinal is as good as a name to compare. */
    @SuppressWarnings("EnumOrdinal")
    private static int word(@Nullable Enum<?> said) {
        return said == null ? UNSAID : said.ordinal() + 1;
    }

    /** What a row says of it, as a number to compare; {@link #UNSAID} when it says nothing. */
    abstract int of(LineRow row, DayOrder order);
}
