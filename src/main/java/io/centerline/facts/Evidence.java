package io.centerline.facts;

import io.centerline.tariff.Center;
import java.time.LocalDate;

/**
 * A recorded finding that one of the three factors points to a Center.
 *
 * @param factor which factor
 * @param center the Center it points to
 * @param reference the document that holds the finding
 * @param recordedBy who recorded it
 * @param recordedOn when; evidence recorded after the as-of date does not count
 */
public record Evidence(Factor factor, Center center, String reference, String recordedBy, LocalDate recordedOn) {}
