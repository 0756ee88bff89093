package io.centerline.intake;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.text.Echo;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Everything in one case that did not stop the reading, in input order. Keeps the first 20 of each code and says how
 * many more there were. Not thread-safe.
 */
final class Warnings {

    private static final int MOST_PER_CODE = 20;

    private final List<Issue> kept = new ArrayList<>(0);
    private final Map<IssueCode, Integer> counts = new EnumMap<>(IssueCode.class);

    /** Counts a warning; true when it is among the first of its code, so that its words are to be {@link #add}ed. */
    boolean wants(IssueCode code) {
        return counts.merge(code, 1, Integer::sum) <= MOST_PER_CODE;
    }

    void add(IssueCode code, InputPlace place, String message, String help) {
        add(code, place.pointer(), message, help);
    }

    void add(IssueCode code, String pointer, String message, String help) {
        kept.add(new Issue(code, pointer, Echo.clean(message), Echo.clean(help)));
    }

    /**
     * The warnings, then one for each code that had too many, in the order of the codes.
     *
     * @param pointerToAll where those point to
     */
    List<Issue> list(String pointerToAll) {
        List<Issue> all = new ArrayList<>(kept);
        counts.forEach((code, count) -> {
            int more = count - MOST_PER_CODE;
            if (more > 0) {
                String message =
                        more + (more == 1 ? " more warning `" : " more warnings `") + code + "` not listed one by one";
                all.add(new Issue(code, pointerToAll, message, ""));
            }
        });
        return all;
    }
}
