package io.centerline.tariff;

/** Whether a number can be reported on a day, as far as the editions that are loaded tell. */
public enum NumberStatus {
    /** The edition that applies lets it be reported. */
    ACTIVE,
    /** The edition that applies names it as one of the past, or does not have it and one that began earlier does. */
    EXPIRED,
    /** The edition that applies does not have it. One that begins later does, or one whose first day is not known. */
    OTHER_EDITION,
    /** No edition that is loaded has it. Others may. */
    UNKNOWN
}
