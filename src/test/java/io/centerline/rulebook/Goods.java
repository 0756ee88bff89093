package io.centerline.rulebook;

import static io.centerline.tariff.Center.AGRICULTURE;
import static io.centerline.tariff.Center.APPAREL_TEXTILES;
import static io.centerline.tariff.Center.AUTOMOTIVE_AEROSPACE;
import static io.centerline.tariff.Center.BASE_METALS;
import static io.centerline.tariff.Center.CONSUMER_PRODUCTS;
import static io.centerline.tariff.Center.ELECTRONICS;
import static io.centerline.tariff.Center.INDUSTRIAL_MATERIALS;
import static io.centerline.tariff.Center.MACHINERY;
import static io.centerline.tariff.Center.PETROLEUM_MINERALS;
import static io.centerline.tariff.Center.PHARMACEUTICALS;

import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** For each Center a number that belongs to it on every covered day, under a rule of better than low standing. */
public final class Goods {
    private static final Map<Center, HtsNumber> NUMBERS = Collections.unmodifiableMap(new EnumMap<>(Map.of(
            PHARMACEUTICALS, new HtsNumber("3004909250"),
            AGRICULTURE, new HtsNumber("0201308090"),
            AUTOMOTIVE_AEROSPACE, new HtsNumber("8703230190"),
            APPAREL_TEXTILES, new HtsNumber("6109100012"),
            BASE_METALS, new HtsNumber("7208390015"),
            PETROLEUM_MINERALS, new HtsNumber("2709001000"),
            ELECTRONICS, new HtsNumber("8471300100"),
            CONSUMER_PRODUCTS, new HtsNumber("9503000073"),
            INDUSTRIAL_MATERIALS, new HtsNumber("4407910063"),
            MACHINERY, new HtsNumber("8458110010"))));

    private Goods() {}

    public static Map<Center, HtsNumber> all() {
        return NUMBERS;
    }

    public static HtsNumber of(Center center) {
        return Objects.requireNonNull(NUMBERS.get(center));
    }
}
