package io.centerline.accounts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.accounts.AccountEvent.AppealDenied;
import io.centerline.accounts.AccountEvent.AppealFiled;
import io.centerline.accounts.AccountEvent.AppealGranted;
import io.centerline.accounts.AccountEvent.AppealWithdrawn;
import io.centerline.accounts.AccountEvent.Described;
import io.centerline.accounts.AccountEvent.Directed;
import io.centerline.accounts.AccountEvent.DirectionRetracted;
import io.centerline.accounts.AccountEvent.Placed;
import io.centerline.accounts.AccountEvent.PlacementRetracted;
import io.centerline.facts.Account;
import io.centerline.facts.Direction;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.intake.ImporterNumberReader;
import io.centerline.intake.ImporterNumberReader.Reading.Readable;
import io.centerline.tariff.Center;
import io.centerline.text.Echo;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events as the store keeps them and as histories show them: an object whose {@code kind} says what the rest means. Stateless.
 */
public final class EventJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final ImporterNumberReader NUMBERS = new ImporterNumberReader();

    private EventJson() {}

    /** An event, social security numbers masked, as a history shows it. */
    public static String masked(AccountEvent event) {
        return write(event, true);
    }

    static String kept(AccountEvent event) {
        return write(event, false);
    }

    private static String write(AccountEvent event, boolean masked) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            new Writer(json, masked).write(event);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return text.toString();
    }

    private record Writer(JsonGenerator json, boolean masked) {

        void write(AccountEvent event) throws IOException {
            if (event instanceof Described described) {
                json.writeStringField("kind", "DESCRIBED");
                text("name", described.name());
                json.writeStringField("party", described.kind().name());
                numbers("family", described.family());
            } else if (event instanceof Placed placed) {
                json.writeStringField("kind", "PLACED");
                json.writeStringField("center", placed.placement().center().code());
                day("since", placed.placement().since());
                id("decision", placed.placement().decision());
                day("corrects", placed.corrects());
            } else if (event instanceof PlacementRetracted retracted) {
                json.writeStringField("kind", "PLACEMENT_RETRACTED");
                day("since", retracted.since());
            } else if (event instanceof Directed directed) {
                json.writeStringField("kind", "DIRECTED");
                json.writeNumberField("number", directed.number());
                direction(directed.direction());
            } else if (event instanceof DirectionRetracted retracted) {
                json.writeStringField("kind", "DIRECTION_RETRACTED");
                json.writeNumberField("number", retracted.number());
            } else {
                appeal(event);
            }
        }

        private void appeal(AccountEvent event) throws IOException {
            if (event instanceof AppealFiled filed) {
                json.writeStringField("kind", "APPEAL_FILED");
                id("appeal", filed.appeal());
                if (filed.preferred() != null) {
                    json.writeStringField("preferred", filed.preferred().code());
                }
                day("filed", filed.filed());
                text("reference", filed.reference());
                numbers("importers", filed.importers());
            } else if (event instanceof AppealWithdrawn withdrawn) {
                json.writeStringField("kind", "APPEAL_WITHDRAWN");
                id("appeal", withdrawn.appeal());
            } else if (event instanceof AppealDenied denied) {
                json.writeStringField("kind", "APPEAL_DENIED");
                id("appeal", denied.appeal());
            } else {
                AppealGranted granted = (AppealGranted) event;
                json.writeStringField("kind", "APPEAL_GRANTED");
                id("appeal", granted.appeal());
                json.writeStringField("preferred", granted.preferred().code());
                day("filed", granted.filed());
                text("reference", granted.reference());
                day("effective", granted.effective());
                text("authority", granted.authority());
                id("decision", granted.decision());
            }
        }

        private void text(String field, String text) throws IOException {
            json.writeStringField(field, masked ? Echo.mask(text) : text);
        }

        private void direction(Direction direction) throws IOException {
            json.writeStringField("center", direction.center().code());
            day("from", direction.from());
            day("until", direction.through().equals(Account.OPEN) ? null : direction.through());
            text("authority", direction.authority());
            text("reference", direction.reference());
        }

        private void numbers(String field, List<ImporterNumber> numbers) throws IOException {
            json.writeArrayFieldStart(field);
            for (ImporterNumber number : numbers) {
                json.writeString(masked ? number.masked() : number.text());
            }
            json.writeEndArray();
        }

        private void day(String field, @Nullable LocalDate day) throws IOException {
            if (day != null) {
                json.writeStringField(field, day.toString());
            }
        }

        private void id(String field, @Nullable UUID id) throws IOException {
            if (id != null) {
                json.writeStringField(field, id.toString());
            }
        }
    }

    /** The event that {@link #kept} wrote. */
    static AccountEvent read(String json) {
        try {
            return new Reader(TREES.readTree(json)).read();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event on file is not JSON", impossible);
        }
    }

    private record Reader(JsonNode json) {

        AccountEvent read() {
            return switch (text("kind")) {
                case "DESCRIBED" -> new Described(text("name"), ImporterKind.valueOf(text("party")), numbers("family"));
                case "PLACED" ->
                    new Placed(
                            new PlacementOnFile(center("center"), day("since"), findId("decision")),
                            findDay("corrects"));
                case "PLACEMENT_RETRACTED" -> new PlacementRetracted(day("since"));
                case "DIRECTED" -> new Directed(json.path("number").intValue(), direction());
                case "DIRECTION_RETRACTED" ->
                    new DirectionRetracted(json.path("number").intValue());
                case "APPEAL_FILED" ->
                    new AppealFiled(
                            id("appeal"),
                            json.has("preferred") ? center("preferred") : null,
                            day("filed"),
                            text("reference"),
                            numbers("importers"),
                            null);
                case "APPEAL_WITHDRAWN" -> new AppealWithdrawn(id("appeal"));
                case "APPEAL_DENIED" -> new AppealDenied(id("appeal"));
                case "APPEAL_GRANTED" ->
                    new AppealGranted(
                            id("appeal"),
                            center("preferred"),
                            day("filed"),
                            text("reference"),
                            day("effective"),
                            text("authority"),
                            id("decision"));
                default -> throw new IllegalStateException("an event on file is of no known kind: " + text("kind"));
            };
        }

        private Direction direction() {
            LocalDate until = findDay("until");
            return new Direction(
                    center("center"),
                    day("from"),
                    until == null ? Account.OPEN : until,
                    text("authority"),
                    text("reference"));
        }

        private String text(String field) {
            return Objects.requireNonNull(json.get(field), field).asText();
        }

        private Center center(String field) {
            return Center.findByCode(text(field)).orElseThrow();
        }

        private LocalDate day(String field) {
            return LocalDate.parse(text(field));
        }

        private @Nullable LocalDate findDay(String field) {
            return json.has(field) ? day(field) : null;
        }

        private UUID id(String field) {
            return UUID.fromString(text(field));
        }

        private @Nullable UUID findId(String field) {
            return json.has(field) ? id(field) : null;
        }

        private List<ImporterNumber> numbers(String field) {
            List<ImporterNumber> numbers = new ArrayList<>();
            json.path(field).forEach(element -> numbers.add(number(element.asText())));
            return numbers;
        }
    }

    /** An importer number that was kept. */
    static ImporterNumber number(String text) {
        return ((Readable) NUMBERS.read(text)).number();
    }
}
