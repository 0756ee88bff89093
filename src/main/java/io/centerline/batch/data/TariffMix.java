package io.centerline.batch.data;

import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.NumberStatus;
import io.centerline.tariff.Schedule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The numbers that lines report: those of the schedule, each chapter about as often as in imports. Immutable. */
final class TariffMix {
    /** Chapters and how many per mille of the products lie in them; each other chapter has one. */
    private static final int[][] CHAPTERS = {
        {84, 135}, {85, 150}, {87, 80}, {61, 75}, {62, 65}, {39, 60}, {94, 50}, {73, 45}, {90, 50}, {64, 30}, {95, 40},
        {30, 20}, {27, 8}, {40, 20}, {42, 20}, {83, 18}, {48, 18}, {33, 12}, {29, 16}, {71, 18}, {63, 18}, {82, 16},
        {70, 12}, {44, 12}, {22, 14}, {8, 12}, {7, 12}, {3, 10}, {16, 8}, {20, 10}, {21, 8}, {72, 8}, {76, 14},
        {96, 12}, {69, 8}, {38, 8}, {34, 5}, {32, 5}, {49, 5}, {91, 6}, {65, 5}, {28, 5}, {68, 6}, {74, 4}, {9, 4},
        {19, 6}, {88, 4}
    };

    private static final int[] CONSUMER_GOODS = {39, 42, 61, 62, 63, 64, 69, 70, 73, 82, 84, 85, 91, 94, 95, 96};

    private final int[] chapters;
    private final int[][] numbers = new int[100][];
    private final int[] companions;
    private final int[] otherCompanions;
    private final int[] provisions;
    private final int[] expired;
    private final byte[][] dotted;
    private final byte[][] plain;

    TariffMix(Schedule schedule) {
        List<HtsNumber> all = schedule.numbers();
        dotted = new byte[all.size()][];
        plain = new byte[all.size()][];
        boolean[] active = new boolean[all.size()];
        for (int i = 0; i < all.size(); i++) {
            dotted[i] = all.get(i).text().getBytes(StandardCharsets.ISO_8859_1);
            plain[i] = all.get(i).digits().getBytes(StandardCharsets.ISO_8859_1);
            active[i] = schedule.status(all.get(i)) == NumberStatus.ACTIVE;
        }
        for (int chapter = 1; chapter < numbers.length; chapter++) {
            numbers[chapter] = positions(all, active, true, prefix(chapter), 10);
        }
        companions = positions(all, active, true, "990388", 8);
        otherCompanions = positions(all, active, true, "99030", 8);
        provisions = positions(all, active, true, "980", 8);
        expired = Arrays.stream(positions(all, active, false, "", 10))
                .filter(i -> !all.get(i).isSpecialProvision())
                .toArray();
        chapters = chapters();
    }

    /** The number at a position of the schedule, as it is printed. */
    byte[] dotted(int position) {
        return dotted[position];
    }

    /** The same in digits alone. */
    byte[] plain(int position) {
        return plain[position];
    }

    /** A chapter, each about as often as in imports. */
    int chapter(long bits) {
        return chapters[Chance.below(bits, chapters.length)];
    }

    /** A chapter of what stores sell. */
    static int consumerChapter(long bits) {
        return CONSUMER_GOODS[Chance.below(bits, CONSUMER_GOODS.length)];
    }

    /** A number that can be reported, one of several neighbors in a chapter. */
    int number(int chapter, long home, int among, long bits) {
        int[] candidates = numbers[chapter];
        int first = Chance.below(home, candidates.length);
        return candidates[(first + Chance.below(bits, among)) % candidates.length];
    }

    /** An additional number of chapter 99 that names the country of origin. */
    int companion(long bits) {
        return few(companions, bits);
    }

    /** Another one. */
    int otherCompanion(long bits) {
        return few(otherCompanions, bits);
    }

    /** A number of chapter 98. */
    int provision(long bits) {
        return few(provisions, bits);
    }

    /** A number of the past. */
    int expired(long bits) {
        return expired[Chance.below(bits, expired.length)];
    }

    /** The first ones often, the last ones seldom. */
    private static int few(int[] positions, long bits) {
        double part = Chance.fraction(bits);
        return positions[(int) (part * part * part * positions.length)];
    }

    private int[] chapters() {
        List<Integer> all = new ArrayList<>();
        boolean[] named = new boolean[numbers.length];
        named[98] = true;
        named[99] = true;
        for (int[] chapter : CHAPTERS) {
            named[chapter[0]] = true;
            for (int i = 0; i < chapter[1] && numbers[chapter[0]].length > 0; i++) {
                all.add(chapter[0]);
            }
        }
        for (int chapter = 1; chapter < named.length; chapter++) {
            if (!named[chapter] && numbers[chapter].length > 0) {
                all.add(chapter);
            }
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] positions(List<HtsNumber> all, boolean[] active, boolean wanted, String prefix, int length) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String digits = all.get(i).digits();
            if (active[i] == wanted && digits.length() == length && digits.startsWith(prefix)) {
                found.add(i);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static String prefix(int chapter) {
        return chapter < 10 ? "0" + chapter : "" + chapter;
    }
}
