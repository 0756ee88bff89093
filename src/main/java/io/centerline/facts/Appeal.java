package io.centerline.facts;

import io.centerline.tariff.Center;
import java.time.LocalDate;

/**
 * An importer's appeal against its placement (19 CFR 101.10).
 *
 * @param preferred the Center the importer asks for
 * @param filed the day it was filed
 * @param status where it stands
 * @param effective the day a granted appeal takes effect; the day of filing when it was not granted
 * @param reference the document
 */
public record Appeal(Center preferred, LocalDate filed, AppealStatus status, LocalDate effective, String reference) {

    public Appeal {
        if (effective.isBefore(filed)) {
            throw new IllegalArgumentException("an appeal takes effect on or after the day it was filed");
        }
    }
}
