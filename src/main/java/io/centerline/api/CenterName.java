package io.centerline.api;

import io.centerline.tariff.Center;

/**
 * A Center as answers name it.
 *
 * @param code its code, such as {@code CEE007}
 * @param name its name
 * @param office the city of its office
 */
public record CenterName(String code, String name, String office) {
    /** A Center. */
    public static CenterName of(Center center) {
        return new CenterName(center.code(), center.title(), center.office());
    }
}
