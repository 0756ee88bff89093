package io.centerline.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The rules that the program and the core jar carry, for whoever has no rule folder: a command in another folder, or a task
 * on a cluster.
 */
public final class ShippedRules {
    private static final String FOLDER = "rules/";

    private ShippedRules() {}

    /**
     * Reads the rules, cases and scenarios in the jar.
     *
     * @throws IllegalStateException when this class does not come from a jar that carries them
     */
    public static RuleFolder read() {
        return find().orElseThrow(() -> new IllegalStateException(
                "the class path carries no rules: use the jar with the classifier `core`, or read a rule folder"));
    }

    /** The same; empty when this class does not come from a jar that carries rules. */
    public static Optional<RuleFolder> find() {
        URL there = ShippedRules.class.getResource("/" + FOLDER + "README.md");
        try {
            if (there == null || !(there.openConnection() instanceof JarURLConnection connection)) {
                return Optional.empty();
            }
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                return Optional.of(read(jar));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the rules in the jar cannot be read", unreadable);
        }
    }

    private static RuleFolder read(JarFile jar) throws IOException {
        SortedMap<String, String> rules = new TreeMap<>();
        SortedMap<String, String> tests = new TreeMap<>();
        List<JarEntry> entries =
                jar.stream().filter(entry -> entry.getName().startsWith(FOLDER)).toList();
        for (JarEntry entry : entries) {
            String path = entry.getName().substring(FOLDER.length());
            switch (SourceName.kind(path)) {
                case RULES -> rules.put(path, text(jar, entry));
                case TEST -> tests.put(path, text(jar, entry));
                case OTHER -> {}
            }
        }
        return new RuleFolder(new RuleFiles(rules), tests);
    }

    private static String text(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
