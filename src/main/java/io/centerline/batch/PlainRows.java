package io.centerline.batch;

import io.centerline.facts.ArticleSet;
import io.centerline.facts.Role;
import io.centerline.intake.InputPlace;
import io.centerline.intake.Issues;
import io.centerline.intake.NumberReader;
import io.centerline.intake.Warnings;
import io.centerline.placement.Placement;
import io.centerline.placement.Window;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.vocabulary.Goods;
import io.centerline.rulebook.vocabulary.LineShape;
import io.centerline.rulebook.vocabulary.Repetition;
import io.centerline.rulebook.vocabulary.Timing;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes a row plain: it votes, and nothing is to be said of it. Equal plain rows of an importer can be added up before they
 * are read. Immutable.
 *
 * @param window the days whose rows vote
 * @param entryTypes the numbers of the entry types whose rows vote, in order; 0 for rows without one
 * @param numbers the spellings of HTSUS numbers that need no remark, each with whether it can be the goods of a line
 */
public record PlainRows(Window window, List<Integer> entryTypes, Map<String, Boolean> numbers) {
    private static final int MOST_TYPE = 99;

    private static final InputPlace NOWHERE = new InputPlace() {
        @Override
        public String pointer() {
            return "";
        }

        @Override
        public String prefix() {
            return "";
        }

        @Override
        public String subject() {
            return "";
        }
    };

    public PlainRows {
        entryTypes = List.copyOf(entryTypes);
    }

    /** What is plain on a day. */
    public static PlainRows of(Rulebook rulebook, Schedule schedule, LocalDate asOf) {
        Edition edition = rulebook.edition(asOf);
        List<Integer> types = new ArrayList<>();
        for (int type = 0; type <= MOST_TYPE; type++) {
            LineShape shape = new LineShape(
                    ArticleSet.NONE, Role.IMPORTER_OF_RECORD, Goods.ONE, Timing.IN_WINDOW, type, Repetition.NONE);
            if (edition.exclusions(shape).isEmpty()) {
                types.add(type);
            }
        }
        Map<String, Boolean> numbers = new LinkedHashMap<>();
        HtsReader reader = new HtsReader(schedule);
        for (HtsNumber number : schedule.numbers()) {
            boolean goods = !number.isSpecialProvision();
            if (goods && edition.classify(number) == null) {
                continue;
            }
            for (String spelling : spellings(number)) {
                if (isPlain(spelling, reader, schedule, asOf)) {
                    numbers.put(spelling, goods);
                }
            }
        }
        return new PlainRows(new Placement(rulebook).window(asOf), types, numbers);
    }

    private static List<String> spellings(HtsNumber number) {
        String digits = number.digits();
        String heading = digits.substring(0, 4) + "." + digits.substring(4, 6) + "." + digits.substring(6, 8);
        return digits.length() == 10
                ? List.of(digits, heading + digits.substring(8), heading + "." + digits.substring(8))
                : List.of(digits, heading);
    }

    private static boolean isPlain(String spelling, HtsReader numbers, Schedule schedule, LocalDate asOf) {
        Issues issues = new Issues();
        Warnings warnings = new Warnings();
        NumberReader reader = new NumberReader(issues, warnings, numbers, schedule, asOf);
        reader.read(NOWHERE, spelling);
        return !issues.any() && !reader.awaitsDay() && warnings.list("").isEmpty();
    }
}
