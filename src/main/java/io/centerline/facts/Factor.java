package io.centerline.facts;

/** The three factors of 19 CFR 101.10 that may place an importer in another Center than its goods point to. */
public enum Factor {
    BUSINESS_PRACTICE,
    INTENDED_USE,
    RELATIVE_VALUE
}
