package io.centerline.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.centerline.journal.StoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class LostServerTest {

    @ParameterizedTest
    @CsvSource({
        "/, #lines, Place",
        "/, #q, Ask",
        "/rules/activations, [name=reason], Activate",
        "/log, #from, Prove",
        "/decisions, [name=importer], Show",
        "/rules/edit, #name, Begin"
    })
    void form_sentWhileTheServiceIsAway_saysSoAndKeepsWhatWasTyped(String path, String field, String button) {
        try (Chromium.Window window = Chromium.open(path)) {
            Page page = window.page();
            page.locator(field).first().fill("8471.30.0100");
            window.context().setOffline(true);
            page.locator("button[type=submit]:has-text('" + button + "')")
                    .first()
                    .click();

            assertThat(page.locator("#fault")).containsText("The service does not answer");
            assertThat(page.locator(field).first()).hasValue("8471.30.0100");
        }
    }

    @Test
    void form_refused_saysWhyAndKeepsWhatWasTyped() {
        try (Chromium.Window window = Chromium.open("/")) {
            Page page = window.page();
            page.locator("#lines").fill("8471.30.0100");
            page.route("**/place", route -> route.resume(new Route.ResumeOptions().setUrl(page.url() + "nothing")));
            page.locator("button[type=submit]:has-text('Place')").click();

            assertThat(page.locator("#fault"))
                    .hasText("Not found. Nothing is served at this address. What you typed is still here.");
            assertThat(page.locator("#lines")).hasValue("8471.30.0100");
        }
    }
}
