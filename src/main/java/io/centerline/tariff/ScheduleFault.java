package io.centerline.tariff;

/**
 * One thing wrong with a schedule file.
 *
 * @param line the line of the file on which the row starts, counted from 1
 * @param message what is wrong: lower case, no final period, input in backticks
 * @param help how to mend it
 */
public record ScheduleFault(int line, String message, String help) {}
