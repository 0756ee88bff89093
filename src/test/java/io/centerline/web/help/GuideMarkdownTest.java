package io.centerline.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.web.HostileText;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuideMarkdownTest {

    @Test
    void render_links_leadToPagesOrBecomeText() {
        GuideText guide = GuideMarkdown.render(
                "importers",
                "# Title\n\nSee [callers](callers.md#place), [`rules`](../../rules/README.md) and [CBP](https://www.cbp.gov).\n",
                Set.of("importers", "callers"));

        assertThat(guide.title()).isEqualTo("Title");
        assertThat(guide.opening()).isEqualTo("See callers, rules and CBP.");
        assertThat(guide.body().getValue())
                .contains("<a href=\"/help/callers#place\">callers</a>")
                .contains(", <code>rules</code> and")
                .contains("href=\"https://www.cbp.gov\"")
                .doesNotContain("<h1");
    }

    @Test
    void render_sections_haveTheAnchorsOfTheText() {
        GuideText guide = GuideMarkdown.render("a", "# A\n\n## 1. One\n\n### Deeper\n\n## 1. One\n", Set.of());

        assertThat(guide.contents())
                .extracting(GuideText.Section::id)
                .doesNotHaveDuplicates()
                .hasSize(2);
        for (GuideText.Section section : guide.contents()) {
            assertThat(guide.body().getValue())
                    .contains("<h2 id=\"" + section.id() + "\">" + section.title() + "</h2>");
        }
    }

    @Test
    void render_html_isShownAndNotTaken() {
        GuideText guide = GuideMarkdown.render(
                "a",
                "# A\n\n" + HostileText.TEXT + "\n\n<script>window.hostile=1</script>\n\n[x](javascript:alert)\n",
                Set.of());

        assertThat(guide.body().getValue())
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("javascript:");
    }
}
