package io.centerline.web;

import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.journal.StoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds of every page, whoever wrote it: found by following links from page to page as a browser without script would. */
@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class EveryPageTest {
    /** How many addresses of one form are followed: rules and headings are alike. */
    private static final int ALIKE = 3;

    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\shref=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("id=\"([^\"]*)\"");
    private static final Pattern SCROLLED = Pattern.compile("^/(rules|centers|log|accounts|decisions(\\?|$))");
    private static final Pattern INLINE = Pattern.compile(
            "<script(?![^>]*\\ssrc=\"/static/)|<style|<[^>]*\\s(style|on[a-z]+)=[\"']|href=\"javascript",
            Pattern.CASE_INSENSITIVE);

    @Test
    void links_fromPageToPage_leadSomewhereAndNothingIsInline() {
        json("""
                {"importer": {"number": "19-190119001", "name": "Crawled", "kind": "IMPORTER"}, "asOf": "2026-11-25",
                 "lines": [{"hts": "8471.30.0100", "date": "2026-03-02", "count": 9, "value": "3700.00"},
                           {"hts": "7208.10.1500", "date": "2026-04-02", "count": 4, "value": "90000.00"}]}
                """).post("/v1/placements").then().statusCode(201);
        Map<String, Integer> forms = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        List<String> faults = new ArrayList<>();
        Deque<String> left = new ArrayDeque<>(List.of("/", "/decisions?importer=19-190119001"));
        while (!left.isEmpty()) {
            String address = left.removeFirst();
            if (!seen.add(address) || forms.merge(form(address), 1, Integer::sum) > ALIKE) {
                continue;
            }
            Response answer = given().accept("text/html,*/*;q=0.8")
                    .redirects()
                    .follow(false)
                    .get(address);
            if (answer.statusCode() >= 400 && !isRefusedRightly(address, answer)) {
                faults.add(address + " answers " + answer.statusCode());
            }
            if (answer.header("Content-Disposition") != null) {
                file(address, answer, faults);
            }
            if (String.valueOf(answer.contentType()).startsWith("text/html")) {
                String page = answer.asString();
                if (!address.startsWith("/v1/") && !address.startsWith("/q/")) {
                    look(address, answer, page, faults);
                }
                links(address, page, left, faults);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(seen).contains("/rules", "/accounts", "/centers", "/log", "/help");
    }

    /** Most importers have no account on file, and some rulebooks that tests stored can no longer be read: the pages say so. */
    private static boolean isRefusedRightly(String address, Response answer) {
        return (address.startsWith("/accounts/")
                        && answer.statusCode() == 404
                        && answer.asString().contains("nothing is on file"))
                || (address.contains("sha256:") && answer.statusCode() == 409);
    }

    private static void file(String address, Response answer, List<String> faults) {
        if (!String.valueOf(answer.header("Cache-Control")).startsWith("private")
                || !"nosniff".equals(answer.header("X-Content-Type-Options"))) {
            faults.add(address + " is a file that caches keep, or whose type browsers guess: " + answer.headers());
        }
        int saved = given().accept("text/html").get(address).statusCode();
        if (saved == 406) {
            faults.add(address + " is a link that a browser cannot follow");
        }
    }

    private static void look(String address, Response answer, String page, List<String> faults) {
        if (!String.valueOf(answer.header("Content-Security-Policy")).startsWith("default-src 'none'")) {
            faults.add(address + " has no policy");
        }
        if (SCROLLED.matcher(address).find() && page.contains("class=\"scroll\"><table")) {
            faults.add(address + " has a table that the keyboard cannot scroll");
        }
        Matcher inline = INLINE.matcher(page);
        if (inline.find()) {
            faults.add(address + " has inline "
                    + page.substring(inline.start(), Math.min(page.length(), inline.end() + 60)));
        }
        if (page.contains("NOT_FOUND") && page.contains("{")) {
            faults.add(address + " shows a template fault");
        }
        Set<String> ids = new LinkedHashSet<>();
        Matcher id = ID.matcher(page);
        while (id.find()) {
            if (!ids.add(id.group(1))) {
                faults.add(address + " has the id " + id.group(1) + " twice");
            }
        }
    }

    private static void links(String address, String page, Deque<String> left, List<String> faults) {
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            String target = link.group(1).replace("&amp;", "&").replace("&#39;", "'");
            if (target.startsWith("#")) {
                if (!page.contains("id=\"" + target.substring(1) + "\"")) {
                    faults.add(address + " links to " + target + ", which is not there");
                }
            } else if (target.startsWith("?")) {
                left.add(address.replaceFirst("\\?.*", "") + (target.equals("?") ? "" : target));
            } else if (target.startsWith("/")) {
                left.add(target.replaceFirst("#.*", "").replaceFirst("\\?$", ""));
            } else if (!target.startsWith("http")) {
                faults.add(address + " has the odd link " + target);
            }
        }
    }

    /** The address with what differs between alike pages left out. */
    private static String form(String address) {
        String path = address.replaceFirst("\\?.*", "");
        String query = address.contains("?") ? address.substring(address.indexOf('?')) : "";
        return path.replaceAll(
                        "[0-9a-f]{8}-[0-9a-f-]{27}|sha256:[0-9a-f]+|[A-Z]{3}-[0-9]{3,4}|CEE[0-9]{3}|[0-9][0-9.-]*", "#")
                + query.replaceAll("=[^&]*", "=");
    }

    @Test
    void addresses_withHostileText_areAnsweredAsTextAlone() {
        String hostile = URLEncoder.encode(HostileText.TEXT, StandardCharsets.UTF_8);
        for (String address : List.of(
                "/?q=",
                "/?asOf=",
                "/decisions?importer=",
                "/decisions?rule=",
                "/decisions?cursor=",
                "/decisions?unknown=",
                "/rules?q=",
                "/rules?asOf=",
                "/accounts?q=",
                "/centers?asOf=",
                "/log?kind=",
                "/rules/",
                "/rules/headings/",
                "/rules/impacts/",
                "/runs/",
                "/rules/edit/",
                "/decisions/",
                "/accounts/",
                "/help/",
                "/")) {
            String path = address.endsWith("/") ? hostile.replace("+", "%20").replace("%2F", "%7C") : hostile;
            Response answer =
                    given().urlEncodingEnabled(false).accept("text/html").get(address + path);

            assertThat(answer.statusCode()).as(address).isLessThan(500);
            assertThat(answer.asString())
                    .as(address)
                    .doesNotContain("<script>window", "<img src=x", "<title></script")
                    .contains("</html>");
        }
    }

    @Test
    void file_withCharactersThatTurnTheWriting_isShownWithoutThem() {
        String turned = "Acme \u202Egnp\u2066.\u200Bexe";
        String file = "Importer,Name,HTS,Value " + turned + ",Odd " + turned + "\n"
                + "71-200000200," + turned + ",8471.30.0100,1,1\n"
                + "71-200000200," + turned + "," + turned + ",1,1\n"
                + turned + ",x,8471.30.0100,1,1\n";
        String page = given().accept("text/html")
                .multiPart("file", turned + ".csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("asOf", "2026-11-25")
                .post("/place")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(page).contains("Acme \uFFFDgnp");
        assertThat(page.replaceAll("(?s)<input[^>]*>", "")).doesNotContainPattern("[\u202E\u2066\u200B]");
    }
}
