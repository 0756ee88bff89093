package io.centerline.intake;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.text.Echo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything in one case that did not stop the reading, in input order. Keeps the first 20 of each code and says how
 * many more there were. Not thread-safe.
 */
public final class Warnings {

    private static final int MOST_PER_CODE = 20;

    private final List<Issue> kept = new ArrayList<>(0);
    /** Made with the first warning, since a file may have many cases without any. */
    private @Nullable Map<IssueCode, Integer> counts;

    /** Counts a warning; true when it is among the first of its code, so that its words are to be {@link #add}ed. */
    public boolean wants(IssueCode code) {
        Map<IssueCode, Integer> counted = counts;
        if (counted == null) {
            counted = new EnumMap<>(IssueCode.class);
            counts = counted;
        }
        return counted.merge(code, 1, Integer::sum) <= MOST_PER_CODE;
    }

    /** Adds a warning that is wanted. */
    public void add(IssueCode code, InputPlace place, String message, String help) {
        add(code, place.pointer(), message, help);
    }

    /** Adds a warning that is wanted. */
    public void add(IssueCode code, String pointer, String message, String help) {
        kept.add(new Issue(code, pointer, Echo.clean(message), Echo.clean(help)));
    }

    /**
     * Warns of lines without a date.
     *
     * @param pointer where they stand
     * @param undated how many they are; none is no warning
     */
    public void addUndated(String pointer, int undated) {
        if (undated > 0 && wants(IssueCode.UNDATED_LINES)) {
            String message = undated == 1
                    ? "1 entry line has no date and counts as if it lay in the window"
                    : undated + " entry lines have no date and count as if they lay in the window";
            add(IssueCode.UNDATED_LINES, pointer, message, "give the entry date");
        }
    }

    /**
     * Warns of lines with an entry type that CBP is not known to use.
     *
     * @param pointer where they stand
     * @param types the numbers of those types; none is no warning
     */
    public void addUnknownTypes(String pointer, BitSet types) {
        if (!types.isEmpty() && wants(IssueCode.ENTRY_TYPE_UNKNOWN)) {
            String codes = types.stream()
                    .mapToObj(type -> String.format(Locale.ROOT, "`%02d`", type))
                    .collect(Collectors.joining(", "));
            add(
                    IssueCode.ENTRY_TYPE_UNKNOWN,
                    pointer,
                    "CBP is not known to use the entry " + (types.cardinality() == 1 ? "type " : "types ") + codes
                            + "; their lines vote",
                    "compare it with the entry summary");
        }
    }

    /**
     * The warnings, then one for each code that had too many, in the order of the codes.
     *
     * @param pointerToAll where those point to
     */
    public List<Issue> list(String pointerToAll) {
        List<Issue> all = new ArrayList<>(kept);
        Map<IssueCode, Integer> counted = counts;
        if (counted == null) {
            return all;
        }
        counted.forEach((code, count) -> {
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
