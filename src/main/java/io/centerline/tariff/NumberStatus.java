package io.centerline.tariff;

/** Whether the schedule of an edition knows a number. */
public enum NumberStatus {
    /** The number can be reported under this edition. */
    ACTIVE,
    /** The number could be reported once and no longer can. */
    EXPIRED,
    /** No source of the schedule has ever listed the number. */
    UNKNOWN
}
