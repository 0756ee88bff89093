package io.centerline.rulebook.edit;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.RuleReading;
import io.centerline.rulebook.evidence.RangeEvidence;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.language.Stage;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.NumberStatus;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes the membership rules of a folder from a day on: rules end the day before, others begin, and cases stand at the edge of
 * the day. What is not told to change stays byte for byte. For one change; not thread-safe.
 */
final class MembershipEdits {
    private static final String CASES = ".cases.yaml";

    private final RuleFolder folder;
    private final RuleReading reading;
    private final Schedule schedule;
    private final LocalDate day;
    private final RuleIds ids;
    private final Map<String, TextEdits> edits = new HashMap<>();
    private final List<Rule> ended = new ArrayList<>();
    private final Map<RuleDraft, @Nullable Rule> begun = new LinkedHashMap<>();

    /**
     * Edits a folder.
     *
     * @param used ids that rules elsewhere have, such as those of what is active
     * @param day the first day of the change
     * @throws EditRefused when its rules cannot be read
     */
    MembershipEdits(RuleFolder folder, Schedule schedule, Collection<RuleId> used, LocalDate day) {
        this.folder = folder;
        this.reading = FolderRules.of(folder);
        this.schedule = schedule;
        this.day = day;
        this.ids = new RuleIds(reading.rules(), used);
    }

    /** The rules as they are. */
    List<Rule> rules() {
        return reading.rules();
    }

    /** From the day on, without end. */
    InForce days() {
        return new InForce(day, InForce.OPEN);
    }

    /** The next free id of a Center. */
    RuleId nextId(Center center) {
        return ids.next(center);
    }

    /** Ends a rule the day before, and says so in its name. */
    void end(Rule rule) {
        ended.add(rule);
        TextEdits file = file(FolderRules.path(rule));
        RuleSpan span = RuleSpan.of(rule, file);
        InForce days = new InForce(rule.inForce().from(), day.minusDays(1));
        RuleName name = RuleName.of(rule.title(), "");
        if (!name.center().isEmpty()) {
            String range = rule.range().orElseThrow().written();
            String told = RuleDraft.quoted(
                    rule.id() + " " + name.text(range, days, rule.title().contains(" since ")));
            file.replace(span.name(), span.nameEnd(), told.substring(1, told.length() - 1));
        }
        file.replace(span.days(), span.daysEnd(), days.toString());
    }

    /**
     * Begins a rule.
     *
     * @param behind the rule it stands behind; null for the end of its Center's file
     */
    void begin(RuleDraft draft, @Nullable Rule behind) {
        begun.put(draft, behind);
    }

    /** Writes down what a source says of a move. */
    void evidence(RangeMove move, RangeMove.Source source) {
        TextEdits file = file(RangeEvidence.FILE);
        String id = EvidenceText.nextId(reading.evidence().pieces());
        file.insert(file.text().length(), EvidenceText.of(id, move, source));
    }

    /**
     * The files of the folder with all that, by path.
     *
     * @throws EditRefused when the rules would not be sound, or no number is there to show a rule with
     */
    SortedMap<String, String> files() {
        begun.forEach((draft, behind) -> {
            if (behind == null) {
                TextEdits file = file(home(draft.range().center()));
                file.insert(file.text().length(), "\n" + draft.text());
            } else {
                TextEdits file = file(FolderRules.path(behind));
                file.insert(RuleSpan.of(behind, file).end(), "\n" + draft.text());
            }
        });
        SortedMap<String, String> rules = new TreeMap<>(folder.rules().texts());
        edits.forEach((path, file) -> rules.put(path, file.applied()));
        RuleReading after = FolderRules.changed(rules);
        SortedMap<String, String> all = new TreeMap<>(rules);
        all.putAll(folder.tests());
        cases(after).forEach((path, file) -> all.put(path, file.applied()));
        return all;
    }

    private Map<String, TextEdits> cases(RuleReading after) {
        Map<String, TextEdits> files = new HashMap<>();
        folder.tests().forEach((path, text) -> {
            if (path.startsWith(Stage.MEMBERSHIP.folder() + "/") && path.endsWith(CASES)) {
                files.put(path, new TextEdits(text));
            }
        });
        CaseTexts cases = new CaseTexts(files, reading.rules(), after.rules(), day);
        cases.mend(ended);
        begun.forEach((draft, behind) -> {
            Rule rule = after.rules().stream()
                    .filter(each -> each.id().equals(draft.id()))
                    .findFirst()
                    .orElseThrow();
            TextEdits file = files.computeIfAbsent(CaseTexts.caseFile(rule), none -> new TextEdits(""));
            int at = behind == null ? file.text().length() : cases.behind(behind);
            file.insert(at, cases.begun(rule, numbers(draft.range())));
        });
        return files;
    }

    /**
     * The known numbers of a range: those that entries can report before expired ones, those of ten digits first; last the
     * number with zeros behind its first prefix, which no tariff may have.
     */
    private List<HtsNumber> numbers(NumberRange range) {
        String first = HtsNumber.prefixText(range.from(), range.digits());
        HtsNumber filled = new HtsNumber(first + "0".repeat(10 - first.length()));
        Stream<HtsNumber> known = schedule.numbers().stream()
                .filter(number ->
                        range.contains(Integer.parseInt(number.digits().substring(0, range.digits()))))
                .sorted(Comparator.comparing((HtsNumber number) -> schedule.status(number) != NumberStatus.ACTIVE)
                        .thenComparing(number -> -number.digits().length()));
        return Stream.concat(known, Stream.of(filled)).toList();
    }

    /** The rule file of a Center: where most of its rules are. */
    private String home(Center center) {
        Map<String, Long> files = reading.rules().stream()
                .filter(rule -> rule.range().isPresent() && rule.range().get().center() == center)
                .collect(Collectors.groupingBy(FolderRules::path, TreeMap::new, Collectors.counting()));
        return files.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new EditRefused(
                        "no file has rules of " + center.title(),
                        "begin one with a rule of your own; further ones go there"));
    }

    /** A Center in the words that the names of its rules use. */
    String words(Center center) {
        return CorrectedRule.words(reading.rules(), center);
    }

    private TextEdits file(String path) {
        return edits.computeIfAbsent(
                path, none -> new TextEdits(folder.rules().texts().getOrDefault(path, "")));
    }
}
