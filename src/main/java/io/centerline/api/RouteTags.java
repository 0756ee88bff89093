package io.centerline.api;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Keeps what callers write out of metrics. The tags {@code uri} and {@code method} of HTTP series are addresses of the service
 * and the methods of HTTP; whatever else a request names is {@code UNKNOWN}. So no number of an importer gets into a metric, and
 * odd requests add no series.
 */
@Singleton
final class RouteTags implements MeterFilter {
    private static final String UNKNOWN = "UNKNOWN";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Set<String> templates;

    RouteTags(ApiRoutes routes) {
        this.templates = routes.templates();
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith("http.server.")) {
            return id;
        }
        List<Tag> tags = new ArrayList<>();
        for (Tag tag : id.getTagsAsIterable()) {
            boolean known = switch (tag.getKey()) {
                case "uri" -> templates.contains(tag.getValue());
                case "method" -> METHODS.contains(tag.getValue());
                default -> true;
            };
            tags.add(known ? tag : Tag.of(tag.getKey(), UNKNOWN));
        }
        return id.replaceTags(tags);
    }
}
