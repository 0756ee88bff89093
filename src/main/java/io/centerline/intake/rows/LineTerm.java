package io.centerline.intake.rows;

import io.centerline.facts.ArticleSet;
import io.centerline.facts.Role;

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
        @SuppressWarnings("EnumOrdinal") // an ordinal is as good as a name to compare
        int of(LineRow row, DayOrder order) {
            ArticleSet set = row.set;
            return set == null ? UNSAID : set.ordinal() + 1;
        }
    },
    ROLE(RowField.ROLE) {
        @Override
        @SuppressWarnings("EnumOrdinal") // an ordinal is as good as a name to compare
        int of(LineRow row, DayOrder order) {
            Role role = row.role;
            return role == null ? UNSAID : role.ordinal() + 1;
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

    /** What a row says of it, as a number to compare; {@link #UNSAID} when it says nothing. */
    abstract int of(LineRow row, DayOrder order);
}
