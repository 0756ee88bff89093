package io.centerline.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.facts.AppealPacket;
import io.centerline.facts.AppealPacket.Heading;
import io.centerline.facts.ImporterNumber;
import io.centerline.tariff.Center;
import io.centerline.text.Echo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Packets of appeals as the store keeps them and as answers show them, in the fields of a request. Stateless. */
public final class PacketJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PacketJson() {}

    /** A packet as answers show it: social security numbers masked. */
    public static String masked(AppealPacket packet) {
        return write(packet, true);
    }

    static String kept(AppealPacket packet) {
        return write(packet, false);
    }

    private static String write(AppealPacket packet, boolean masked) {
        ObjectNode json = JSON.createObjectNode();
        json.put("filed", packet.filed().toString());
        json.put("reference", shown(packet.reference(), masked));
        json.put("currentCenter", code(packet.currentCenter()));
        json.put("preferred", code(packet.preferred()));
        ArrayNode importers = json.putArray("importers");
        for (ImporterNumber number : packet.importers()) {
            importers.add(masked ? number.masked() : number.text());
        }
        ArrayNode bonds = json.putArray("bonds");
        packet.bonds().forEach(bond -> bonds.add(shown(bond, masked)));
        json.put("justification", shown(packet.justification(), masked));
        ObjectNode data = json.putObject("data");
        data.put("from", text(packet.from()));
        data.put("to", text(packet.to()));
        ArrayNode headings = data.putArray("headings");
        for (Heading heading : packet.headings()) {
            headings.addObject()
                    .put("heading", heading.heading())
                    .put("count", heading.count())
                    .put("value", heading.value().toPlainString());
        }
        return json.toString();
    }

    /** The packet that {@link #kept} wrote. */
    static AppealPacket read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            JsonNode data = json.path("data");
            List<ImporterNumber> importers = new ArrayList<>();
            json.path("importers").forEach(number -> importers.add(EventJson.number(number.asText())));
            List<String> bonds = new ArrayList<>();
            json.path("bonds").forEach(bond -> bonds.add(bond.asText()));
            List<Heading> headings = new ArrayList<>();
            data.path("headings")
                    .forEach(heading -> headings.add(new Heading(
                            heading.path("heading").asText(),
                            heading.path("count").intValue(),
                            new BigDecimal(heading.path("value").asText()))));
            return new AppealPacket(
                    LocalDate.parse(json.path("filed").asText()),
                    json.path("reference").asText(),
                    center(json.path("currentCenter")),
                    center(json.path("preferred")),
                    importers,
                    bonds,
                    json.path("justification").asText(),
                    day(data.path("from")),
                    day(data.path("to")),
                    headings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a packet on file is not JSON", impossible);
        }
    }

    private static String shown(String text, boolean masked) {
        return masked ? Echo.mask(text) : text;
    }

    private static @Nullable String code(@Nullable Center center) {
        return center == null ? null : center.code();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable Center center(JsonNode code) {
        return code.isNull() ? null : Center.findByCode(code.asText()).orElseThrow();
    }

    private static @Nullable LocalDate day(JsonNode text) {
        return text.isNull() ? null : LocalDate.parse(text.asText());
    }
}
