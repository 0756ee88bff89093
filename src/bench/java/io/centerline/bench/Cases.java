package io.centerline.bench;

import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.NumberStatus;
import io.centerline.tariff.Schedule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Generated cases of a given size, always the same for a seed. */
public final class Cases {
    /** The day of every case. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 25);

    private Cases() {}

    /** Ten-digit numbers in force outside chapters 98 and 99. */
    public static List<HtsNumber> commodities(Schedule schedule) {
        return schedule.numbers().stream()
                .filter(number -> number.digits().length() == 10 && !number.isSpecialProvision())
                .filter(number -> schedule.status(number) == NumberStatus.ACTIVE)
                .toList();
    }

    /**
     * An importer with a realistic mix: forty distinct numbers with falling weights, one line in ten of which carries a
     * chapter 99 number first, one in fifty lies outside the window.
     */
    public static Facts importer(Schedule schedule, int lines, long seed) {
        return importer(schedule, commodities(schedule), lines, seed);
    }

    /** The same of numbers that were picked before. */
    public static Facts importer(Schedule schedule, List<HtsNumber> all, int lines, long seed) {
        Random random = new Random(seed);
        List<HtsNumber> own = random.ints(40, 0, all.size()).mapToObj(all::get).toList();
        HtsNumber duty = schedule.find("99038815").orElseThrow();
        List<EntryLine> list = new ArrayList<>(lines);
        for (int i = 0; i < lines; i++) {
            HtsNumber number = own.get((int) (own.size() * Math.pow(random.nextDouble(), 2)));
            LocalDate date = AS_OF.minusDays(random.nextInt(50) == 0 ? 400 : random.nextInt(360));
            list.add(EntryLine.builder()
                    .entry("ABC" + (10_000_000 + i / 10) + "0")
                    .line(i % 10 + 1)
                    .date(date)
                    .numbers(i % 10 == 0 ? List.of(duty, number) : List.of(number))
                    .quantity(BigDecimal.valueOf(random.nextInt(1000)))
                    .cents((long) random.nextInt(1_000_000))
                    .build());
        }
        Importer importer =
                new Importer(new ImporterNumber("12-345678900", ImporterNumber.Format.EIN), "", ImporterKind.IMPORTER);
        return new Facts(importer, AS_OF, list, List.of(), null);
    }
}
