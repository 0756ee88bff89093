package io.centerline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents link to files that exist, hold no unfinished places, stay short, and list every setting and room. */
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern UNFILLED = Pattern.compile("@@|\\bTODO\\b|\\bTBD\\b");
    private static final int LONGEST_LINE = 160;

    /** A name in the sources that starts like a setting. Meters share the prefix; their names are given to a builder. */
    private static final Pattern NAMED = Pattern.compile("(builder\\(\\s*)?\"(centerline(?:\\.[a-z]+)+)\"");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(centerline[.a-z]+)` \\| `([A-Z_]+)` \\|.*\\|$");

    /** The program sets it for itself; the page says so outside the table. */
    private static final String INTERNAL = "centerline.store.embedded";

    @Test
    void links_withinTheProject_leadToFiles() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            for (MatchResult link :
                    LINK.matcher(Files.readString(document)).results().toList()) {
                boolean outside = link.group(1).contains(":");
                if (!outside && !Files.exists(document.resolveSibling(link.group(1)))) {
                    broken.add(document + " leads to " + link.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void text_everywhere_isFilledIn() throws IOException {
        List<String> unfilled = new ArrayList<>();
        for (Path document : documents()) {
            List<String> lines = Files.readAllLines(document);
            for (int i = 0; i < lines.size(); i++) {
                if (UNFILLED.matcher(lines.get(i)).find()) {
                    unfilled.add(document + ":" + (i + 1) + " " + lines.get(i));
                }
            }
        }
        assertThat(unfilled).isEmpty();
    }

    @Test
    void readme_length_fitsTwoScreens() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(90);
    }

    @Test
    void changelog_length_fitsOneScreen() throws IOException {
        assertThat(Files.readAllLines(Path.of("CHANGELOG.md"))).hasSizeLessThanOrEqualTo(40);
    }

    /** Rows of tables and what is quoted from a terminal are as long as they are. */
    @Test
    void prose_everywhere_fitsALine() throws IOException {
        List<String> wide = new ArrayList<>();
        for (Path document : documents()) {
            List<String> lines = Files.readAllLines(document);
            boolean quoted = false;
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                boolean fence = line.strip().startsWith("```");
                quoted ^= fence;
                if (!quoted && !fence && !line.startsWith("|") && line.length() > LONGEST_LINE) {
                    wide.add(document + ":" + (i + 1) + " has " + line.length() + " characters");
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    @Test
    void settings_inTheSources_areThoseOfThePage() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (MatchResult row : ROW.matcher(Files.readString(Path.of("src/docs/settings.md")))
                .results()
                .toList()) {
            listed.put(row.group(1), row.group(2));
        }
        Map<String, String> used = new TreeMap<>();
        for (Path source : files("src/main/java", ".java")) {
            for (MatchResult name :
                    NAMED.matcher(Files.readString(source)).results().toList()) {
                if (name.group(1) == null && !name.group(2).equals(INTERNAL)) {
                    used.put(
                            name.group(2),
                            name.group(2).toUpperCase(Locale.ROOT).replace('.', '_'));
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(15);
        assertThat(listed).isEqualTo(used);
    }

    @Test
    void house_everyPackage_hasItsRow() throws IOException {
        Path root = Path.of("src/main/java/io/centerline");
        TreeSet<String> rooms = new TreeSet<>();
        for (Path source : files(root.toString(), ".java")) {
            rooms.add(root.relativize(source.getParent()).toString().replace(File.separatorChar, '.'));
        }
        assertThat(Pattern.compile("(?m)^\\| `([a-z.]+)` \\|")
                        .matcher(Files.readString(Path.of("CONTRIBUTING.md")))
                        .results()
                        .map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(rooms);
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents =
                new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")));
        documents.addAll(files("src/docs", ".md"));
        documents.addAll(files("rules", ".md"));
        assertThat(documents).hasSizeGreaterThan(15);
        return documents;
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
