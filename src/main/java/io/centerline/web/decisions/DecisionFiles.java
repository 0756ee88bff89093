package io.centerline.web.decisions;

import io.centerline.api.ListFile;
import io.centerline.api.RowPages;
import io.centerline.api.SheetStream;
import io.centerline.api.SheetStream.Column;
import io.centerline.application.DecisionLookup;
import io.centerline.web.Formats;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The shares and the steps of a decision as files for spreadsheets. */
@Path(DecisionPages.PATH + "/lists")
@Produces(MediaType.WILDCARD)
public final class DecisionFiles {
    private static final List<Column<DecisionView.Share>> SHARES = List.of(
            new Column<>("Center", 10, DecisionView.Share::center),
            new Column<>("Title", 40, share -> Formats.centerTitle(share.center())),
            new Column<>("Lines", 10, DecisionView.Share::count),
            new Column<>("Share", 12, DecisionView.Share::share),
            new Column<>("Value", 16, DecisionView.Share::value),
            new Column<>("Share of the value", 18, DecisionView.Share::valueShare));
    private static final List<Column<DecisionView.Step>> STEPS = List.of(
            new Column<>("Stage", 14, DecisionView.Step::stage),
            new Column<>("Rule", 10, DecisionView.Step::rule),
            new Column<>("Outcome", 14, DecisionView.Step::outcome),
            new Column<>("Says", 90, DecisionView.Step::sentence),
            new Column<>("Standing", 16, DecisionView.Step::standing),
            new Column<>("Citation", 60, DecisionView.Step::citation));

    private final DecisionLookup decisions;

    DecisionFiles(DecisionLookup decisions) {
        this.decisions = decisions;
    }

    /** What each Center has, as CSV. */
    @GET
    @Path("shares.csv")
    @Blocking
    public Response sharesCsv(@PathParam("id") String id) {
        return ListFile.csv(SHARES, RowPages.of(why(id).tallies()), "shares.csv");
    }

    /** The same as a workbook. */
    @GET
    @Path("shares.xlsx")
    @Blocking
    public Response sharesWorkbook(@PathParam("id") String id) {
        return workbook("Shares", SHARES, why(id).tallies(), id, "shares.xlsx");
    }

    /** The rules that concluded, in their order, as CSV. */
    @GET
    @Path("steps.csv")
    @Blocking
    public Response stepsCsv(@PathParam("id") String id) {
        return ListFile.csv(STEPS, RowPages.of(why(id).steps()), "steps.csv");
    }

    /** The same as a workbook. */
    @GET
    @Path("steps.xlsx")
    @Blocking
    public Response stepsWorkbook(@PathParam("id") String id) {
        return workbook("Steps", STEPS, why(id).steps(), id, "steps.xlsx");
    }

    private static <R> Response workbook(
            String title, List<Column<R>> columns, List<R> rows, String decision, String name) {
        return ListFile.workbook(
                new SheetStream<>(
                        title, columns, RowPages.of(rows), List.of(new SheetStream.Line("Decision", decision))),
                name);
    }

    private DecisionView.Reasons why(String id) {
        return DecisionView.read(decisions.get(id).draft().body()).explanation();
    }
}
