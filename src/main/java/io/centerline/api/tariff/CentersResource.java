package io.centerline.api.tariff;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.centerline.activation.ActiveRulebook;
import io.centerline.api.Query;
import io.centerline.application.RefusedException;
import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.evidence.Support;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.Office;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The directory of the ten Centers. */
@Path("/v1/centers")
@Produces(MediaType.APPLICATION_JSON)
public final class CentersResource {
    private final ActiveRulebook active;
    private final Schedule schedule;
    private final Clock clock;

    CentersResource(ActiveRulebook active, Schedule schedule, Clock clock) {
        this.active = active;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * The Centers of a day.
     *
     * @param asOf the day
     * @param centers in the order of their codes
     * @param functions what every Center does after release for the importers it has, alone or with the port
     * @param portFunctions what stays with the ports
     * @param otherFunctions what other offices do: drawback offices, the Revenue Division, headquarters
     */
    public record Directory(
            String asOf,
            List<Entry> centers,
            List<FunctionAnswer> functions,
            List<FunctionAnswer> portFunctions,
            List<FunctionAnswer> otherFunctions) {}

    /**
     * One Center.
     *
     * @param code ACE code
     * @param name public name
     * @param office field office that manages it
     * @param industries its industries
     * @param ranges the numbers rules give to it
     * @param numbers how many ten-digit numbers of the schedule in force belong to it
     * @param evidence what its numbers rest on, the strongest first; absent where the rulebook has no evidence
     */
    public record Entry(
            String code,
            String name,
            String office,
            List<String> industries,
            List<Range> ranges,
            long numbers,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Rests> evidence) {}

    /**
     * What rests on sources of one strength.
     *
     * @param strength LIST, NOTICE, CBP_DATA, RULING, REPORT, OVERVIEW or NOTHING
     * @param headings how many headings, each with the number of it that rests on least
     * @param numbers how many ten-digit numbers
     */
    public record Rests(String strength, long headings, long numbers) {}

    /**
     * Contiguous numbers.
     *
     * @param from the first prefix, 2 to 8 digits
     * @param to the last prefix
     * @param rule the membership rule
     * @param title what the rule says
     * @param citation what it cites
     * @param standing what it rests on
     */
    public record Range(String from, String to, String rule, String title, String citation, String standing) {}

    /**
     * All Centers with their ranges on the day {@code asOf} of the query or today (UTC).
     *
     * @param request the request's query string
     */
    @GET
    @Blocking
    public Directory list(@Context HttpServerRequest request) {
        Rulebook rulebook = active.latest().rulebook();
        Query query = new Query(request.query());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate day = query.day("asOf", today, rulebook.firstCoveredDay());
        RefusedException.ifAny(query.issues());
        Edition edition = rulebook.edition(day);
        Schedule applies = schedule.on(day);
        Map<Center, Long> numbers = numbers(edition, applies);
        Support support = edition.evidence().isEmpty()
                ? null
                : Support.of(edition.evidence(), applies, day, number -> center(edition, number));
        List<Entry> centers = Arrays.stream(Center.values())
                .map(center -> new Entry(
                        center.code(),
                        center.title(),
                        center.office(),
                        center.industries(),
                        ranges(edition, center),
                        numbers.getOrDefault(center, 0L),
                        support == null ? null : rests(support, center)))
                .toList();
        List<FunctionAnswer> functions = FunctionAnswer.all(edition);
        return new Directory(
                day.toString(),
                centers,
                of(functions, Office::hasCenter),
                of(functions, office -> office == Office.PORT),
                of(functions, office -> !office.hasCenter() && office != Office.PORT));
    }

    private static List<FunctionAnswer> of(List<FunctionAnswer> functions, Predicate<Office> offices) {
        return functions.stream()
                .filter(function -> offices.test(Office.valueOf(function.office())))
                .toList();
    }

    private static Map<Center, Long> numbers(Edition edition, Schedule applies) {
        Map<Center, Long> numbers = new EnumMap<>(Center.class);
        for (HtsNumber number : applies.reportable("")) {
            Classified classified = edition.classify(number);
            if (classified != null) {
                numbers.merge(classified.center(), 1L, Long::sum);
            }
        }
        return numbers;
    }

    private static @Nullable Center center(Edition edition, HtsNumber number) {
        Classified classified = edition.classify(number);
        return classified == null ? null : classified.center();
    }

    private static List<Rests> rests(Support support, Center center) {
        return support.rows().stream()
                .filter(row -> row.center() == center)
                .map(row -> new Rests(row.strength().name(), row.headings(), row.numbers()))
                .toList();
    }

    private static List<Range> ranges(Edition edition, Center center) {
        return edition.membershipRules().stream()
                .filter(rule -> rule.range().orElseThrow().center() == center)
                .sorted(Comparator.comparing((Rule rule) -> text(rule, NumberRange::from)))
                .map(rule -> new Range(
                        text(rule, NumberRange::from),
                        text(rule, NumberRange::to),
                        rule.id().text(),
                        rule.title(),
                        rule.citation(),
                        rule.standing().text()))
                .toList();
    }

    private static String text(Rule rule, ToIntFunction<NumberRange> bound) {
        NumberRange range = rule.range().orElseThrow();
        return HtsNumber.prefixText(bound.applyAsInt(range), range.digits());
    }
}
