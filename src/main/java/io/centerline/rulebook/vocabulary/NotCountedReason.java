package io.centerline.rulebook.vocabulary;

/**
 * Why an entry line does not vote. When several reasons hold, the first in the declared order is reported: not the
 * importer's own, not in time, not a good of its own, no number of goods, no Center for the number.
 */
public enum NotCountedReason {
    NOT_IMPORTER_OF_RECORD,
    OUTSIDE_WINDOW,
    SET_COMPONENT,
    SPECIAL_PROVISION_ONLY,
    NO_CENTER
}
