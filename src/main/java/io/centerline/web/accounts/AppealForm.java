package io.centerline.web.accounts;

import io.centerline.accounts.PacketDeficiency;
import io.centerline.facts.Issue;
import io.centerline.web.FormField;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of an appeal's packet, with what was typed and what is wrong with it.
 *
 * @param centers preferred and current Center, day and reference
 * @param lists numbers affected and bonds
 * @param reasons the justification
 * @param data period and headings
 * @param signature who records it and why
 * @param others what is wrong beside the fields
 * @param lacks what the packet still lacks; null before it was looked at
 * @param version the version of the account that was seen
 */
public record AppealForm(
        List<FormField> centers,
        List<FormField> lists,
        List<FormField> reasons,
        List<FormField> data,
        List<FormField> signature,
        List<Issue> others,
        @Nullable List<PacketDeficiency> lacks,
        long version) {

    /** Whether the packet was looked at and lacks nothing. */
    public boolean isComplete() {
        return lacks != null && lacks.isEmpty();
    }

    /**
     * The same with what the packet on file says, beside each field that would say something else.
     *
     * @param onFile by the names of fields
     */
    AppealForm besides(Map<String, String> onFile) {
        return new AppealForm(
                besides(centers, onFile),
                besides(lists, onFile),
                besides(reasons, onFile),
                besides(data, onFile),
                signature,
                others,
                lacks,
                version);
    }

    private static List<FormField> besides(List<FormField> fields, Map<String, String> onFile) {
        return fields.stream()
                .map(field -> {
                    String there = onFile.getOrDefault(field.name(), field.value());
                    return spaced(there).equals(spaced(field.value())) ? field : field.besides(there);
                })
                .toList();
    }

    private static String spaced(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** The names of the fields, as the API has them. */
    static final List<String> NAMES = List.of(
            "preferred",
            "currentCenter",
            "filed",
            "reference",
            "importers",
            "bonds",
            "justification",
            "from",
            "to",
            "headings",
            "author",
            "reason");

    /**
     * The form.
     *
     * @param typed by the names of fields
     * @param issues as {@link io.centerline.api.AppealIntake} reports them
     */
    static AppealForm of(
            Map<String, String> typed, List<Issue> issues, @Nullable List<PacketDeficiency> lacks, long version) {
        Reader reader = new Reader(typed, issues);
        return new AppealForm(
                List.of(
                        reader.field("preferred", "Preferred Center", "select", "none yet")
                                .choosing(FormField.centers()),
                        reader.field("currentCenter", "Current Center", "select", "none yet")
                                .choosing(FormField.centers()),
                        reader.field("filed", "Filed on", "date", ""),
                        reader.field("reference", "Document", "text", "letter of 11/20/2026")),
                List.of(
                        reader.field("importers", "Importer numbers affected, one a line", "area", "12-345678900"),
                        reader.field("bonds", "Bond numbers, one a line", "area", "")),
                List.of(reader.field("justification", "Justification", "area", "")),
                List.of(
                        reader.field("from", "Import data from", "date", ""),
                        reader.field("to", "to", "date", ""),
                        reader.field(
                                "headings",
                                "Headings: digits, entry lines, US dollars, one a line",
                                "area",
                                "8471 39 3700.00")),
                List.of(
                        reader.field("author", "Recorded by", "text", ""),
                        reader.field("reason", "Reason", "text", "appeal of the importer")),
                issues.stream()
                        .filter(issue -> NAMES.stream().noneMatch(name -> isOf(issue, name)))
                        .toList(),
                lacks,
                version);
    }

    private static boolean isOf(Issue issue, String name) {
        return Stream.of("/" + name, "/data/" + name)
                .anyMatch(pointer ->
                        issue.pointer().equals(pointer) || issue.pointer().startsWith(pointer + "/"));
    }

    private record Reader(Map<String, String> typed, List<Issue> issues) {
        FormField field(String name, String label, String type, String hint) {
            return FormField.of(name, label, type, typed.getOrDefault(name, ""), hint)
                    .judged(issues, issue -> isOf(issue, name));
        }
    }
}
