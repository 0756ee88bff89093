package io.centerline.web.decisions;

import io.centerline.api.Html;
import io.centerline.api.Query;
import io.centerline.application.DecisionLookup;
import io.centerline.application.FailureKind;
import io.centerline.application.RefusedException;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.journal.Recorded;
import io.centerline.journal.search.DecisionSummary;
import io.centerline.journal.search.Filter;
import io.centerline.journal.search.Search;
import io.centerline.web.Formats;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page that shows two decisions side by side. */
@Path(DecisionPages.PATH + "/compare")
@Produces(MediaType.TEXT_HTML)
public final class ComparePages {
    private static final Pattern ID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    /** The number that pages show of a decision, as in {@code no. 41}. */
    private static final Pattern NUMBER = Pattern.compile("(?i)\\s*(?:no\\.)?\\s*(\\d{1,3}(?:,\\d{3})+|\\d{1,18})\\s*");

    private static final int OFFERED = 10;

    private final DecisionLookup decisions;
    private final Search search;

    ComparePages(DecisionLookup decisions, Search search) {
        this.decisions = decisions;
        this.search = search;
    }

    /**
     * The page.
     *
     * @param left the decision of the address
     * @param with what was typed; null before anything was
     * @param issues what is wrong with it
     * @param others the newest other decisions of the importer
     * @param both the two side by side; null without another one
     */
    record ComparePage(
            Side left,
            @Nullable String with,
            List<Issue> issues,
            List<DecisionSummary> others,
            @Nullable Both both) implements TemplateInstance {}

    /**
     * One of two decisions.
     *
     * @param id its id
     * @param index its place in the journal
     * @param decision what was decided
     */
    public record Side(String id, long index, DecisionView decision) {
        static Side of(Recorded recorded) {
            return new Side(
                    recorded.draft().id().toString(),
                    recorded.index(),
                    DecisionView.read(recorded.draft().body()));
        }

        /** Whether there are no steps to compare. */
        public boolean isSummaryOnly() {
            return decision.explanation().isSummaryOnly();
        }
    }

    /**
     * Two decisions.
     *
     * @param right the other one
     * @param fields what they are made of and what came out
     * @param pairs their steps
     */
    public record Both(Side right, List<Field> fields, List<StepPairs.Pair> pairs) {
        public Both {
            fields = List.copyOf(fields);
            pairs = List.copyOf(pairs);
        }

        /** Whether the steps say the same throughout. */
        public boolean sameSteps() {
            return pairs.stream().allMatch(StepPairs.Pair::same);
        }
    }

    /**
     * One thing that both decisions say.
     *
     * @param name what
     * @param left the one
     * @param right the other
     */
    public record Field(String name, String left, String right) {
        static Field of(String name, @Nullable String left, @Nullable String right) {
            return new Field(name, Objects.requireNonNullElse(left, ""), Objects.requireNonNullElse(right, ""));
        }

        /** Whether both say the same. */
        public boolean same() {
            return left.equals(right);
        }
    }

    /** The decision beside the one that {@code with} names: its number, its id, or an address that has its id. */
    @GET
    @Blocking
    public Response compare(@PathParam("id") String id, @Context HttpServerRequest request) {
        Query query = new Query(request.query());
        String with = query.raw("with");
        RefusedException.ifAny(query.issues());
        Recorded one = decisions.get(id);
        Side left = Side.of(one);
        List<DecisionSummary> others = others(one);
        if (with == null || with.isBlank()) {
            return Html.ok(new ComparePage(left, with, List.of(), others, null));
        }
        try {
            Side right = Side.of(decisions.get(id(with)));
            return Html.ok(new ComparePage(left, with, List.of(), others, both(left, right)));
        } catch (RefusedException refused) {
            if (refused.failure().kind() != FailureKind.NOT_FOUND) {
                throw refused;
            }
            Issue issue = new Issue(
                    IssueCode.VALUE_UNKNOWN,
                    "?with",
                    "no decision has this number or id",
                    "type the number that its page shows, such as no. 41");
            return Html.answer(422, new ComparePage(left, with, List.of(issue), others, null));
        }
    }

    /** The newest decisions for the same importer. */
    private List<DecisionSummary> others(Recorded one) {
        Filter sameImporter = new Filter(null, one.draft().importer(), null, null, null, null, null, null, null, null);
        return search.find(sameImporter, Search.FROM_THE_NEWEST, OFFERED + 1).stream()
                .filter(decision -> decision.index() != one.index())
                .limit(OFFERED)
                .toList();
    }

    /** The id that was meant; what was typed where it names none. */
    private String id(String typed) {
        Matcher id = ID.matcher(typed);
        if (id.find()) {
            return id.group();
        }
        Matcher number = NUMBER.matcher(typed);
        if (!number.matches()) {
            return typed;
        }
        long index = Long.parseLong(number.group(1).replace(",", ""));
        return search.find(Filter.ALL, index + 1, 1).stream()
                .filter(decision -> decision.index() == index)
                .map(decision -> decision.id().toString())
                .findFirst()
                .orElse(typed);
    }

    private static Both both(Side left, Side right) {
        DecisionView one = left.decision();
        DecisionView other = right.decision();
        return new Both(
                right,
                Stream.of(
                                Field.of("Importer", number(one), number(other)),
                                Field.of("As of", day(one), day(other)),
                                Field.of("Basis", basis(one), basis(other)),
                                Field.of("Shares", shares(one), shares(other)),
                                Field.of(
                                        "Rulebook",
                                        one.receipt().rulebook(),
                                        other.receipt().rulebook()),
                                Field.of(
                                        "Schedule",
                                        one.receipt().schedule(),
                                        other.receipt().schedule()),
                                Field.of(
                                        "Facts",
                                        one.receipt().facts(),
                                        other.receipt().facts()),
                                Field.of(
                                        "Program",
                                        one.receipt().program(),
                                        other.receipt().program()))
                        .toList(),
                StepPairs.of(one.explanation().steps(), other.explanation().steps()));
    }

    private static @Nullable String basis(DecisionView decision) {
        return decision.basis() == null ? null : Formats.words(decision.basis());
    }

    /** The entry lines of each Center, as in {@code Electronics 39 (76.5 %), Base Metals 12 (23.5 %)}. */
    private static String shares(DecisionView decision) {
        return decision.explanation().tallies().stream()
                .map(tally -> Formats.centerTitle(tally.center()) + " " + Formats.grouped(tally.count())
                        + (tally.share() == null ? "" : " (" + Formats.percent(tally.share()) + ")"))
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String day(DecisionView decision) {
        LocalDate day = decision.receipt().day();
        return day == null ? null : Formats.us(day);
    }

    private static @Nullable String number(DecisionView decision) {
        return decision.importer() == null ? null : decision.importer().number();
    }
}
