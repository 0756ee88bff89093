package io.centerline.application;

import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.NumberStatus;
import org.jspecify.annotations.Nullable;

/**
 * A number of a decision's facts, on the day of the decision.
 *
 * @param number the number
 * @param status its status in the schedule of the receipt
 * @param center the Center it belongs to; null when no rule claims it
 * @param ground the rule that says so; null when there is none
 */
public record PackedNumber(
        HtsNumber number,
        NumberStatus status,
        @Nullable Center center,
        @Nullable Ground ground) {

    /**
     * Why a number belongs to a Center.
     *
     * @param rule the rule's id
     * @param standing what it rests on
     * @param citation its source
     */
    public record Ground(String rule, String standing, String citation) {}
}
