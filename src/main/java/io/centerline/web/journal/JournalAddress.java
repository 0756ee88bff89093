package io.centerline.web.journal;

import io.centerline.api.DecisionFilters;
import io.centerline.journal.search.Filter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of a list of decisions.
 *
 * @param filters what restricts it, by parameter
 */
record JournalAddress(Map<String, String> filters) {
    static final String LIST = "/decisions";

    /** Of what a filter lets pass. */
    static JournalAddress of(Filter filter) {
        return new JournalAddress(DecisionFilters.values(filter));
    }

    /** The same with a parameter set, or without it where there is no value. */
    JournalAddress with(String name, @Nullable Object value) {
        Map<String, String> more = new LinkedHashMap<>(filters);
        if (value == null) {
            more.remove(name);
        } else {
            more.put(name, value.toString());
        }
        return new JournalAddress(more);
    }

    /** The address below a path. */
    String at(String path) {
        String query = filters.entrySet().stream()
                .map(filter -> filter.getKey() + "=" + URLEncoder.encode(filter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The address of the page. */
    String list() {
        return at(LIST);
    }
}
