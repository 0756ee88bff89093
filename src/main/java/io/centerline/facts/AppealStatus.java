package io.centerline.facts;

/** Where an appeal against a placement stands. */
public enum AppealStatus {
    FILED,
    GRANTED,
    DENIED
}
