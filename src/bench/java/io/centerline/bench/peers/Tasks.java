package io.centerline.bench.peers;

import io.centerline.bench.Cases;
import io.centerline.placement.Placement;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every peer is asked, with the program's answers.
 *
 * @param schedule the tariff
 * @param classifications numbers to classify, by ranges
 * @param law what placements apply
 * @param placements importers to place
 */
record Tasks(Schedule schedule, List<Classification> classifications, Law law, List<Placing> placements) {
    private static final int NUMBERS = 200;
    private static final int BATCHES = 5;

    /**
     * Numbers to classify.
     *
     * @param law the ranges
     * @param goods the numbers
     * @param expected the Center of each; null where a number belongs to none
     * @param firstSight how long the program took for a number that it had not seen before
     */
    record Classification(Law law, List<Goods> goods, List<@Nullable String> expected, Figure firstSight) {
        String name() {
            return "classify, " + String.format(Locale.ROOT, "%,d", law.ranges().size()) + " ranges";
        }
    }

    /**
     * An importer to place.
     *
     * @param sample the importer
     * @param expected where it belongs
     */
    record Placing(Sample sample, Answer expected) {
        String name() {
            return "place, "
                    + String.format(Locale.ROOT, "%,d", sample.facts().lines().size()) + " lines";
        }
    }

    Tasks {
        classifications = List.copyOf(classifications);
        placements = List.copyOf(placements);
    }

    static Tasks ofSizes(List<Integer> ranges, List<Integer> lines) {
        Schedule schedule = Schedule.load();
        Law law = Law.shipped();
        Ours ours = new Ours(law, Placement.Explain.SUMMARY);
        List<Placing> placements = lines.stream()
                .map(count -> Sample.ofLines(schedule, count))
                .map(sample -> new Placing(sample, ours.place(sample)))
                .toList();
        List<Goods> goods = goods(schedule);
        return new Tasks(
                schedule,
                ranges.stream()
                        .map(count -> classification(Law.generated(count), goods))
                        .toList(),
                law,
                placements);
    }

    /** The names of all tasks, in the order of the table. */
    List<String> names() {
        return Stream.concat(
                        classifications.stream().map(Classification::name),
                        placements.stream().map(Placing::name))
                .toList();
    }

    private static Classification classification(Law law, List<Goods> goods) {
        Ours ours = new Ours(law, Placement.Explain.SUMMARY);
        List<@Nullable String> centers = new ArrayList<>();
        double[] nanos = new double[BATCHES];
        ThreadClock clock = new ThreadClock();
        for (int batch = 0; batch < BATCHES; batch++) {
            long begun = clock.working();
            goods.subList(batch * NUMBERS, (batch + 1) * NUMBERS).forEach(number -> centers.add(ours.classify(number)));
            nanos[batch] = (double) (clock.working() - begun) / NUMBERS;
        }
        return new Classification(
                law,
                goods.subList(0, NUMBERS),
                Collections.unmodifiableList(centers.subList(0, NUMBERS)),
                Figure.of(nanos));
    }

    private static List<Goods> goods(Schedule schedule) {
        List<HtsNumber> numbers = new ArrayList<>(Cases.commodities(schedule));
        Collections.shuffle(numbers, new Random(1));
        return numbers.subList(0, BATCHES * NUMBERS).stream().map(Goods::of).toList();
    }
}
