/**
 * The tariff: HTSUS numbers, the schedule of numbers that exist, and the ten Centers.
 *
 * <p>Text comes in, {@link io.centerline.tariff.HtsNumber}s or precise faults go out. This package never decides which
 * Center a number belongs to; rules do.
 */
@NullMarked
package io.centerline.tariff;

import org.jspecify.annotations.NullMarked;
