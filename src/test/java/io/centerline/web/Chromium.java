package io.centerline.web;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.restassured.RestAssured;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * One Chromium for all tests of pages, and what each page is held to: no violation of WCAG 2.2 AA, nothing wider than the screen,
 * nothing that the Content Security Policy stops. With {@code -Dcenterline.screens=true} it has pictures of them under
 * {@code target/screens}, at three widths and in the dark.
 */
public final class Chromium {
    private static final int HEIGHT = 900;
    /** In milliseconds: long enough for a machine that does other work. */
    private static final int PATIENCE = 60_000;

    private static final int[] WIDTHS = {390, 820, 1280};
    private static final boolean PICTURES = Boolean.getBoolean("centerline.screens");
    private static final Path SCREENS = Path.of("target", "screens");

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    /** Those of them that look at colors: all that the dark changes. */
    private static final List<String> RULES_OF_COLORS = List.of("color-contrast", "link-in-text-block");

    /** The elements that stick out of a page that can be scrolled sideways; empty when it cannot. */
    private static final String TOO_WIDE =
            "document.documentElement.scrollWidth <= innerWidth ? '' : [...document.querySelectorAll('main *')]"
                    + ".filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.scroll, pre'))"
                    + ".map(e => e.outerHTML.slice(0, 120)).join('\\n') || 'something'";

    /** The contrast of a color of an element with the page behind it, as WCAG 2.2 counts it. */
    private static final String CONTRAST = """
            ([selector, property]) => {
              const light = color => color.match(/[0-9.]+/g).slice(0, 3).map(Number).map(part => part / 255)
                .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
              const color = getComputedStyle(document.querySelector(selector))[property];
              const both = [color, getComputedStyle(document.body).backgroundColor].map(light).sort((a, b) => b - a);
              return (both[0] + 0.05) / (both[1] + 0.05);
            }
            """;

    private static Browser shared;

    private Chromium() {}

    /** Where Chromium is; empty when this machine has none. */
    static Optional<Path> find() {
        String named = System.getenv("CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(program -> Path.of(folder, program)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static synchronized Browser browser() {
        if (shared == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            shared = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(find().orElseThrow())
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return shared;
    }

    /** A fresh window, 1,280 wide, on a page of the service that runs. Whatever a page writes to its console as an error fails it. */
    public static Window open(String path) {
        return open(path, true);
    }

    /** The same without script. */
    public static Window openWithoutScript(String path) {
        return open(path, false);
    }

    private static Window open(String path, boolean script) {
        BrowserContext context = browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + RestAssured.port)
                        .setLocale("en-US")
                        .setTimezoneId("UTC")
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(script)
                        .setAcceptDownloads(true)
                        .setViewportSize(WIDTHS[2], HEIGHT));
        context.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Page page = context.newPage();
        Window window = new Window(context, page, new ArrayList<>());
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of")) {
                window.errors().add(message.text());
            }
        });
        page.onPageError(window.errors()::add);
        page.navigate(path);
        return window;
    }

    /**
     * A window of the browser.
     *
     * @param errors what went wrong inside the page: scripts, and what the policy stopped
     */
    public record Window(BrowserContext context, Page page, List<String> errors) implements AutoCloseable {

        /** Holds the page as it stands to all that pages are held to, and takes its pictures under a name. */
        public void hold(String name) {
            for (int width : WIDTHS) {
                page.setViewportSize(width, HEIGHT);
                picture(name + "-" + width);
                Assertions.assertThat(page.evaluate(TOO_WIDE))
                        .as("what of %s is wider than a screen of %d", name, width)
                        .isEqualTo("");
            }
            accessible(name, axe -> axe.withTags(RULES));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            picture(name + "-dark");
            accessible(name + " in the dark", axe -> axe.withRules(RULES_OF_COLORS));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            Assertions.assertThat(errors)
                    .as("errors in the console of %s", name)
                    .isEmpty();
        }

        /** Holds a color of what a selector finds first to the contrast with the page that graphics need, in the light and in the dark. */
        public void holdGraphic(String selector, String property) {
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                Assertions.assertThat(((Number) page.evaluate(CONTRAST, List.of(selector, property))).doubleValue())
                        .as("contrast of %s of %s, %s", property, selector, scheme)
                        .isGreaterThan(3);
            }
        }

        /** Takes one picture of the whole page. */
        public void picture(String name) {
            if (!PICTURES) {
                return;
            }
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENS.resolve(name.toLowerCase(Locale.ROOT) + ".png"))
                    .setFullPage(true));
        }

        /** Pages have no frames, so one call does; it tells violations alone, not the thousands of elements that have none. */
        private void accessible(String name, UnaryOperator<AxeBuilder> rules) {
            AxeRunOptions told = new AxeRunOptions();
            told.setResultTypes(List.of("violations"));
            List<Rule> violations = rules.apply(new AxeBuilder(page).options(told))
                    .setLegacyMode(true)
                    .analyze()
                    .getViolations();
            Assertions.assertThat(violations.size())
                    .as(() -> "accessibility of " + name + ": "
                            + violations.stream()
                                    .map(rule -> rule.getId() + " " + rule.getHelp() + " "
                                            + rule.getNodes().stream()
                                                    .limit(3)
                                                    .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                                    .toList())
                                    .toList())
                    .isZero();
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
