package io.centerline.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The moves as a picture: Centers that lose decisions at the left, those that get them at the right, and between them ribbons whose
 * width is how many move. Labels stand above their bars, in lines short enough for two beside each other on a telephone; the
 * ribbons take whatever width there is.
 *
 * @param height of the picture, whose ribbons are 1,000 wide
 * @param left the Centers at the left
 * @param right the Centers at the right
 * @param ribbons the moves
 */
public record FlowPicture(int height, List<Bar> left, List<Bar> right, List<Ribbon> ribbons) {
    private static final int LEFT = 12;
    private static final int RIGHT = 988;
    private static final double TALLEST = 260;
    private static final double USUAL = 70;
    private static final double LEAST = 3;
    private static final double GAP = 14;
    private static final int LINE = 18;
    private static final int LONGEST_LINE = 24;

    /**
     * A move from one Center to another.
     *
     * @param from code of where decisions belong
     * @param to code of where they would
     * @param cases how many
     */
    public record Flow(String from, String to, long cases) {}

    /**
     * A Center.
     *
     * @param code its code, or another word for where a decision belongs
     * @param cases how many decisions leave or come
     * @param y where it begins
     * @param height how high it is
     */
    public record Bar(String code, long cases, int y, int height) {
        /** The class of its colour. */
        public String color() {
            return FlowPicture.color(code);
        }

        /** How many decisions and the Center, in lines that stand above it. */
        public List<Line> lines() {
            List<String> texts = wrapped(Formats.grouped(cases) + " " + Formats.centerTitle(code));
            List<Line> lines = new ArrayList<>();
            for (String text : texts) {
                lines.add(new Line(text, y - 6 - LINE * (texts.size() - 1 - lines.size())));
            }
            return lines;
        }
    }

    /**
     * A line of a label.
     *
     * @param text what it says
     * @param y its base line
     */
    public record Line(String text, int y) {}

    /**
     * A move.
     *
     * @param flow from where to where
     * @param path its outline
     */
    public record Ribbon(Flow flow, String path) {
        /** The class of its colour. */
        public String color() {
            return FlowPicture.color(flow.from());
        }
    }

    /** Draws moves. */
    public static FlowPicture of(List<Flow> flows) {
        long all = Math.max(1, flows.stream().mapToLong(Flow::cases).sum());
        double tallest = Math.min(TALLEST, USUAL * flows.size());
        Map<Flow, Double> widths = new LinkedHashMap<>();
        flows.forEach(flow -> widths.put(flow, Math.max(LEAST, flow.cases() * tallest / all)));
        Map<String, Double> lefts = new LinkedHashMap<>();
        Map<String, Double> rights = new LinkedHashMap<>();
        List<Bar> left = bars(flows, Flow::from, widths, lefts);
        List<Bar> right = bars(flows, Flow::to, widths, rights);
        List<Ribbon> ribbons = new ArrayList<>();
        for (Flow flow : flows) {
            double width = widths.getOrDefault(flow, LEAST);
            double from = lefts.merge(flow.from(), width, Double::sum) - width;
            double to = rights.merge(flow.to(), width, Double::sum) - width;
            ribbons.add(new Ribbon(flow, path(from, to, width)));
        }
        int height = Math.max(bottom(left), bottom(right));
        return new FlowPicture(height, left, right, ribbons);
    }

    private static List<Bar> bars(
            List<Flow> flows, Function<Flow, String> end, Map<Flow, Double> widths, Map<String, Double> tops) {
        Map<String, Double> heights = new LinkedHashMap<>();
        Map<String, Long> cases = new LinkedHashMap<>();
        for (Flow flow : flows) {
            heights.merge(end.apply(flow), widths.getOrDefault(flow, LEAST), Double::sum);
            cases.merge(end.apply(flow), flow.cases(), Long::sum);
        }
        List<Bar> bars = new ArrayList<>();
        double y = 0;
        for (Map.Entry<String, Double> entry : heights.entrySet()) {
            double top = y + 2 * LINE + 6;
            tops.put(entry.getKey(), top);
            bars.add(new Bar(entry.getKey(), cases.getOrDefault(entry.getKey(), 0L), (int) Math.round(top), (int)
                    Math.max(1, Math.round(entry.getValue()))));
            y = top + entry.getValue() + GAP;
        }
        return bars;
    }

    private static int bottom(List<Bar> bars) {
        return bars.isEmpty()
                ? 0
                : bars.get(bars.size() - 1).y() + bars.get(bars.size() - 1).height() + 4;
    }

    /** A text in lines, broken between words. */
    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > LONGEST_LINE) {
                lines.add(line);
                line = word;
            } else {
                line = line.isEmpty() ? word : line + " " + word;
            }
        }
        lines.add(line);
        return lines;
    }

    private static String path(double from, double to, double width) {
        int bend = (LEFT + RIGHT) / 2;
        return String.format(
                Locale.ROOT,
                "M%d %.1fC%d %.1f %d %.1f %d %.1fV%.1fC%d %.1f %d %.1f %d %.1fZ",
                LEFT,
                from,
                bend,
                from,
                bend,
                to,
                RIGHT,
                to,
                to + width,
                bend,
                to + width,
                bend,
                from + width,
                LEFT,
                from + width);
    }

    private static String color(String code) {
        String center = code.substring(code.indexOf('+') + 1);
        return center.startsWith("CEE") ? "c-" + center : "c-PNDING";
    }
}
