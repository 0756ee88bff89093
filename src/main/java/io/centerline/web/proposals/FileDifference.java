package io.centerline.web.proposals;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.centerline.api.FormBody;
import io.centerline.proposals.LineComment;
import io.centerline.proposals.ProposalFile;
import io.centerline.rulebook.RuleFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A file in which a proposed rulebook differs from the one it was compared with, with the lines around each change.
 *
 * @param path in the rule folder
 * @param lines those shown, in order
 */
public record FileDifference(String path, List<Line> lines) {
    private static final int CONTEXT = 3;
    private static final int MOST_LINES = 2_000;

    public FileDifference {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param kind {@code added}, {@code gone}, {@code same}, or {@code cut} where lines are left out
     * @param number its number in the proposed file, or in the earlier one where the line is gone; null where lines are left out
     * @param text what it says
     * @param field name of the field for a comment on it; empty where none can be made
     * @param typed what was typed there
     * @param said what was said of it, each with who said it
     */
    public record Line(
            String kind, @Nullable Integer number, String text, String field, String typed, List<Remark> said) {

        public Line {
            said = List.copyOf(said);
        }

        /** How the line stands in a difference as text. */
        public String sign() {
            return switch (kind) {
                case "added" -> "+";
                case "gone" -> "−";
                case "cut" -> "…";
                default -> " ";
            };
        }
    }

    /**
     * What was said of a line.
     *
     * @param reviewer who said it
     * @param text what
     */
    public record Remark(String reviewer, String text) {}

    /**
     * The files that differ, by path; what is behind the first 2,000 lines is left out.
     *
     * @param typed what was typed beside the lines
     */
    static List<FileDifference> between(RuleFolder before, RuleFolder after, ProposalFile file, FormBody typed) {
        TreeSet<String> paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        List<FileDifference> differences = new ArrayList<>();
        int shown = 0;
        for (String path : paths) {
            String was = before.files().getOrDefault(path, "");
            String is = after.files().getOrDefault(path, "");
            if (!was.equals(is) && shown < MOST_LINES) {
                Reader reader = new Reader(path, !after.files().containsKey(path), file, typed);
                List<Line> lines = reader.lines(was.lines().toList(), is.lines().toList());
                List<Line> first = lines.subList(0, Math.min(lines.size(), MOST_LINES - shown));
                shown += first.size();
                differences.add(new FileDifference(path, first));
            }
        }
        return differences;
    }

    /** The comments typed beside the lines, in order. */
    static List<LineComment> comments(List<FileDifference> differences) {
        List<LineComment> comments = new ArrayList<>();
        for (FileDifference difference : differences) {
            for (Line line : difference.lines()) {
                if (line.number() != null && !line.typed().isBlank()) {
                    comments.add(new LineComment(
                            difference.path(), line.number(), line.typed().strip()));
                }
            }
        }
        return comments;
    }

    /** Reads the lines of one file. */
    private record Reader(String path, boolean isGone, ProposalFile file, FormBody typed) {

        List<Line> lines(List<String> was, List<String> is) {
            List<Line> lines = new ArrayList<>();
            int next = 0; // of the proposed file, not shown yet
            for (AbstractDelta<String> delta : DiffUtils.diff(was, is).getDeltas()) {
                int start = delta.getTarget().getPosition();
                same(lines, is, next, Math.min(start, next + (next == 0 ? 0 : CONTEXT)));
                int from = Math.max(next == 0 ? 0 : Math.min(start, next + CONTEXT), start - CONTEXT);
                if (from > (next == 0 ? 0 : Math.min(start, next + CONTEXT))) {
                    lines.add(new Line("cut", null, "", "", "", List.of()));
                }
                same(lines, is, from, start);
                int old = delta.getSource().getPosition();
                for (String gone : delta.getSource().getLines()) {
                    lines.add(line("gone", ++old, gone, isGone));
                }
                int place = start;
                for (String added : delta.getTarget().getLines()) {
                    lines.add(line("added", ++place, added, true));
                }
                next = place;
            }
            same(lines, is, next, Math.min(is.size(), next + CONTEXT));
            return lines;
        }

        private void same(List<Line> lines, List<String> is, int from, int to) {
            for (int i = from; i < to; i++) {
                lines.add(line("same", i + 1, is.get(i), true));
            }
        }

        private Line line(String kind, int number, String text, boolean isAsked) {
            String field = isAsked ? "at " + path + ":" + number : "";
            List<Remark> said = isAsked
                    ? file.reviews().stream()
                            .flatMap(review -> review.said().comments().stream()
                                    .filter(one -> one.file().equals(path) && one.line() == number)
                                    .map(one -> new Remark(review.said().reviewer(), one.text())))
                            .toList()
                    : List.of();
            return new Line(kind, number, text, field, isAsked ? typed.text(field) : "", said);
        }
    }
}
