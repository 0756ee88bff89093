package io.centerline.tariff;

/** What is odd about a number that can be read all the same; a warning, named as in the published codes. */
public enum HtsNote {
    /** A spreadsheet wrote the number as a decimal number, {@code 8471300100.0}. */
    HTS_FLOAT,
    /** All digits are there, grouped in an unusual way, {@code 84.71.30.01.00}. */
    HTS_GROUPING
}
