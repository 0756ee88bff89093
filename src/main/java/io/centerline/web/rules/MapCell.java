package io.centerline.web.rules;

import io.centerline.application.TariffMap;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A heading in the map.
 *
 * @param heading four digits
 * @param styles the classes that color it
 * @param name what is said of it: heading, Centers, rules, standing
 * @param before who had it on the other day, the largest share first; nobody without another day
 * @param after who has it
 * @param changed whether the two days differ; false without another day
 */
record MapCell(
        String heading,
        String styles,
        String name,
        List<TariffMap.Share> before,
        List<TariffMap.Share> after,
        boolean changed) {

    /** How a map is looked at: as it was on another day, and which rules are searched for; both may be null. */
    record Look(
            @Nullable Map<String, TariffMap.Heading> since,
            @Nullable Set<RuleId> searched) {}

    static MapCell of(TariffMap.Heading heading, Look look) {
        TariffMap.Heading before = look.since() == null ? null : look.since().get(heading.heading());
        boolean changed = look.since() != null && !said(before).equals(said(heading));
        boolean dimmed = (look.since() != null && !changed)
                || (look.searched() != null
                        && heading.shares().stream()
                                .flatMap(share -> share.rules().stream())
                                .map(Rule::id)
                                .noneMatch(look.searched()::contains));
        return new MapCell(
                heading.heading(),
                styles(heading, dimmed),
                changed ? name(heading) + "; before: " + said(before) : name(heading),
                before == null ? List.of() : before.shares(),
                heading.shares(),
                changed);
    }

    /** Whether numbers change their Center. */
    boolean moved() {
        return !centers(before).equals(centers(after));
    }

    private static List<String> centers(List<TariffMap.Share> shares) {
        return shares.stream()
                .map(share -> share.center().code() + " " + share.numbers())
                .toList();
    }

    /** The last two digits, which a cell shows. */
    public String ending() {
        return heading.substring(2);
    }

    private static String styles(TariffMap.Heading heading, boolean dimmed) {
        String center =
                heading.center() == null ? "none" : "c-" + heading.center().code();
        String standing = heading.shares().isEmpty()
                ? ""
                : " s-" + heading.shares().get(0).standing().text().replace("inferred:", "");
        return center + standing + (heading.shares().size() > 1 ? " mixed" : "") + (dimmed ? " dim" : "");
    }

    private static String name(TariffMap.Heading heading) {
        return heading.heading() + " " + said(heading);
    }

    private static String said(TariffMap.@Nullable Heading heading) {
        if (heading == null || heading.shares().isEmpty()) {
            return "no Center";
        }
        return heading.shares().stream().map(MapCell::said).collect(Collectors.joining("; "));
    }

    private static String said(TariffMap.Share share) {
        List<Rule> rules = share.rules();
        return share.center().title() + ", "
                + rules.stream().map(rule -> rule.id().text()).collect(Collectors.joining(", ")) + ", "
                + share.standing().text().replace(":", " ");
    }
}
