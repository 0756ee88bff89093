package io.centerline.bench.peers;

import io.centerline.tariff.HtsNumber;

/**
 * A number in both forms, so that no peer is charged for turning one into the other.
 *
 * @param hts the number as the program reads it
 * @param number its ten digits as a number
 */
record Goods(HtsNumber hts, long number) {
    static Goods of(HtsNumber hts) {
        String digits = hts.digits();
        return new Goods(hts, Long.parseLong(digits.length() == 8 ? digits + "00" : digits));
    }
}
