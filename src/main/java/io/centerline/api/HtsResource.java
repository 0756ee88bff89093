package io.centerline.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.api.Problem.Kind;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.rulebook.Rulebook;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which Center a number belongs to. */
@Path("/v1/hts")
@Produces(MediaType.APPLICATION_JSON)
public final class HtsResource {
    private static final int MOST_NUMBERS = 10_000;

    private final NumberDesk desk;
    private final Rulebook rulebook;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    HtsResource(NumberDesk desk, Rulebook rulebook, Clock clock) {
        this.desk = desk;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /**
     * The answers to many numbers, in the order asked.
     *
     * @param asOf the day asked for
     * @param results one answer a number
     */
    public record Answers(String asOf, List<HtsAnswer> results) {}

    /**
     * Answers for one number.
     *
     * @param number as it is written anywhere: with or without dots, 8 or 10 digits
     * @param asOf a day; today (UTC) when absent
     */
    @GET
    @Path("{number}")
    @Blocking
    public HtsAnswer one(@PathParam("number") String number, @QueryParam("asOf") @Nullable String asOf) {
        List<Issue> issues = new ArrayList<>();
        LocalDate day = Parameters.day("asOf", asOf, today(), rulebook.firstCoveredDay());
        return desk.answer(number, "number", day, issues)
                .orElseThrow(() -> new RefusedException(Problem.invalid(Kind.INVALID_REQUEST, issues)));
    }

    /**
     * Answers for up to 10,000 numbers: {@code {"numbers": ["8471.30.0100"], "asOf": "2026-11-25"}}.
     *
     * @param body the request
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Answers many(byte[] body) {
        JsonNode request = parse(body);
        List<Issue> issues = new ArrayList<>();
        checkFields(request, issues);
        JsonNode asOf = request.path("asOf");
        LocalDate day =
                Parameters.day("asOf", asOf.isTextual() ? asOf.textValue() : null, today(), rulebook.firstCoveredDay());
        List<HtsAnswer> results = new ArrayList<>();
        JsonNode numbers = request.path("numbers");
        for (int i = 0; i < Math.min(numbers.size(), MOST_NUMBERS); i++) {
            String pointer = "/numbers/" + i;
            if (numbers.get(i).isTextual()) {
                desk.answer(numbers.get(i).textValue(), pointer, day, issues).ifPresent(results::add);
            } else {
                issues.add(new Issue(
                        IssueCode.FIELD_WRONG_TYPE,
                        pointer,
                        "number " + (i + 1) + " is not a string",
                        "write it in quotes, so that leading zeros survive"));
            }
        }
        if (!issues.isEmpty()) {
            throw new RefusedException(Problem.invalid(Kind.INVALID_REQUEST, issues));
        }
        return new Answers(day.toString(), results);
    }

    private static void checkFields(JsonNode request, List<Issue> issues) {
        for (Iterator<Map.Entry<String, JsonNode>> fields = request.fields(); fields.hasNext(); ) {
            String name = fields.next().getKey();
            if (!name.equals("numbers") && !name.equals("asOf")) {
                issues.add(new Issue(
                        IssueCode.FIELD_UNKNOWN,
                        "/" + name.replace("~", "~0").replace("/", "~1"),
                        "the request has a field that is not `numbers` or `asOf`",
                        "leave it out"));
            }
        }
        JsonNode asOf = request.path("asOf");
        if (!asOf.isMissingNode() && !asOf.isTextual()) {
            issues.add(
                    new Issue(IssueCode.FIELD_WRONG_TYPE, "/asOf", "`asOf` is not a string", "write `\"2026-11-25\"`"));
        }
        JsonNode numbers = request.path("numbers");
        if (!numbers.isArray()) {
            issues.add(new Issue(
                    numbers.isMissingNode() ? IssueCode.FIELD_MISSING : IssueCode.FIELD_WRONG_TYPE,
                    "/numbers",
                    "the request has no list `numbers`",
                    "write `{\"numbers\": [\"8471.30.0100\"]}`"));
        } else if (numbers.size() > MOST_NUMBERS) {
            issues.add(new Issue(
                    IssueCode.TOO_MANY_NUMBERS,
                    "/numbers",
                    "the list has " + numbers.size() + " numbers, at most " + MOST_NUMBERS + " are answered at once",
                    "ask in several requests"));
        }
    }

    private JsonNode parse(byte[] body) {
        try {
            JsonNode request = json.readTree(body);
            if (request != null && request.isObject()) {
                return request;
            }
            throw syntax("the body is not a JSON object");
        } catch (JsonProcessingException malformed) {
            throw syntax("the body is not well-formed JSON, line "
                    + (malformed.getLocation() == null
                            ? 1
                            : malformed.getLocation().getLineNr()));
        } catch (IOException impossible) {
            throw syntax("the body cannot be read");
        }
    }

    private static RefusedException syntax(String message) {
        return new RefusedException(Problem.invalid(
                Kind.INVALID_REQUEST,
                List.of(new Issue(IssueCode.JSON_SYNTAX, "", message, "write `{\"numbers\": [\"8471.30.0100\"]}`"))));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
