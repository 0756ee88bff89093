package io.centerline.tariff;

import java.util.List;
import java.util.Optional;

/**
 * The ten Centers of Excellence and Expertise, in the order of their ACE codes.
 *
 * <p>Codes are those of the ACE importer query (record K7, positions 34-39); names, offices and industry words follow
 * CBP's public overview of the Centers. The order of the constants carries no meaning for a decision.
 */
@SuppressWarnings("ImmutableEnumChecker") // lists of List.of do not change
public enum Center {
    PHARMACEUTICALS(
            "CEE001",
            "Pharmaceuticals, Health & Chemicals",
            "New York",
            "pharmaceuticals",
            "medical and surgical devices",
            "chemicals"),
    AGRICULTURE(
            "CEE002",
            "Agriculture & Prepared Products",
            "Miami",
            "agriculture",
            "aquaculture",
            "live animals",
            "animal products",
            "vegetable products",
            "fats and oils",
            "prepared foods",
            "beverages",
            "spirits",
            "tobacco"),
    AUTOMOTIVE_AEROSPACE(
            "CEE003",
            "Automotive & Aerospace",
            "Detroit",
            "automotive",
            "aerospace",
            "trains",
            "ships and vessels",
            "tractors",
            "transportation equipment"),
    APPAREL_TEXTILES(
            "CEE004", "Apparel, Footwear & Textiles", "San Francisco", "textiles", "apparel", "headwear", "footwear"),
    BASE_METALS("CEE005", "Base Metals", "Chicago", "steel", "steel mill products", "ferrous and non-ferrous metals"),
    PETROLEUM_MINERALS(
            "CEE006", "Petroleum, Natural Gas & Minerals", "Houston", "minerals", "petroleum", "petroleum products"),
    ELECTRONICS(
            "CEE007",
            "Electronics",
            "Los Angeles",
            "integrated circuits",
            "information technology",
            "computers",
            "consumer electronics"),
    CONSUMER_PRODUCTS(
            "CEE008",
            "Consumer Products & Mass Merchandising",
            "Atlanta",
            "soaps",
            "cosmetics",
            "luggage",
            "household items",
            "tableware",
            "jewelry",
            "watches",
            "musical instruments",
            "sporting goods",
            "furniture",
            "toys",
            "arms",
            "optical and photographic equipment",
            "art and antiques"),
    INDUSTRIAL_MATERIALS(
            "CEE009",
            "Industrial & Manufacturing Materials",
            "Buffalo",
            "leather",
            "wood",
            "paper",
            "stone",
            "plaster and cement",
            "plastics and polymers",
            "rubber",
            "precious stones and metals"),
    MACHINERY(
            "CEE010", "Machinery", "Laredo", "tools", "production equipment", "machine tools", "electrical machinery");

    private final String code;
    private final String title;
    private final String office;
    private final List<String> industries;

    Center(String code, String title, String office, String... industries) {
        this.code = code;
        this.title = title;
        this.office = office;
        this.industries = List.of(industries);
    }

    /** The ACE identifier, {@code CEE001} to {@code CEE010}. */
    public String code() {
        return code;
    }

    /** The Center's public name, such as {@code Electronics}. */
    public String title() {
        return title;
    }

    /** The field office that manages the Center, such as {@code Los Angeles}. */
    public String office() {
        return office;
    }

    /** The industries the Center administers, in the words of CBP's overview. */
    public List<String> industries() {
        return industries;
    }

    /** The Center with this ACE code, written exactly; empty when there is none. */
    public static Optional<Center> findByCode(String code) {
        for (Center center : values()) {
            if (center.code.equals(code)) {
                return Optional.of(center);
            }
        }
        return Optional.empty();
    }
}
