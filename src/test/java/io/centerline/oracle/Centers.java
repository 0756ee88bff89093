package io.centerline.oracle;

import java.util.List;

/** The ten Centers as the rules name them, by their codes CEE001 to CEE010. */
final class Centers {
    static final List<String> NAMES = List.of(
            "PHARMACEUTICALS",
            "AGRICULTURE",
            "AUTOMOTIVE_AEROSPACE",
            "APPAREL_TEXTILES",
            "BASE_METALS",
            "PETROLEUM_MINERALS",
            "ELECTRONICS",
            "CONSUMER_PRODUCTS",
            "INDUSTRIAL_MATERIALS",
            "MACHINERY");

    private Centers() {}

    /** The constant of a code. */
    static String constant(String code) {
        return "Center." + NAMES.get(Integer.parseInt(code.substring(3)) - 1);
    }

    /** The code of a constant. */
    static String code(String constant) {
        return "CEE%03d".formatted(NAMES.indexOf(constant.substring("Center.".length())) + 1);
    }
}
