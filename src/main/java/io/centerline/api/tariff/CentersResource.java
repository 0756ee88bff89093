package io.centerline.api.tariff;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.centerline.activation.ActiveRulebook;
import io.centerline.api.Query;
import io.centerline.application.CenterDirectory;
import io.centerline.application.RefusedException;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.evidence.Support;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.Office;
import io.centerline.tariff.Center;
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
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The directory of the ten Centers. */
@Path("/v1/centers")
@Produces(MediaType.APPLICATION_JSON)
public final class CentersResource {
    private final ActiveRulebook active;
    private final CenterDirectory directory;
    private final Clock clock;

    CentersResource(ActiveRulebook active, CenterDirectory directory, Clock clock) {
        this.active = active;
        this.directory = directory;
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
        CenterDirectory.Listing listing = directory.on(rulebook, day);
        return new Directory(
                day.toString(),
                listing.centers().stream().map(CentersResource::entry).toList(),
                of(listing, Office::hasCenter),
                of(listing, office -> office == Office.PORT),
                of(listing, office -> !office.hasCenter() && office != Office.PORT));
    }

    private static List<FunctionAnswer> of(CenterDirectory.Listing listing, Predicate<Office> offices) {
        return listing.handlings().stream()
                .filter(handling -> offices.test(handling.office()))
                .map(FunctionAnswer::of)
                .toList();
    }

    private static Entry entry(CenterDirectory.Entry entry) {
        Center center = entry.center();
        List<Support.Row> evidence = entry.evidence();
        return new Entry(
                center.code(),
                center.title(),
                center.office(),
                center.industries(),
                entry.rules().stream().map(CentersResource::range).toList(),
                entry.numbers(),
                evidence == null
                        ? null
                        : evidence.stream()
                                .map(row -> new Rests(row.strength().name(), row.headings(), row.numbers()))
                                .toList());
    }

    private static Range range(Rule rule) {
        return new Range(
                CenterDirectory.first(rule),
                CenterDirectory.last(rule),
                rule.id().text(),
                rule.title(),
                rule.citation(),
                rule.standing().text());
    }
}
