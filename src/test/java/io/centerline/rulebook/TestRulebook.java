package io.centerline.rulebook;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The rulebook of the folder {@code rules/}, read once for all tests, and smaller ones made of it. */
@SuppressWarnings("EnumOrdinal") // a number for each Center
public final class TestRulebook {
    private static final Rulebook SHARED = Rulebook.read(Path.of("rules"));

    private TestRulebook() {}

    public static Rulebook shared() {
        return SHARED;
    }

    /** The counting and placement rules of the folder with one heading for each Center, which compiles quickly. */
    public static RuleFiles small() {
        SortedMap<String, String> texts = new TreeMap<>(SHARED.files().texts());
        texts.keySet().removeIf(path -> path.startsWith("membership/"));
        texts.put("membership/small.drl", smallMembership());
        return new RuleFiles(texts);
    }

    /** The same files without one rule. */
    public static RuleFiles without(RuleFiles files, String id) {
        Pattern rule = Pattern.compile("(?ms)^rule \"" + id + " .*?^end$");
        SortedMap<String, String> texts = new TreeMap<>();
        files.texts().forEach((path, text) -> texts.put(path, rule.matcher(text).replaceAll("")));
        if (texts.equals(files.texts())) {
            throw new IllegalArgumentException("no rule " + id);
        }
        texts.values().removeIf(text -> !text.contains("\nrule "));
        return new RuleFiles(texts);
    }

    private static String smallMembership() {
        StringBuilder text =
                new StringBuilder("package rules.membership;\nimport io.centerline.rulebook.vocabulary.*;\n");
        Goods.all()
                .forEach(
                        (center, number) -> text.append("rule \"MEM-09%02d one heading\"\n".formatted(center.ordinal()))
                                .append("@id(\"MEM-09%02d\") @citation(\"test\") @standing(\"found\")"
                                        .formatted(center.ordinal()))
                                .append(" @inForce(\"2013-04-04/..\")\n")
                                .append("when $hts : HtsNumber( heading == " + number.heading() + " )\n")
                                .append("then insert(new Membership($hts, Center." + center.name() + "));\nend\n"));
        return text.toString();
    }
}
