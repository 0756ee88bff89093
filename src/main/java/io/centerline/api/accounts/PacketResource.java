package io.centerline.api.accounts;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.Accounts;
import io.centerline.activation.UnknownRulebook;
import io.centerline.api.Accepts;
import io.centerline.api.Query;
import io.centerline.application.DecisionLookup;
import io.centerline.application.FailureKind;
import io.centerline.application.PacketDraft;
import io.centerline.application.RefusedException;
import io.centerline.decision.DecisionKind;
import io.centerline.decision.Draft;
import io.centerline.facts.Facts;
import io.centerline.intake.Intake;
import io.centerline.intake.StoredFacts;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;

/** Drafts the packet of an appeal from a decision. */
@Path("/v1/decisions/{id}/appeal-packet")
public final class PacketResource {
    private static final List<String> CENTERS =
            Arrays.stream(Center.values()).map(Center::code).toList();

    private final DecisionLookup decisions;
    private final Accounts accounts;
    private final AccountChanges desk;
    private final StoredFacts stored;

    PacketResource(
            DecisionLookup decisions, Accounts accounts, AccountChanges desk, HtsReader reader, Schedule schedule) {
        this.decisions = decisions;
        this.accounts = accounts;
        this.desk = desk;
        this.stored = new StoredFacts(reader, schedule);
    }

    /**
     * The importer's own counts by heading, filled into a packet, as JSON or as a page to print.
     *
     * @param id a decision id
     * @param headers which of the two is wanted
     * @param request the request's query string: {@code preferred}, a Center
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Blocking
    public Response draft(
            @PathParam("id") String id, @Context HttpHeaders headers, @Context HttpServerRequest request) {
        Query query = new Query(request.query());
        String preferred = query.word("preferred", CENTERS);
        RefusedException.ifAny(query.issues());
        Draft recorded = placement(id);
        Facts facts = facts(recorded);
        Placement placement = new Placement(rulebook(recorded.rulebook()));
        Decision decision = placement.decide(facts, List.of(), Explain.SUMMARY);
        AccountFile file = accounts.file(facts.importer().number());
        PacketDraft.Drafted drafted = PacketDraft.of(
                recorded.id(),
                decision,
                placement.imports(facts),
                file,
                preferred == null ? null : Center.findByCode(preferred).orElseThrow(),
                desk.today());
        return Accepts.ratherThanJson(headers, MediaType.TEXT_HTML)
                ? Response.ok(PacketPage.of(drafted), "text/html;charset=UTF-8")
                        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                        .build()
                : Response.ok(drafted.draft(), MediaType.APPLICATION_JSON).build();
    }

    private Draft placement(String id) {
        Draft draft = decisions.get(id).draft();
        if (draft.kind() != DecisionKind.PLACEMENT) {
            throw new RefusedException(
                    FailureKind.NOT_A_PLACEMENT,
                    "this decision says where one activity goes; a packet is drafted from a decision that places an importer");
        }
        return draft;
    }

    private Facts facts(Draft draft) {
        byte[] facts = draft.facts();
        if (facts == null) {
            throw new RefusedException(
                    FailureKind.FACTS_ERASED,
                    "the facts of this decision were erased, so its counts by heading are not known");
        }
        Intake read = stored.read(facts, draft.asOf());
        if (read instanceof Intake.Accepted accepted) {
            return accepted.facts();
        }
        throw new RefusedException(
                FailureKind.NOT_REPLAYABLE,
                "the facts of this decision are not what this version of the program keeps");
    }

    private Rulebook rulebook(String hash) {
        try {
            return decisions.rulebook(hash);
        } catch (UnknownRulebook unknown) {
            throw new RefusedException(
                    FailureKind.NOT_REPLAYABLE,
                    "there is no rulebook `" + hash + "`, under which the decision was made");
        }
    }
}
