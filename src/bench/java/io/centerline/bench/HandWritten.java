package io.centerline.bench;

import io.centerline.facts.ArticleSet;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.facts.Role;
import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What a programmer would write without rules: a map from number to Center, counts and values by Center. */
public final class HandWritten {
    private final Map<HtsNumber, Center> centers;

    /** Knows the Center of each number. */
    public HandWritten(Map<HtsNumber, Center> centers) {
        this.centers = centers;
    }

    static Map<HtsNumber, Center> centers(Rulebook rulebook, Schedule schedule) {
        Edition edition = rulebook.edition(Cases.AS_OF);
        Map<HtsNumber, Center> centers = new HashMap<>();
        for (HtsNumber number : schedule.numbers()) {
            Classified classified = edition.classify(number);
            if (classified != null) {
                centers.put(number, classified.center());
            }
        }
        return centers;
    }

    /** Lines of a case by Center. */
    public Map<Center, Long> count(Facts facts) {
        LocalDate from = facts.asOf().minusMonths(12).plusDays(1);
        Map<Center, Long> counts = new EnumMap<>(Center.class);
        Map<Center, BigDecimal> values = new EnumMap<>(Center.class);
        for (EntryLine line : facts.lines()) {
            LocalDate date = line.date();
            if (line.set() == ArticleSet.V
                    || line.role() != Role.IMPORTER_OF_RECORD
                    || date != null && (date.isBefore(from) || date.isAfter(facts.asOf()))) {
                continue;
            }
            for (int i = line.hts().size() - 1; i >= 0; i--) {
                Center center = centers.get(line.hts().get(i));
                if (center != null) {
                    counts.merge(center, (long) line.count(), Long::sum);
                    values.merge(center, line.value(), BigDecimal::add);
                    break;
                }
            }
        }
        return counts;
    }
}
