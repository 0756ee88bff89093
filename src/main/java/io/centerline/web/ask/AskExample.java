package io.centerline.web.ask;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Lines to try the page with. */
enum AskExample {
    CAR_ELECTRONICS("car-electronics maker"),
    STEEL("steel with 9903 numbers"),
    TIE("a tie"),
    EXPORTS("two brokers’ exports that overlap");

    /** The day they are made for. */
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 25);

    private final String title;

    AskExample(String title) {
        this.title = title;
    }

    /** What it shows, for people. */
    public String title() {
        return title;
    }

    /** How addresses name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How addresses name them all. */
    static List<String> keys() {
        return Stream.of(values()).map(AskExample::key).toList();
    }

    /** The example that an address names; empty when there is none of that name. */
    static Optional<AskExample> find(String key) {
        return Stream.of(values()).filter(example -> example.key().equals(key)).findFirst();
    }

    /** Its lines, as they could be pasted. */
    String lines() {
        try (InputStream in = AskExample.class.getResourceAsStream(key() + ".csv")) {
            if (in == null) {
                throw new IllegalStateException("the example " + key() + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
