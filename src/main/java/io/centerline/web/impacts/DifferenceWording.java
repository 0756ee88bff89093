package io.centerline.web.impacts;

import com.fasterxml.jackson.databind.JsonNode;
import io.centerline.replay.Difference;
import io.centerline.web.Formats;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What comes out differently, as people say it. */
final class DifferenceWording {
    private static final Pattern SHARE = Pattern.compile("[01](\\.[0-9]+)?");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z]{3,}(_[A-Z]+)*");
    private static final Map<String, String> PARTS = Map.of(
            "reviews", "review",
            "tallies", "share of",
            "steps", "rule",
            "notFired", "rule that did not fire",
            "notCounted", "not counted",
            "flips", "what would move it to");

    private DifferenceWording() {}

    /** A difference as a finished sentence. */
    static String of(Difference difference) {
        String member = difference.field().substring(difference.field().lastIndexOf(' ') + 1);
        String about = capital(PARTS.getOrDefault(difference.part(), Formats.spaced(difference.part()))
                + (difference.key().isEmpty() ? "" : " " + name(difference.part(), difference.key()))
                + (member.isEmpty() ? "" : ", " + Formats.spaced(difference.field())));
        if (difference.recorded() == null) {
            return about + " is new: " + text(member, difference.replayed());
        }
        return difference.replayed() == null
                ? about + " is gone, was: " + text(member, difference.recorded())
                : about + ": was " + text(member, difference.recorded()) + ", is "
                        + text(member, difference.replayed());
    }

    private static String name(String part, String key) {
        return part.equals("reviews") || part.equals("notCounted") ? Formats.words(key) : Formats.centerTitle(key);
    }

    private static String text(String member, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "none";
        }
        if (value.isArray()) {
            return value.isEmpty()
                    ? "none"
                    : StreamSupport.stream(value.spliterator(), false)
                            .map(entry -> text(member, entry))
                            .collect(Collectors.joining("; "));
        }
        return value.isObject() ? whole(value) : plain(member, value.asText());
    }

    /** An entry by its sentence, where it has one, else by its members. */
    private static String whole(JsonNode entry) {
        for (String sentence : new String[] {"message", "sentence"}) {
            if (entry.path(sentence).isTextual()) {
                return entry.path(sentence).textValue();
            }
        }
        return entry.properties().stream()
                .filter(member -> !member.getValue().isContainerNode())
                .map(member -> Formats.spaced(member.getKey()) + " " + text(member.getKey(), member.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String plain(String member, String text) {
        if (member.toLowerCase(Locale.ROOT).endsWith("share")
                && SHARE.matcher(text).matches()) {
            return Formats.percent(new BigDecimal(text));
        }
        String title = Formats.centerTitle(text);
        return title.equals(text) && CONSTANT.matcher(text).matches() ? Formats.words(text) : title;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
