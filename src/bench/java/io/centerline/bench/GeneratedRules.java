package io.centerline.bench;

import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.LanguageLimits;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rulebooks with as many membership rules as a benchmark wants. */
public final class GeneratedRules {
    private static final int FILES = 2;

    /** As many membership rules as measured, with the rules of the other stages beside them. */
    private static final LanguageLimits ROOMY =
            new LanguageLimits(2 << 20, 1 << 20, 1_000, 200_000, 8, 6_000, 10, 12, 3, 500, 500);

    private GeneratedRules() {}

    /** These rules with so many generated membership rules in place of their own. */
    public static Rulebook rulebook(RuleFiles files, int count) {
        SortedMap<String, String> texts = new TreeMap<>(files.texts());
        texts.keySet().removeIf(path -> path.startsWith("membership/"));
        for (int file = 0; file < FILES; file++) {
            texts.put(
                    "membership/generated" + file + ".drl",
                    generated(count, file * count / FILES, (file + 1) * count / FILES));
        }
        return Rulebook.of(new RuleFiles(texts), ROOMY);
    }

    /** Headings 101 to 9700 cut into ranges by subheading, the Centers in turn; some of them. */
    private static String generated(int count, int from, int to) {
        String[] centers = {"MACHINERY", "ELECTRONICS", "AGRICULTURE", "BASE_METALS", "CONSUMER_PRODUCTS"};
        StringBuilder drl =
                new StringBuilder("package rules.membership;\nimport io.centerline.rulebook.vocabulary.*;\n");
        int first = 10_100;
        int step = (970_000 - first) / count;
        for (int i = from; i < to; i++) {
            int subheading = first + i * step;
            drl.append(String.format(
                    Locale.ROOT,
                    "rule \"MEM-%04d generated\" @id(\"MEM-%04d\") @citation(\"generated\") @standing(\"found\")"
                            + " @inForce(\"2013-04-04/..\")%nwhen $h : HtsNumber( subheading >= %d, subheading <= %d )"
                            + "%nthen insert(new Membership($h, Center.%s));%nend%n",
                    i,
                    i,
                    subheading,
                    subheading + step - 1,
                    centers[i % centers.length]));
        }
        return drl.toString();
    }
}
