package io.centerline.batch.data;

import java.nio.charset.StandardCharsets;

/** Fills in the lines of a plan: any line of any entry of any importer, always the same. Not thread-safe. */
final class LineMaker {
    private static final int MILLION = 1_000_000;
    /** Amounts from 8 dollars to 130,000, most of them near 1,000. */
    private static final long[] POWERS = powers();

    private final DataPlan plan;
    private final ImporterSizes sizes;
    private final MadeUpImporters importers;
    private final EntryNumbers entryNumbers;
    private final TariffMix tariff;
    private final Products products;
    private final Permutation order;
    private final long seed;
    private final int firstDay;
    private final int days;

    LineMaker(MadeUp madeUp) {
        plan = madeUp.plan();
        sizes = madeUp.sizes();
        importers = madeUp.importers();
        tariff = madeUp.tariff();
        entryNumbers = new EntryNumbers(plan, sizes.entries());
        products = new Products(plan, tariff);
        order = madeUp.order();
        seed = Chance.of(plan.seed(), 6);
        firstDay = (int) plan.firstDay().toEpochDay();
        days = (int) (plan.asOf().toEpochDay() - firstDay + 1);
    }

    /** Fills in what all lines of an entry share. The place is that of the entry in the year. */
    void entry(MadeUpLine line, int importer, int entry, long place) {
        long bits = entryBits(importer, entry);
        line.importer = importer;
        line.importerNumber = importers.number(importer);
        line.kind = importers.kind(importer);
        line.entryNumber = entryNumbers.number(sizes.firstEntry(importer) + entry);
        line.day = firstDay + (int) (place * days / sizes.entries());
        line.consignee = Chance.below(Chance.of(bits, 1), 1000) < 5;
        line.entryType = entryType(importer, entry, place);
    }

    /** Fills in one line of the entry that was filled in before. */
    void line(MadeUpLine line, int importer, int entry, int number) {
        // Goods leave a warehouse as they entered it.
        int same = line.entryType == 21 || line.entryType == 31 ? entry & ~1 : entry;
        long bits = Chance.of(entryBits(importer, same), 100L + number);
        line.line = number + 1;
        line.importerNumber = importers.number(importer);
        line.wrongNumber = MadeUpLine.NONE;
        line.wrongValue = false;
        numbers(line, importer, bits);
        boolean ofASet = Chance.below(Chance.of(entryBits(importer, same), 50L + number / 4), 1000) < 4;
        line.set = !ofASet ? 0 : number % 4 == 0 ? 1 : 2;
        long amount = Chance.of(bits, 3);
        line.cents = POWERS[(int) (amount & 255)] * POWERS[(int) (amount >>> 8 & 255)] / 125;
        line.quantity = (1 + line.cents / (100 + (amount >>> 16 & 8191))) * 100 + ((amount >>> 40) % 20 == 0 ? 50 : 0);
        faults(line, bits);
    }

    private long entryBits(int importer, int entry) {
        return Chance.of(seed + importer, entry);
    }

    private void numbers(MadeUpLine line, int importer, long bits) {
        int count = 0;
        int chance = Chance.below(Chance.of(bits, 1), MILLION);
        if (chance < 350_000) {
            line.numbers[count++] = tariff.companion(Chance.of(bits, 4));
            if (chance < 100_000) {
                line.numbers[count++] = tariff.otherCompanion(Chance.of(bits, 5));
            }
        } else if (chance < 365_000) {
            line.numbers[count++] = tariff.provision(Chance.of(bits, 4));
        }
        line.numbers[count++] = products.number(importer, Chance.of(bits, 2));
        line.count = count;
    }

    private int entryType(int importer, int entry, long place) {
        int chance = Chance.below(Chance.of(entryBits(importer, entry & ~1), 2), 1000);
        int other = entry ^ 1;
        if (chance < 10 && other < sizes.entriesOf(importer)) {
            return place < order.placeOf(sizes.firstEntry(importer) + other) ? 21 : 31;
        }
        int alone = Chance.below(Chance.of(entryBits(importer, entry), 3), 1000);
        return alone < 60 ? 11 : alone < 85 ? 3 : alone < 100 ? 6 : alone < 105 ? 23 : alone < 110 ? 2 : 1;
    }

    private void faults(MadeUpLine line, long bits) {
        int chance = Chance.below(Chance.of(bits, 6), MILLION);
        byte[] goods = tariff.dotted(line.numbers[line.count - 1]);
        if (chance < 300) {
            line.wrongNumber = text(digits(line).substring(0, 7));
        } else if (chance < 500) {
            line.wrongNumber = text(digits(line).charAt(0) + "." + digits(line).substring(1, 4) + "E+09");
        } else if (chance < 700) {
            byte[] letter = goods.clone();
            letter[letter.length - 1] = 'O';
            line.wrongNumber = letter;
        } else if (chance < 900) {
            line.importerNumber = MadeUpLine.NONE;
        } else if (chance < 1200) {
            line.wrongValue = true;
        } else if (chance < 6200) {
            line.numbers[line.count - 1] = tariff.expired(Chance.of(bits, 7));
        }
    }

    private String digits(MadeUpLine line) {
        return new String(tariff.plain(line.numbers[line.count - 1]), StandardCharsets.ISO_8859_1);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long[] powers() {
        long[] powers = new long[256];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = Math.round(316 * StrictMath.pow(2, i * 7 / 256.0));
        }
        return powers;
    }
}
