package io.centerline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written for people leads where it says and holds no place left to be filled in. */
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern UNFILLED = Pattern.compile("@@|\\bTODO\\b|\\bTBD\\b");

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

    private static List<Path> documents() throws IOException {
        List<Path> documents =
                new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")));
        for (String folder : List.of("src/docs", "rules")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
            }
        }
        assertThat(documents).hasSizeGreaterThan(15);
        return documents;
    }
}
