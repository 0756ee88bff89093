package io.centerline.rulebook.vocabulary;

/**
 * Why an entry line does not vote. When several reasons hold, the first in the declared order is reported: not the
 * importer's own, not in time, not an import of its own, not one line, not a good of its own, no number of goods, no single
 * good, no Center for the number.
 */
public enum NotCountedReason {
    NOT_IMPORTER_OF_RECORD,
    OUTSIDE_WINDOW,
    ENTRY_TYPE,
    LINE_VERSIONS,
    LINE_REPEATED,
    SET_COMPONENT,
    SPECIAL_PROVISION_ONLY,
    SEVERAL_GOODS,
    NO_CENTER;

    /** Whether an answer lists the reason also when no line has it, as answers have done from the first contract on. */
    public boolean isAlwaysListed() {
        return switch (this) {
            case NOT_IMPORTER_OF_RECORD, OUTSIDE_WINDOW, SET_COMPONENT, SPECIAL_PROVISION_ONLY, NO_CENTER -> true;
            case ENTRY_TYPE, LINE_VERSIONS, LINE_REPEATED, SEVERAL_GOODS -> false;
        };
    }
}
