package io.centerline.accounts;

/** Why an account belongs elsewhere than where it is on file. */
public enum DriftReason {
    /** Another Center leads the count. */
    PREDOMINANCE,
    /** Recorded evidence points to another Center. */
    EVIDENCE,
    /** The account is not placed, and its lines or evidence now place it. */
    UNPLACED
}
