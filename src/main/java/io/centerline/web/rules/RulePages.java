package io.centerline.web.rules;

import io.centerline.activation.ActiveRulebook;
import io.centerline.api.Html;
import io.centerline.api.Query;
import io.centerline.application.CenterDirectory;
import io.centerline.application.DecisionLookup;
import io.centerline.application.FailureKind;
import io.centerline.application.QuotedRule;
import io.centerline.application.RefusedException;
import io.centerline.application.RuleRecord;
import io.centerline.application.TariffMap;
import io.centerline.journal.search.Counts;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.evidence.Piece;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.tariff.HtsLevel;
import io.centerline.text.Nearest;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One rule: what it says and rests on, its cases, how often it fired, and its history. */
@Path("/rules")
@Produces(MediaType.TEXT_HTML)
public final class RulePages {
    private final ActiveRulebook active;
    private final DecisionLookup rulebooks;
    private final RuleRecord records;
    private final TariffMap map;
    private final Clock clock;

    RulePages(ActiveRulebook active, DecisionLookup rulebooks, RuleRecord records, TariffMap map, Clock clock) {
        this.active = active;
        this.rulebooks = rulebooks;
        this.records = records;
        this.map = map;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param rule the rule
     * @param rulebook hash of the rulebook it is shown from
     * @param serving whether that rulebook serves
     * @param text as written; null when the rulebook's sources are not at hand
     * @param cases its cases as written; empty without any
     * @param range what it covers; null when it is no membership rule
     * @param written the same as prefixes of numbers; empty when it is no membership rule
     * @param link the chapter, heading or subheading that it covers; null when it covers several, or a part of one
     * @param day the day that the numbers and the evidence are of
     * @param numbers how many ten-digit numbers it gives to its Center on that day
     * @param agreeing what sources say for it
     * @param against what sources say for other Centers
     * @param fired decisions it fired in, by month
     * @param most the largest count of a month, for the scale of the bars; at least 1
     * @param history its versions
     */
    record RulePage(
            Rule rule,
            String rulebook,
            boolean serving,
            @Nullable QuotedRule text,
            String cases,
            @Nullable NumberRange range,
            String written,
            @Nullable String link,
            LocalDate day,
            long numbers,
            List<Piece> agreeing,
            List<Piece> against,
            Counts fired,
            long most,
            List<RuleRecord.Version> history)
            implements TemplateInstance {}

    /** The page, from the rulebook that serves or the {@code rulebook} of the query. */
    @GET
    @Path("{id}")
    @Blocking
    public Response page(@PathParam("id") String id, @Context HttpServerRequest request) {
        Query query = new Query(request.query());
        String serving = active.latest().rulebook().hash();
        String hash = Objects.requireNonNullElse(query.raw("rulebook"), serving);
        RefusedException.ifAny(query.issues());
        Rulebook rulebook = rulebooks.rulebook(hash);
        Rule rule = rulebook.rules().stream()
                .filter(each -> each.id().text().equals(id.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> unknown(id, rulebook));
        LocalDate day = day(rule, rulebook);
        NumberRange range = rule.range().orElse(null);
        Counts fired = records.fired(rule.id());
        List<Piece> pieces = range == null ? List.of() : rulebook.evidence().on(HtsInterval.of(range), day);
        return Html.ok(new RulePage(
                rule,
                hash,
                hash.equals(serving),
                records.text(hash, rule.id()).orElse(null),
                records.cases(hash, rule.id(), rule.place().file()),
                range,
                range == null ? "" : written(rule),
                range == null ? null : link(rule),
                day,
                range == null ? 0 : numbers(rulebook, rule, day),
                pieces.stream()
                        .filter(piece -> range != null && piece.center() == range.center())
                        .toList(),
                pieces.stream()
                        .filter(piece -> range != null && piece.center() != range.center())
                        .toList(),
                fired,
                fired.byKey().values().stream().mapToLong(Long::longValue).max().orElse(1),
                records.history(rule.id())));
    }

    /** Today, or the nearest day on which the rule is in force. */
    private LocalDate day(Rule rule, Rulebook rulebook) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        InForce days = rule.inForce();
        LocalDate from = days.from().isBefore(rulebook.firstCoveredDay()) ? rulebook.firstCoveredDay() : days.from();
        LocalDate day = today.isAfter(days.until()) ? days.until() : today;
        return day.isBefore(from) ? from : day;
    }

    private static String written(Rule rule) {
        String first = CenterDirectory.first(rule);
        String last = CenterDirectory.last(rule);
        return first.equals(last) ? first : first + "–" + last;
    }

    private static @Nullable String link(Rule rule) {
        String first = CenterDirectory.first(rule);
        return first.equals(CenterDirectory.last(rule))
                ? HtsLevel.find(first).map(HtsLevel::digits).orElse(null)
                : null;
    }

    private long numbers(Rulebook rulebook, Rule rule, LocalDate day) {
        return map.numbers(rulebook, "", day).stream()
                .filter(each -> each.classified() != null
                        && each.classified().rule().id().equals(rule.id()))
                .count();
    }

    private static RefusedException unknown(String id, Rulebook rulebook) {
        List<String> ids =
                rulebook.rules().stream().map(rule -> rule.id().text()).toList();
        return new RefusedException(
                FailureKind.NOT_FOUND,
                "the rulebook has no rule with this id"
                        + Nearest.find(id.toUpperCase(Locale.ROOT), ids)
                                .map(near -> "; the nearest is `" + near + "`")
                                .orElse(""));
    }
}
