package io.centerline.tariff;

/**
 * One number of the schedule resource.
 *
 * @param digits 8 or 10 ASCII digits
 * @param standing which source vouches for it
 * @param unit the tariff's units, several joined with {@code ", "}; empty when none is listed
 */
record ScheduleRow(String digits, NumberSource standing, String unit) {}
