package io.centerline.tariff;

/**
 * Why a number cannot be reported on a day.
 *
 * @param status anything but {@link NumberStatus#ACTIVE}
 * @param message the same as a sentence without place, such as {@code HTS number `8471.30.9999` is in none of the editions
 *     loaded (`hts-2026-rev4`); its longest known prefix is `847130`}
 */
public record NumberRemark(NumberStatus status, String message) {}
