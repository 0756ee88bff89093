package io.centerline.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.journal.StoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What pages are held to is found where they fall short of it. */
@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class ChromiumTest {

    @Test
    void hold_pictureWithoutAWord_isFound() {
        try (Chromium.Window window = Chromium.open("/help")) {
            window.page().evaluate("document.querySelector('main').append(new Image(10, 10))");

            assertThatThrownBy(() -> window.hold("chromium"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("image-alt");
        }
    }

    @Test
    void hold_wordsThatAreFaintInTheDark_areFound() {
        try (Chromium.Window window = Chromium.open("/help")) {
            window.page().evaluate("""
                    const faint = new CSSStyleSheet();
                    faint.replaceSync('@media (prefers-color-scheme: dark) { main p, main li, h1 { color: #222 !important; } }');
                    document.adoptedStyleSheets = [faint];
                    """);

            assertThatThrownBy(() -> window.hold("chromium"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("in the dark")
                    .hasMessageContaining("color-contrast");
        }
    }
}
