package io.centerline.accounts;

/** Where the life of an appeal stands. */
public enum AppealStage {
    /** Waits for an answer. */
    FILED,
    /** The importer took it back. */
    WITHDRAWN,
    GRANTED,
    DENIED
}
