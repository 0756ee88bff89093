package io.centerline.placement;

import io.centerline.facts.EntryLine;
import io.centerline.rulebook.Classified;
import io.centerline.rulebook.vocabulary.Goods;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which goods of a line with several commodity numbers vote.
 *
 * @param goods what the numbers tell
 * @param number the number that votes if the line does: of those that can, the one with the most value, and the last of
 *     several such
 */
record LineGoods(Goods goods, HtsNumber number) {

    /** Whether a line reports several numbers outside chapters 98 and 99. */
    static boolean areSeveral(EntryLine line) {
        List<HtsNumber> numbers = line.hts();
        int commodities = 0;
        for (int i = 0; i < numbers.size() && commodities < 2; i++) {
            commodities += numbers.get(i).isSpecialProvision() ? 0 : 1;
        }
        return commodities > 1;
    }

    /** What the rules make of a number; null when it belongs to no Center. */
    @FunctionalInterface
    interface Claims {
        @Nullable
        Classified of(HtsNumber number);
    }

    /** Weighs the numbers of such a line. A number of no Center counts as one of a Center of its own. */
    static LineGoods weigh(EntryLine line, Claims claims) {
        List<HtsNumber> numbers = line.hts();
        HtsNumber last = numbers.get(0);
        HtsNumber best = last;
        long most = -1;
        Center center = null;
        Center valued = null;
        boolean several = false;
        boolean severalValued = false;
        boolean seen = false;
        for (int i = 0; i < numbers.size(); i++) {
            HtsNumber number = numbers.get(i);
            if (number.isSpecialProvision()) {
                continue;
            }
            Center own = center(claims.of(number));
            several |= seen && own != center;
            center = own;
            seen = true;
            last = number;
            long cents =
                    line.centsByNumber().isEmpty() ? 0 : line.centsByNumber().get(i);
            if (cents > 0) {
                severalValued |= most > 0 && own != valued;
                valued = own;
            }
            if (cents >= most) {
                most = cents;
                best = number;
            }
        }
        if (!several) {
            return new LineGoods(Goods.ONE_CENTER, best);
        }
        return most > 0 && !severalValued
                ? new LineGoods(Goods.TOLD_BY_VALUE, best)
                : new LineGoods(Goods.UNCLEAR, last);
    }

    private static @Nullable Center center(@Nullable Classified classified) {
        return classified == null ? null : classified.center();
    }
}
