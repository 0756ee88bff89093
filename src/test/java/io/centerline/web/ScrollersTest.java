package io.centerline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What scrolls sideways on a small screen scrolls by the keyboard, too, and has a name. */
class ScrollersTest {
    private static final Pattern SCROLLER = Pattern.compile("<div[^>]*\\bclass=\"scroll\"[^>]*>");

    @Test
    void templates_everyScroller_takesTheFocusAndHasAName() throws IOException {
        List<String> scrollers;
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            scrollers = templates
                    .filter(Files::isRegularFile)
                    .flatMap(ScrollersTest::scrollers)
                    .toList();
        }
        assertThat(scrollers)
                .hasSizeGreaterThan(20)
                .allSatisfy(scroller -> assertThat(scroller)
                        .contains("tabindex=\"0\"")
                        .containsPattern("role=\"(group|region)\"")
                        .containsPattern("aria-label(ledby)?=\""));
    }

    private static Stream<String> scrollers(Path template) {
        try {
            return SCROLLER.matcher(Files.readString(template)).results().map(MatchResult::group).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
