package io.centerline.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.activation.UnknownRulebook;
import io.centerline.journal.Recorded;
import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.RulebookException;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.HtsReading;
import io.centerline.tariff.NumberStatus;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The part of the tariff that a decision is about: the numbers of its facts, with their Centers on its day. */
final class TariffPart {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DecisionLookup decisions;

    TariffPart(DecisionLookup decisions) {
        this.decisions = decisions;
    }

    /** The numbers of the facts, in their order; empty where facts, rules or schedule are not there any more. */
    List<PackedNumber> of(Recorded recorded, @Nullable Schedule schedule) {
        byte[] facts = recorded.draft().facts();
        if (facts == null || schedule == null) {
            return List.of();
        }
        LocalDate day = recorded.draft().asOf();
        Edition edition;
        try {
            edition = decisions.rulebook(recorded.draft().rulebook()).edition(day);
        } catch (UnknownRulebook | RulebookException gone) {
            return List.of();
        }
        List<PackedNumber> rows = new ArrayList<>();
        for (HtsNumber number : numbers(facts, schedule)) {
            Classified classified = edition.classify(number);
            NumberStatus status = schedule.status(number, day);
            rows.add(new PackedNumber(
                    number, status, classified == null ? null : classified.center(), rule(classified)));
        }
        return rows;
    }

    private static PackedNumber.@Nullable Ground rule(@Nullable Classified classified) {
        return classified == null
                ? null
                : new PackedNumber.Ground(
                        classified.rule().id().text(),
                        classified.rule().standing().text(),
                        classified.rule().citation());
    }

    private static Set<HtsNumber> numbers(byte[] facts, Schedule schedule) {
        HtsReader reader = new HtsReader(schedule);
        Set<HtsNumber> numbers = new TreeSet<>();
        try {
            for (JsonNode list : JSON.readTree(facts).findValues("hts")) {
                for (JsonNode number : list.isArray() ? list : List.of(list)) {
                    if (reader.read(number.asText()) instanceof HtsReading.Readable readable) {
                        numbers.add(readable.number());
                    }
                }
            }
        } catch (IOException notJson) {
            throw new UncheckedIOException("stored facts are not JSON", notJson);
        }
        return numbers;
    }
}
