package io.centerline.decision;

/** What a recorded decision is about. */
public enum DecisionKind {
    /** Where an importer's account belongs. */
    PLACEMENT,
    /** Who handles one activity. */
    ROUTING
}
