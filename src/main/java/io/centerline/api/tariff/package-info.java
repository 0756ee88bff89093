/**
 * HTSUS numbers, Centers and editions of the schedule over HTTP.
 *
 * <p>Numbers and days come in; Centers, rules and descriptions go out. This package maps and delegates.
 */
@NullMarked
package io.centerline.api.tariff;

import org.jspecify.annotations.NullMarked;
