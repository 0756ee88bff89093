package io.centerline.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.facts.AppealPacket;
import io.centerline.facts.AppealPacket.Heading;
import io.centerline.tariff.Center;
import io.centerline.text.Echo;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
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
        try {
            return JSON.writeValueAsString(Document.of(packet, masked));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a packet can be written", impossible);
        }
    }

    /** The packet that {@link #kept} wrote. */
    static AppealPacket read(String text) {
        try {
            return JSON.readValue(text, Document.class).packet();
        } catch (JsonProcessingException unknown) {
            throw new IllegalStateException("a packet on file is not one that this program writes", unknown);
        }
    }

    private record Document(
            String filed,
            String reference,
            @Nullable String currentCenter,
            @Nullable String preferred,
            List<String> importers,
            List<String> bonds,
            String justification,
            Imported data) {

        static Document of(AppealPacket packet, boolean masked) {
            UnaryOperator<String> shown = masked ? Echo::shown : UnaryOperator.identity();
            return new Document(
                    packet.filed().toString(),
                    shown.apply(packet.reference()),
                    code(packet.currentCenter()),
                    code(packet.preferred()),
                    packet.importers().stream()
                            .map(number -> masked ? number.masked() : number.text())
                            .toList(),
                    packet.bonds().stream()
                            .map(masked ? Echo::shownNumber : UnaryOperator.<String>identity())
                            .toList(),
                    shown.apply(packet.justification()),
                    new Imported(
                            text(packet.from()),
                            text(packet.to()),
                            packet.headings().stream().map(HeadingCount::of).toList()));
        }

        AppealPacket packet() {
            return new AppealPacket(
                    LocalDate.parse(filed),
                    reference,
                    center(currentCenter),
                    center(preferred),
                    importers.stream().map(EventJson::number).toList(),
                    bonds,
                    justification,
                    day(data.from()),
                    day(data.to()),
                    data.headings().stream().map(HeadingCount::read).toList());
        }
    }

    private record Imported(@Nullable String from, @Nullable String to, List<HeadingCount> headings) {}

    private record HeadingCount(
            String heading, int count, @Nullable String value) {

        static HeadingCount of(Heading heading) {
            return new HeadingCount(
                    heading.heading(),
                    heading.count(),
                    heading.value() == null ? null : heading.value().toPlainString());
        }

        Heading read() {
            return new Heading(heading, count, value == null ? null : new BigDecimal(value));
        }
    }

    private static @Nullable String code(@Nullable Center center) {
        return center == null ? null : center.code();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable Center center(@Nullable String code) {
        return code == null ? null : Center.findByCode(code).orElseThrow();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
