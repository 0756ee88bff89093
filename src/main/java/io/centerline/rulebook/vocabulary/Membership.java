package io.centerline.rulebook.vocabulary;

import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;

/**
 * A number belongs to a Center.
 *
 * @param number the number
 * @param center the Center that administers it
 */
public record Membership(HtsNumber number, Center center) implements Conclusion {}
