package io.centerline.intake;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.text.Echo;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything found wrong while one request or file is read, in input order. Keeps the first 1,000 and says how many more
 * there were. Not thread-safe.
 */
public final class Issues {

    private static final int MOST = 1_000;

    private final List<Issue> kept = new ArrayList<>(0);
    private int notKept;

    public void add(IssueCode code, InputPlace place, String message, String help) {
        if (kept.size() < MOST) {
            add(code, place.pointer(), message, help);
        } else {
            notKept++;
        }
    }

    public void add(IssueCode code, String pointer, String message, String help) {
        add(new Issue(code, pointer, message, help));
    }

    /** Adds an issue; its message and help are cleaned here. */
    public void add(Issue issue) {
        if (kept.size() < MOST) {
            kept.add(new Issue(issue.code(), issue.pointer(), Echo.clean(issue.message()), Echo.clean(issue.help())));
        } else {
            notKept++;
        }
    }

    /** The issues so far, which are forgotten. */
    public List<Issue> drain() {
        if (kept.isEmpty()) {
            return List.of();
        }
        List<Issue> drained = List.copyOf(list());
        kept.clear();
        notKept = 0;
        return drained;
    }

    public boolean any() {
        return !kept.isEmpty();
    }

    /** The issues; the last one says how many more there were. */
    public List<Issue> list() {
        if (notKept == 0) {
            return kept;
        }
        List<Issue> all = new ArrayList<>(kept);
        Issue last = all.remove(all.size() - 1);
        String more = last.message() + "; " + notKept + (notKept == 1 ? " more issue is" : " more issues are")
                + " not listed";
        all.add(new Issue(last.code(), last.pointer(), more, last.help()));
        return all;
    }
}
