package io.centerline.drafts;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two texts that were made of one, brought together by lines. Where both changed the same or neighboring lines otherwise, both stay,
 * between marks.
 *
 * @param text the merged text
 * @param conflicts the line of each opening mark, counted from 1
 */
public record TextMerge(String text, List<Integer> conflicts) {
    /** Begins a line before what the one wrote. */
    public static final String OPENING = "<<<<<<< ";

    private static final String BETWEEN = "=======";
    private static final String CLOSING = ">>>>>>> ";

    public TextMerge {
        conflicts = List.copyOf(conflicts);
    }

    /** Whether nothing needs to be decided by a person. */
    public boolean clean() {
        return conflicts.isEmpty();
    }

    /**
     * Merges.
     *
     * @param base what both were made of
     * @param mine the one
     * @param theirs the other
     * @param names what the marks call the one and the other
     */
    public static TextMerge of(String base, String mine, String theirs, Names names) {
        if (mine.equals(theirs) || theirs.equals(base)) {
            return new TextMerge(mine, List.of());
        }
        return mine.equals(base) ? new TextMerge(theirs, List.of()) : new Walk(base, mine, theirs, names).merge();
    }

    /**
     * What the marks call the two texts.
     *
     * @param mine the one
     * @param theirs the other
     */
    public record Names(String mine, String theirs) {}

    /** The lines of opening marks in a text, counted from 1. */
    public static List<Integer> marks(String text) {
        List<Integer> marks = new ArrayList<>();
        List<String> lines = lines(text);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(OPENING)) {
                marks.add(i + 1);
            }
        }
        return marks;
    }

    private static List<String> lines(String text) {
        return Arrays.asList(text.split("\n", -1));
    }

    /** Walks through the base, taking what one side changed, and keeping both where the two overlap. */
    private static final class Walk {
        private final List<String> base;
        private final Side mine;
        private final Side theirs;
        private final Names names;
        private final List<String> out = new ArrayList<>();
        private final List<Integer> conflicts = new ArrayList<>();

        Walk(String base, String mine, String theirs, Names names) {
            this.base = lines(base);
            this.mine = new Side(this.base, lines(mine));
            this.theirs = new Side(this.base, lines(theirs));
            this.names = names;
        }

        TextMerge merge() {
            int at = 0;
            while (mine.more() || theirs.more()) {
                int from = Math.min(mine.next(), theirs.next());
                out.addAll(base.subList(at, from));
                int to = from;
                int seen;
                do {
                    seen = to;
                    to = Math.max(mine.swallow(to), theirs.swallow(to));
                } while (to != seen || mine.touches(to) || theirs.touches(to));
                take(from, to);
                at = to;
            }
            out.addAll(base.subList(at, base.size()));
            return new TextMerge(String.join("\n", out), conflicts);
        }

        private void take(int from, int to) {
            List<String> one = mine.between(from, to);
            List<String> other = theirs.between(from, to);
            List<String> was = base.subList(from, to);
            if (one.equals(other) || other.equals(was)) {
                out.addAll(one);
            } else if (one.equals(was)) {
                out.addAll(other);
            } else {
                conflicts.add(out.size() + 1);
                out.add(OPENING + names.mine());
                out.addAll(one);
                out.add(BETWEEN);
                out.addAll(other);
                out.add(CLOSING + names.theirs());
            }
        }
    }

    /** What one side changed, in order. */
    private static final class Side {
        private final List<String> base;
        private final List<AbstractDelta<String>> deltas;
        private int at;
        private int first;

        Side(List<String> base, List<String> text) {
            this.base = base;
            this.deltas = DiffUtils.diff(base, text).getDeltas();
        }

        boolean more() {
            return at < deltas.size();
        }

        /** The line of the base where the next change begins. */
        int next() {
            return more() ? deltas.get(at).getSource().getPosition() : base.size();
        }

        /** Whether the next change begins at or before a line. */
        boolean touches(int line) {
            return more() && next() <= line;
        }

        /** Takes the changes that begin at or before a line; gives the line behind them. */
        int swallow(int line) {
            int end = line;
            while (touches(end)) {
                AbstractDelta<String> delta = deltas.get(at);
                end = Math.max(
                        end, delta.getSource().getPosition() + delta.getSource().size());
                at++;
            }
            return end;
        }

        /** The lines of this side that stand for some lines of the base; asked for in order. */
        List<String> between(int from, int to) {
            List<String> lines = new ArrayList<>();
            int line = from;
            for (; first < at; first++) {
                AbstractDelta<String> delta = deltas.get(first);
                lines.addAll(base.subList(line, delta.getSource().getPosition()));
                lines.addAll(delta.getTarget().getLines());
                line = delta.getSource().getPosition() + delta.getSource().size();
            }
            lines.addAll(base.subList(line, to));
            return lines;
        }
    }
}
