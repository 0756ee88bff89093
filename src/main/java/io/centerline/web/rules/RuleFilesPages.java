package io.centerline.web.rules;

import io.centerline.activation.ActiveRulebook;
import io.centerline.api.ListFile;
import io.centerline.api.Query;
import io.centerline.api.RowPages;
import io.centerline.api.SheetStream;
import io.centerline.api.SheetStream.Column;
import io.centerline.application.RefusedException;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that serve as files for spreadsheets. */
@Path("/rules")
public final class RuleFilesPages {
    private static final List<Column<Rule>> COLUMNS = List.of(
            new Column<>("Rule", 10, rule -> rule.id().text()),
            new Column<>("Says", 80, Rule::title),
            new Column<>("Stage", 12, rule -> rule.stage().folder()),
            new Column<>(
                    "Center",
                    10,
                    rule -> rule.range().map(range -> range.center().code()).orElse("")),
            new Column<>("In force from", 12, rule -> rule.inForce().from()),
            new Column<>("until", 12, RuleFilesPages::until),
            new Column<>("Standing", 16, rule -> rule.standing().text()),
            new Column<>("Citation", 60, Rule::citation),
            new Column<>("File", 40, rule -> rule.place().file()),
            new Column<>("Line", 8, rule -> rule.place().line()));

    private final ActiveRulebook active;

    RuleFilesPages(ActiveRulebook active) {
        this.active = active;
    }

    /** The rules that {@code q} and {@code stage} of the query leave, as CSV. */
    @GET
    @Path("list.csv")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response csv(@Context HttpServerRequest request) {
        return ListFile.csv(COLUMNS, RowPages.of(rules(active.latest().rulebook(), request)), "rules.csv");
    }

    /** The same as a workbook. */
    @GET
    @Path("list.xlsx")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response xlsx(@Context HttpServerRequest request) {
        Rulebook rulebook = active.latest().rulebook();
        SheetStream<Rule> sheet = new SheetStream<>(
                "Rules",
                COLUMNS,
                RowPages.of(rules(rulebook, request)),
                List.of(new SheetStream.Line("Rulebook", rulebook.hash())));
        return ListFile.workbook(sheet, "rules.xlsx");
    }

    private static List<Rule> rules(Rulebook rulebook, HttpServerRequest request) {
        Query query = Query.ofForm(request.query());
        RuleFilter filter = RuleFilter.of(query);
        RefusedException.ifAny(query.issues());
        return filter.rules(rulebook);
    }

    private static @Nullable LocalDate until(Rule rule) {
        return rule.inForce().until().equals(InForce.OPEN)
                ? null
                : rule.inForce().until();
    }
}
