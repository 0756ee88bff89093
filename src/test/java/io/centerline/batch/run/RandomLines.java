package io.centerline.batch.run;

import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Random rows of entry lines of a few importers, with what real files have wrong. */
final class RandomLines {
    static final List<String> TITLES = List.of(
            "Importer Number",
            "Name",
            "Kind",
            "Entry Number",
            "Line",
            "Date",
            "Entry Type",
            "HTS 1",
            "HTS 2",
            "Set",
            "Role",
            "Count",
            "Quantity",
            "Value");

    private final Random random;
    private final List<HtsNumber> goods;
    private final List<HtsNumber> special;
    private final LocalDate asOf;

    RandomLines(long seed, Schedule schedule, LocalDate asOf) {
        this.random = new Random(seed);
        this.goods = schedule.numbers().stream()
                .filter(number -> !number.isSpecialProvision())
                .toList();
        this.special = schedule.numbers().stream()
                .filter(HtsNumber::isSpecialProvision)
                .toList();
        this.asOf = asOf;
    }

    /** Rows without anything wrong, so that the same lines can be sent as JSON. */
    List<List<String>> sound(int importers) {
        return rows(importers, 0);
    }

    /** Rows of which some have faults, repeat others, or contradict them. */
    List<List<String>> hard(int importers) {
        return rows(importers, 12);
    }

    private List<List<String>> rows(int importers, int percentWrong) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < importers; i++) {
            String number = importer(i);
            String kind = random.nextInt(12) == 0 ? "BROKER" : random.nextBoolean() ? "IMPORTER" : "";
            List<HtsNumber> mix = new ArrayList<>();
            for (int j = 0; j < 1 + random.nextInt(4); j++) {
                mix.add(goods.get(random.nextInt(goods.size())));
            }
            int lines = 1 + random.nextInt(random.nextInt(5) == 0 ? 80 : 12);
            for (int line = 1; line <= lines; line++) {
                List<String> row = row(number, kind, mix, i, line);
                rows.add(row);
                if (random.nextInt(100) < percentWrong) {
                    rows.add(random.nextBoolean() ? row : wrong(row));
                }
            }
        }
        java.util.Collections.shuffle(rows, random);
        return rows;
    }

    private String importer(int i) {
        return switch (i % 7) {
            case 5 -> String.format(Locale.ROOT, "%03d-%02d-%04d", 100 + i, 10 + i % 80, 1000 + i);
            case 6 -> String.format(Locale.ROOT, "2501%02d-%05d", i % 80, i);
            case 4 -> String.format(Locale.ROOT, "12-%07d01", 1_000_000 + i - 1);
            case 3 -> String.format(Locale.ROOT, "12-%07d00", 1_000_000 + i);
            case 2 -> String.format(Locale.ROOT, "12-%07d", 1_000_000 + i - i % 3);
            default -> String.format(Locale.ROOT, "12-%07d00", 2_000_000 + i);
        };
    }

    private List<String> row(String number, String kind, List<HtsNumber> mix, int importer, int line) {
        HtsNumber commodity = mix.get(random.nextInt(mix.size()));
        boolean companion = random.nextInt(3) == 0;
        boolean only = random.nextInt(40) == 0;
        String first =
                companion || only ? special.get(random.nextInt(special.size())).text() : "";
        String date = random.nextInt(30) == 0
                ? ""
                : asOf.minusDays(random.nextInt(random.nextInt(8) == 0 ? 500 : 360))
                        .toString();
        return new ArrayList<>(List.of(
                number,
                "Firm " + importer,
                kind,
                random.nextInt(20) == 0 ? "" : String.format(Locale.ROOT, "ABC%08d", importer * 1000 + line / 4),
                Integer.toString(line),
                date,
                List.of("01", "01", "01", "11", "21", "", "06", "45").get(random.nextInt(8)),
                first,
                only ? "" : random.nextBoolean() ? commodity.text() : commodity.digits(),
                random.nextInt(25) == 0 ? random.nextBoolean() ? "X" : "V" : "",
                random.nextInt(25) == 0 ? "CONSIGNEE" : random.nextInt(5) == 0 ? "IMPORTER_OF_RECORD" : "",
                random.nextInt(10) == 0 ? Integer.toString(1 + random.nextInt(5)) : "",
                random.nextInt(3) == 0 ? "" : random.nextInt(500) + ".5",
                random.nextInt(9) == 0 ? "" : random.nextInt(9000) + "." + (10 + random.nextInt(90))));
    }

    private List<String> wrong(List<String> row) {
        List<String> wrong = new ArrayList<>(row);
        switch (random.nextInt(10)) {
            case 0 -> wrong.set(0, row.get(0).replace("-", ""));
            case 1 -> wrong.set(0, "");
            case 2 -> wrong.set(8, "8471.3");
            case 3 -> wrong.set(8, "8.471E+09");
            case 4 -> wrong.set(5, "soon");
            case 5 -> wrong.set(13, "-" + row.get(13));
            case 6 -> wrong.set(13, "$1,2" + row.get(13));
            case 7 -> wrong.set(0, " " + row.get(0).toLowerCase(Locale.ROOT) + " ");
            case 8 ->
                wrong.set(3, row.get(3).isEmpty() ? "" : "abc-" + row.get(3).substring(3));
            default -> wrong.set(8, "8471.30.0199");
        }
        return wrong;
    }
}
