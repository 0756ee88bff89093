package io.centerline.web.decisions;

import static io.centerline.web.decisions.DecisionPagesTest.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.centerline.journal.StoreResource;
import io.centerline.web.Chromium;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class PrintedDecisionTest {
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    /** Goods of all ten Centers. */
    private static final String EVERY_CENTER = """
            {"importer": {"number": "19-190019002"}, "asOf": "2026-11-25",
             "lines": [{"hts": "8471.30.0100", "count": 39, "value": "3700.00"}, {"hts": "7208.10.1500", "count": 12, "value": "90000.00"},
                       {"hts": "3004.90.9290", "count": 5}, {"hts": "0805.10.0040", "count": 4}, {"hts": "8703.23.0190", "count": 3},
                       {"hts": "6109.10.0012", "count": 3}, {"hts": "2709.00.2010", "count": 2}, {"hts": "9503.00.0073", "count": 2},
                       {"hts": "4407.11.0001", "count": 2}, {"hts": "8458.11.0010", "count": 1}]}
            """;

    @Test
    void print_everyLevel_isOnePageOfLetterAndOfA4() {
        String id = record(DecisionPagesTest.SHARES);
        String every = record(EVERY_CENTER);
        try (Chromium.Window window = Chromium.open("/decisions/" + id)) {
            Page page = window.page();
            for (ReadingLevel level : ReadingLevel.values()) {
                for (String format : new String[] {"Letter", "A4"}) {
                    assertThat(pages(page, id, level, format))
                            .as("pages of %s at %s", format, level)
                            .isEqualTo(1);
                }
            }
            for (String format : new String[] {"A4", "Letter"}) {
                assertThat(pages(page, every, ReadingLevel.AUDITOR, format))
                        .as("pages of %s with ten Centers", format)
                        .isEqualTo(1);
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.innerText("main"))
                    .contains("Placed in Electronics", "What would change it", "Receipt", "Checkpoint", "Verifier key")
                    .contains("belong to Pharmaceuticals, Health & Chemicals under", "(PRE-001, 19 CFR 101.10")
                    .contains("at /decisions/" + every)
                    .doesNotContain("Verify now", "What did not decide", "Print", "Adopt");
            page.setViewportSize(740, 1000);
            window.picture("decision-print");
        }
    }

    private static long pages(Page page, String id, ReadingLevel level, String format) {
        page.navigate("/decisions/" + id + "?level=" + level.word());
        // As in a log of millions of leaves.
        page.evaluate("() => { const list = document.querySelector('ol.hashes');"
                + " while (list.children.length < 24) list.append(list.firstElementChild.cloneNode(true)); }");
        byte[] pdf = page.pdf(new Page.PdfOptions()
                .setFormat(format)
                .setPath(Path.of("target", "screens", "decision-" + level.word() + "-" + format + ".pdf")));
        return PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }
}
