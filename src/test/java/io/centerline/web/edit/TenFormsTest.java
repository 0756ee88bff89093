package io.centerline.web.edit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.application.Drafts;
import io.centerline.drafts.FolderDraft;
import io.centerline.journal.StoreResource;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.edit.ToldChange;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten changes by form are the folder that comes out by hand, as by command, byte for byte. */
@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class TenFormsTest {
    /** What the words that stand behind the command are called in the form. */
    private static final Map<String, List<String>> PLACES = Map.of(
            "move", List.of("range"),
            "except", List.of("range"),
            "split", List.of("rule", "parts"),
            "end", List.of("rule"),
            "threshold", List.of("rule", "number"),
            "correct", List.of("rule"));

    @Inject
    Drafts drafts;

    static List<ToldChange> all() {
        return ToldChange.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void change_byForm_isTheFolderMadeByHand(ToldChange change) {
        FolderDraft draft = drafts.begin(change.name(), "jd");
        RuleFolder before = drafts.get(draft.id().toString()).folder();
        String address = "/rules/edit/" + draft.id();
        try {
            Map<String, String> fields = fields(change.arguments());
            String form =
                    given().get(address + "/change?kind=" + fields.get("kind")).asString();
            assertThat(fields.keySet()).allSatisfy(name -> assertThat(form).contains("name=\"" + name + "\""));
            fields.put("take", "yes");

            Response taken =
                    given().redirects().follow(false).formParams(fields).post(address + "/change");

            assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(303);
            assertThat(drafts.get(draft.id().toString()).folder().files())
                    .isEqualTo(change.byHand(before).files());
        } finally {
            drafts.delete(draft.id());
        }
    }

    /** The words of a command as the fields of its form. */
    private static Map<String, String> fields(List<String> arguments) {
        Map<String, String> fields = new LinkedHashMap<>();
        String kind = arguments.get(0);
        fields.put("kind", kind);
        List<String> places = PLACES.get(kind);
        int given = 0;
        for (int i = 1; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.startsWith("--")) {
                i++;
                fields.put(word.equals("--kind") ? "kind-of-source" : word.substring(2), arguments.get(i));
            } else {
                fields.merge(places.get(Math.min(given, places.size() - 1)), word, (one, next) -> one + " " + next);
                given++;
            }
        }
        return fields;
    }
}
