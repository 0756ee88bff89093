package io.centerline.web.edit;

import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.centerline.activation.RulebookStore;
import io.centerline.application.DraftFolder;
import io.centerline.application.Drafts;
import io.centerline.application.Drafts.Outcome;
import io.centerline.application.Drafts.Saved;
import io.centerline.drafts.FolderDraft;
import io.centerline.journal.StoreResource;
import io.centerline.rulebook.RuleFolder;
import io.centerline.web.Formats;
import io.centerline.web.HostileText;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class DraftPagesTest {
    private static final String FILE = "membership/consumer-products.drl";
    private static final String FIRST = "package rules.membership;";

    @Inject
    Drafts drafts;

    @Inject
    RulebookStore rulebooks;

    @Test
    void save_bySomebodyWhoSawAnOlderText_isMergedByLines() {
        FolderDraft draft = drafts.begin("two analysts", "jd");
        String text = text(draft);
        Saved first = drafts.save(draft.id(), FILE, "// first\n" + text, 0, null);
        Saved second = drafts.save(draft.id(), FILE, text + "// second\n", 0, null);

        assertThat(first.outcome()).isEqualTo(Outcome.SAVED);
        assertThat(second.outcome()).isEqualTo(Outcome.MERGED);
        assertThat(text(draft)).isEqualTo("// first\n" + text + "// second\n");
    }

    @Test
    void save_ofTheSameLines_givesBothTextsBackAndSavesNothing() {
        FolderDraft draft = drafts.begin("a conflict", "jd");
        String text = text(draft);
        drafts.save(draft.id(), FILE, text.replace(FIRST, FIRST + " // theirs"), 0, null);
        Saved mine = drafts.save(draft.id(), FILE, text.replace(FIRST, FIRST + " // mine"), 0, null);

        assertThat(mine.outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(mine.conflicts()).containsExactly(1);
        assertThat(mine.text()).contains(FIRST + " // mine\n=======\n" + FIRST + " // theirs");
        assertThat(text(draft)).contains("// theirs").doesNotContain("// mine");
        page(draft, text.replace(FIRST, FIRST + " // mine"), 0)
                .statusCode(409)
                .body(
                        containsString("Nothing you typed is lost"),
                        containsString("// mine"),
                        containsString("// theirs"));
    }

    @Test
    void save_withoutScript_keepsTheTextAndTellsTheFindings() {
        FolderDraft draft = drafts.begin("without script", "jd");
        page(draft, text(draft).replaceFirst("rule \"", "rulle \""), 0)
                .statusCode(200)
                .body(containsString("Saved."), containsString("class=\"error\">line 8"));
    }

    @Test
    void save_ofAnotherOrigin_mergesWithWhatWasSavedMeanwhile() {
        FolderDraft draft = drafts.begin("typing on", "jd");
        String text = text(draft);
        drafts.save(draft.id(), FILE, "// theirs\n" + text + "// one\n", 0, null);
        Saved saved = drafts.save(draft.id(), FILE, text + "// one\n// two\n", -1, text + "// one\n");

        assertThat(saved.outcome()).isEqualTo(Outcome.MERGED);
        assertThat(saved.text()).startsWith("// theirs\n").endsWith("// two\n");
    }

    @Test
    void carryOver_ofAnOvertakenDraft_bringsTogetherWhatCanBeAndMarksTheRest() {
        FolderDraft draft = drafts.begin("overtaken", "jd");
        String text = text(draft);
        String other = "membership/apparel-textiles.drl";
        drafts.save(draft.id(), FILE, text.replace(FIRST, FIRST + " // mine"), 0, null);
        String apparel = drafts.get(draft.id().toString()).file(other).text();
        drafts.save(draft.id(), other, apparel + "// mine\n", 0, null);
        String before = draft.base();
        try {
            activate(stored(FILE, text.replace(FIRST, FIRST + " // activated"), other, "// activated\n" + apparel));
            given().get("/rules/edit/" + draft.id()).then().body(containsString("Another rulebook serves now."));
            act(draft, "carry").statusCode(303);
            DraftFolder carried = drafts.get(draft.id().toString());

            assertThat(carried.overtaken()).isFalse();
            assertThat(carried.file(other).text()).isEqualTo("// activated\n" + apparel + "// mine\n");
            assertThat(carried.conflicts()).containsExactly(new DraftFolder.Conflict(FILE, 1));
            assertThat(carried.file(FILE).text()).contains("// mine", "// activated");
            given().get("/rules/edit/" + draft.id()).then().body(containsString(FILE + ":1</a>"));
            Saved late = drafts.save(draft.id(), other, apparel + "// late\n", 0, null);
            assertThat(late.text()).startsWith("// activated\n").contains("// late");
        } finally {
            activate(before);
        }
    }

    private String stored(String path, String text, String other, String otherText) {
        SortedMap<String, String> files = rulebooks
                .findFolder(drafts.begin("base", "jd").base())
                .orElseThrow()
                .files();
        files.put(path, text);
        files.put(other, otherText);
        return rulebooks.store(RuleFolder.of(files), "tester").hash();
    }

    private static void activate(String hash) {
        json("{\"author\": \"tester\", \"reason\": \"drafts\"}")
                .post("/v1/rulebooks/" + hash + "/activation")
                .then()
                .statusCode(200);
    }

    @Test
    void save_ofWhatIsTooLong_isRefusedWithASentence() {
        FolderDraft draft = drafts.begin("pasted", "jd");
        String pasted = "x".repeat(2 << 20);
        page(draft, pasted, 0).statusCode(422).body(containsString("a file of a rule folder has at most 1024 KiB"));
        for (String address : new String[] {"findings", "whole", "completions", "hover", "save"}) {
            ask(draft, address, Map.of("path", FILE, "text", pasted, "seen", 0))
                    .statusCode(400)
                    .body("issues[0].message", containsString("at most 1024 KiB"));
        }
        assertThat(drafts.get(draft.id().toString()).changed()).isEmpty();
    }

    @Test
    void names_hostileOnes_areShownAsTextOrRefused() {
        String draft =
                WorkbenchPagesTest.draft("<script>window.hostile=1</script><img src=x onerror=window.hostile=1>");
        for (String page : new String[] {"/rules/edit", draft, draft + "/change", draft + "/file?path=" + FILE}) {
            assertThat(given().get(page).then().statusCode(200).extract().asString())
                    .as(page)
                    .doesNotContain("<script>window.hostile", "<img src=x");
        }
        for (String path : new String[] {"../x.drl", "/etc/passwd", "a\\b.drl", "x.txt", "", HostileText.TEXT}) {
            given().urlEncodingEnabled(false)
                    .accept("text/html")
                    .get(draft + "/file?path=" + Formats.encoded(path))
                    .then()
                    .statusCode(400);
            given().formParam("do", "new")
                    .formParam("path", path)
                    .post(draft)
                    .then()
                    .statusCode(422);
        }
        given().accept("text/html")
                .get("/rules/edit/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        given().accept("text/html").get("/rules/edit/nothing").then().statusCode(404);
        given().formParam("name", "x".repeat(101))
                .formParam("author", "")
                .post("/rules/edit")
                .then()
                .statusCode(422)
                .body(containsString("more than 100 characters"), containsString("id=\"author-faults\""));
    }

    @Test
    void names_thatLookLikePersonalNumbers_areMasked() {
        String draft = WorkbenchPagesTest.draft("of 123-45-6789");
        for (String page : new String[] {"/rules/edit", draft, draft + "/check"}) {
            given().get(page).then().statusCode(200).body(not(containsString("123-45-6789")));
        }
    }

    @Test
    void answers_toOddRequests_areRefusalsWithReasons() {
        FolderDraft draft = drafts.begin("odd", "jd");
        for (String body :
                new String[] {"", "{", "[]", "{\"path\": 1, \"text\": null}", "{\"path\": \"../x.drl\", \"text\": \"\"}"
                }) {
            for (String address : new String[] {"findings", "whole", "completions", "hover", "save", "fix"}) {
                given().contentType("application/json")
                        .body(body)
                        .post("/rules/edit/" + draft.id() + "/" + address)
                        .then()
                        .statusCode(lessThan(500))
                        .statusCode(not(equalTo(200)));
            }
        }
        for (String text : new String[] {
            "rule", "rule \"", "package x;\nrule \"a\" when then end", "\u0000\uD800", "}{", "when $x : (("
        }) {
            for (String address : new String[] {"findings", "completions", "hover", "save"}) {
                ask(draft, address, Map.of("path", FILE, "text", text, "offset", text.length(), "seen", 0))
                        .statusCode(not(equalTo(500)));
            }
        }
        act(draft, "nothing").statusCode(400);
    }

    @Test
    void draft_closed_isReadOnlyUntilOpenedAgain_andDeletedIsGone() {
        FolderDraft draft = drafts.begin("closed", "jd");
        act(draft, "close").statusCode(303);
        page(draft, "// late\n", 0)
                .statusCode(422)
                .body(containsString("the draft is closed"), containsString("// late"));
        act(draft, "open").statusCode(303);
        page(draft, "// late\n", 0).statusCode(200);
        act(draft, "delete").statusCode(303);
        given().accept("text/html").get("/rules/edit/" + draft.id()).then().statusCode(404);
    }

    @Test
    void change_everyKind_tellsWhatIsMissingBesideItsField() {
        FolderDraft draft = drafts.begin("forms", "jd");
        for (ChangeForm.Kind kind : ChangeForm.Kind.values()) {
            String page = given().formParam("kind", kind.word())
                    .post("/rules/edit/" + draft.id() + "/change")
                    .then()
                    .statusCode(422)
                    .extract()
                    .asString();
            assertThat(page)
                    .as(kind.word())
                    .contains("is missing</strong>", "fill in this field", "aria-invalid")
                    .doesNotContain("numbers is", "parts is");
        }
        given().formParam("kind", "end")
                .formParam("rule", "MEM-9999")
                .formParam("from", "2027-07-01")
                .post("/rules/edit/" + draft.id() + "/change")
                .then()
                .statusCode(422)
                .body(containsString("there is no rule <code>MEM-9999</code>"));
        given().formParam("kind", "threshold")
                .formParam("rule", "PRE-005")
                .formParam("number", "8")
                .formParam("from", "2027-07-01")
                .formParam("citation", "90 FR 1")
                .post("/rules/edit/" + draft.id() + "/change")
                .then()
                .statusCode(200)
                .body(containsString("The check finds no error in the result."));
    }

    @Test
    void take_ofAnotherDiffThanWasShown_showsTheNewOneAndTakesNothing() {
        FolderDraft draft = drafts.begin("seen", "jd");
        String shown = move(draft, Map.of("citation", "90 FR 1"))
                .statusCode(200)
                .extract()
                .asString();
        String seen = digest(shown);
        move(draft, Map.of("citation", "90 FR 2", "take", "yes", "seen", seen))
                .statusCode(422)
                .body(containsString("this is not the diff that was shown"));
        Matcher path = Pattern.compile("membership/[a-z-]+\\.drl").matcher(shown);
        assertThat(path.find()).isTrue();
        String text = drafts.get(draft.id().toString()).file(path.group()).text();
        drafts.save(draft.id(), path.group(), "// meanwhile\n" + text, 0, null);
        String again = move(draft, Map.of("citation", "90 FR 1", "take", "yes", "seen", seen))
                .statusCode(422)
                .extract()
                .asString();
        assertThat(drafts.get(draft.id().toString()).changed()).containsExactly(path.group());
        move(draft, Map.of("citation", "90 FR 1\0", "take", "yes", "seen", digest(again)))
                .statusCode(422);
        move(draft, Map.of("citation", "90 FR 1", "take", "yes", "seen", digest(again)))
                .statusCode(303);
    }

    private static ValidatableResponse move(FolderDraft draft, Map<String, String> more) {
        return given().redirects()
                .follow(false)
                .formParams(Map.of("kind", "move", "range", "8715", "to", "CEE003", "from", "2027-07-01"))
                .formParams(more)
                .post("/rules/edit/" + draft.id() + "/change")
                .then();
    }

    private static String digest(String page) {
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(page);
        assertThat(seen.find()).isTrue();
        return seen.group(1);
    }

    private ValidatableResponse page(FolderDraft draft, String text, long seen) {
        return given().formParam("path", FILE)
                .formParam("seen", seen)
                .formParam("text", text)
                .post("/rules/edit/" + draft.id() + "/file")
                .then();
    }

    private static ValidatableResponse act(FolderDraft draft, String act) {
        return given().redirects()
                .follow(false)
                .formParam("do", act)
                .post("/rules/edit/" + draft.id())
                .then();
    }

    private static ValidatableResponse ask(FolderDraft draft, String address, Map<String, ?> body) {
        return given().contentType("application/json")
                .body(body)
                .post("/rules/edit/" + draft.id() + "/" + address)
                .then();
    }

    private String text(FolderDraft draft) {
        return drafts.get(draft.id().toString()).file(FILE).text();
    }
}
