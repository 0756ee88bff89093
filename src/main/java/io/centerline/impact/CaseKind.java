package io.centerline.impact;

/** What a case asks. */
public enum CaseKind {
    /** Where an importer belongs. */
    PLACEMENT,
    /** Who handles an activity. */
    ROUTING
}
