package io.centerline.application;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.centerline.accounts.Adoption;
import io.centerline.decision.DecisionKind;
import io.centerline.decision.Draft;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.intake.ImporterNumberReader;
import io.centerline.intake.ImporterNumberReader.Reading;
import io.centerline.tariff.Center;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recorded decision that can become a placement on file.
 *
 * @param id its id
 * @param importer whose
 * @param name the importer's name; empty when the facts have none or are erased
 * @param center where it places the importer
 * @param asOf the day decided for
 * @param decidedAt when it was made
 */
public record AdoptableDecision(
        UUID id, ImporterNumber importer, String name, Center center, LocalDate asOf, Instant decidedAt) {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * The decision; null after adding an issue that says why it cannot be adopted.
     *
     * @param pointer what the issue points at
     */
    public static @Nullable AdoptableDecision of(Draft draft, String pointer, List<Issue> issues) {
        if (draft.kind() != DecisionKind.PLACEMENT) {
            issues.add(issue(
                    pointer,
                    "decision `" + draft.id() + "` says where one activity goes, and places nobody",
                    "adopt the decision that `POST /v1/placements` gives for the importer's entry lines"));
            return null;
        }
        Center center = Center.findByCode(draft.center()).orElse(null);
        if (center == null) {
            issues.add(issue(
                    pointer,
                    "decision `" + draft.id() + "` places nobody: its status is " + draft.status(),
                    "only decisions whose status is PLACED can be adopted"));
            return null;
        }
        if ("DIRECTED".equals(draft.basis())) {
            issues.add(issue(
                    pointer,
                    "decision `" + draft.id() + "` rests on a directed assignment, which holds for its own days only",
                    "the direction on file decides without a placement beside it"));
            return null;
        }
        Party party = party(draft);
        if (party == null) {
            issues.add(issue(
                    pointer,
                    "the facts of decision `" + draft.id()
                            + "` were erased, so the importer number is known masked only",
                    "place the importer anew, or state its placement with `PUT /v1/accounts/{number}`"));
            return null;
        }
        return new AdoptableDecision(draft.id(), party.number(), party.name(), center, draft.asOf(), draft.decidedAt());
    }

    /**
     * The change that adopts it.
     *
     * @param since the first day of the placement; null for the day decided for
     */
    public Adoption adoption(String pointer, @Nullable LocalDate since) {
        return new Adoption(pointer, id, center, since == null ? asOf : since, name, decidedAt);
    }

    private record Party(ImporterNumber number, String name) {}

    private static @Nullable Party party(Draft draft) {
        byte[] facts = draft.facts();
        Reading number = new ImporterNumberReader().read(facts == null ? draft.importer() : importer(facts, "number"));
        return number instanceof Reading.Readable readable
                ? new Party(readable.number(), facts == null ? "" : importer(facts, "name"))
                : null;
    }

    /** A field of the importer in stored facts, where the lines come last; empty when it is not there. */
    private static String importer(byte[] facts, String field) {
        try (JsonParser json = JSON.createParser(facts)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean importer = json.currentName().equals("importer");
                json.nextToken();
                if (!importer) {
                    json.skipChildren();
                    continue;
                }
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    if (json.currentName().equals(field)) {
                        return json.nextTextValue();
                    }
                    json.nextToken();
                    json.skipChildren();
                }
            }
            return "";
        } catch (IOException impossible) {
            throw new UncheckedIOException("stored facts are not JSON", impossible);
        }
    }

    public static Issue issue(String pointer, String message, String help) {
        return new Issue(IssueCode.DECISION_NOT_ADOPTABLE, pointer, message, help);
    }
}
