package io.centerline.web.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import io.centerline.facts.Issue;
import io.centerline.web.FormField;
import java.util.List;

/**
 * The form that makes a decision the placement on file.
 *
 * @param fields who adopts it, why, and from when on
 * @param others what is wrong beside the fields
 * @param changed what is on file now that was not when the form was shown; empty where nothing changed
 */
public record AdoptionForm(List<FormField> fields, List<Issue> others, String changed) {
    /** The names of the fields, as the API has them. */
    static final String[] NAMES = {"author", "reason", "since"};

    public AdoptionForm {
        fields = List.copyOf(fields);
        others = List.copyOf(others);
    }

    /**
     * The form.
     *
     * @param typed by the names of fields
     * @param issues what is wrong with it
     * @param changed what is on file now; empty where nothing changed
     */
    static AdoptionForm of(JsonNode typed, List<Issue> issues, String changed) {
        return new AdoptionForm(
                List.of(
                        field("author", "Adopted by", "text", typed, issues),
                        field("reason", "Reason", "text", typed, issues),
                        field("since", "With effect from", "date", typed, issues)),
                issues.stream()
                        .filter(issue ->
                                !List.of("/author", "/reason", "/since").contains(issue.pointer()))
                        .toList(),
                changed);
    }

    private static FormField field(String name, String label, String type, JsonNode typed, List<Issue> issues) {
        return FormField.of(name, label, type, typed.path(name).asText(""), "")
                .judged(issues, issue -> issue.pointer().equals("/" + name));
    }
}
