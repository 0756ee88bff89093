package io.centerline.application;

import io.centerline.tariff.Center;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Finds Centers by what people know of them: the code, the name, the office, or an industry. */
public final class CenterSearch {
    private CenterSearch() {}

    /** The Centers that have all words of a text, in the order of their codes. */
    public static List<Center> find(String text) {
        List<String> words = RuleSearch.words(text);
        return words.isEmpty()
                ? List.of()
                : Arrays.stream(Center.values())
                        .filter(center -> words.stream().allMatch(named(center)::contains))
                        .toList();
    }

    private static String named(Center center) {
        return String.join(" ", center.code(), center.title(), center.office(), String.join(" ", center.industries()))
                .toLowerCase(Locale.ROOT);
    }
}
