package io.centerline.web.ask;

import io.centerline.activation.ActiveRulebook;
import io.centerline.api.Html;
import io.centerline.api.Query;
import io.centerline.application.NumberAnswer;
import io.centerline.application.NumberLookup;
import io.centerline.facts.Issue;
import io.centerline.rulebook.Rulebook;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page that answers "which Center?". */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class AskPages {
    private final NumberLookup numbers;
    private final ActiveRulebook active;
    private final Clock clock;

    AskPages(NumberLookup numbers, ActiveRulebook active, Clock clock) {
        this.numbers = numbers;
        this.active = active;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param asked what was typed; null before anything was
     * @param answer the answer; null when there is none
     * @param issues what is wrong with what was typed
     */
    record AskPage(@Nullable String asked, @Nullable NumberAnswer answer, List<Issue> issues)
            implements TemplateInstance {}

    /** The page, with the answer to {@code q} of the query. */
    @GET
    @Blocking
    public Response ask(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        String asked = query.raw("q");
        List<Issue> issues = new ArrayList<>(query.issues());
        NumberAnswer answer = null;
        if (asked != null && issues.isEmpty()) {
            Rulebook rulebook = active.latest().rulebook();
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            answer = numbers.one(rulebook, asked, today, issues).orElse(null);
        }
        return Html.answer(issues.isEmpty() ? 200 : 422, new AskPage(asked, answer, issues));
    }
}
