package io.centerline.web.help;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The guides in the program, each rendered when it is first asked for. */
@Singleton
final class Guides {
    /** For the readers of the pages, in the order in which help lists them. */
    static final List<String> READERS = List.of("importers", "analysts", "auditors");

    /** What the others lead to. */
    static final List<String> MORE = List.of("callers", "search", "command-line", "editors", "settings");

    private static final Set<String> ALL = all();

    private final Map<String, GuideText> rendered = new ConcurrentHashMap<>();

    private static Set<String> all() {
        List<String> all = new ArrayList<>(READERS);
        all.addAll(MORE);
        return new LinkedHashSet<>(all);
    }

    /** The guide with a name; empty when there is none. */
    Optional<GuideText> find(String name) {
        return ALL.contains(name) ? Optional.of(get(name)) : Optional.empty();
    }

    /** Several, in the order of their names. */
    List<GuideText> list(List<String> names) {
        return names.stream().map(this::get).toList();
    }

    private GuideText get(String name) {
        return rendered.computeIfAbsent(name, unread -> GuideMarkdown.render(name, read(name), ALL));
    }

    private static String read(String name) {
        try (InputStream in = Guides.class.getResourceAsStream("/guides/" + name + ".md")) {
            if (in == null) {
                throw new IllegalStateException("the guide " + name + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
