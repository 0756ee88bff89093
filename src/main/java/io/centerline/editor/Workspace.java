package io.centerline.editor;

import io.centerline.check.CheckReport;
import io.centerline.check.Diagnostic;
import io.centerline.check.FileCheck;
import io.centerline.check.History;
import io.centerline.check.RulebookCheck;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.RuleReading;
import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.evidence.EvidenceReader;
import io.centerline.rulebook.evidence.RangeEvidence;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.LanguageLimits;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.language.SourcePlace;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A rule folder as somebody edits it: an immutable snapshot of its texts. A snapshot with one text changed shares what was
 * read of the others. Safe for any number of threads.
 */
public final class Workspace {
    private static final String ROOT = "rules/";

    private final SortedMap<String, SourceFile> sources;
    private final Schedule schedule;
    private final FileCheck check;
    private final Map<LocalDate, ClaimMap> claims = new ConcurrentHashMap<>();
    private volatile @Nullable RuleReading reading;
    private volatile @Nullable RangeEvidence evidence;

    private Workspace(SortedMap<String, SourceFile> sources, Schedule schedule, FileCheck check) {
        this.sources = sources;
        this.schedule = schedule;
        this.check = check;
    }

    /**
     * A snapshot of these files.
     *
     * @param files the texts by their paths below the folder, such as {@code membership/electronics.drl}
     * @param schedule the tariff they are checked against
     */
    public static Workspace of(SortedMap<String, String> files, Schedule schedule) {
        SortedMap<String, SourceFile> sources = new TreeMap<>();
        files.forEach((path, text) -> sources.put(path, new SourceFile(path, plain(text))));
        return new Workspace(sources, schedule, new FileCheck(schedule));
    }

    /** The same with one text changed or added. */
    public Workspace with(String path, String text) {
        String plain = plain(text);
        SourceFile there = sources.get(path);
        if (there != null && there.text().equals(plain)) {
            return this;
        }
        SortedMap<String, SourceFile> changed = new TreeMap<>(sources);
        changed.put(path, new SourceFile(path, plain));
        return new Workspace(changed, schedule, check);
    }

    /** The same with several texts changed or added. */
    public Workspace with(SortedMap<String, String> texts) {
        Workspace changed = this;
        for (String path : texts.keySet()) {
            changed = changed.with(path, texts.getOrDefault(path, ""));
        }
        return changed;
    }

    /** The same without a file. */
    public Workspace without(String path) {
        if (!sources.containsKey(path)) {
            return this;
        }
        SortedMap<String, SourceFile> changed = new TreeMap<>(sources);
        changed.remove(path);
        return new Workspace(changed, schedule, check);
    }

    /** The texts by path, as they are read: line feeds, no byte order mark. */
    public SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        sources.forEach((path, source) -> files.put(path, source.text()));
        return Collections.unmodifiableSortedMap(files);
    }

    /** The text of a file; empty when there is no such file. */
    public String text(String path) {
        SourceFile source = sources.get(path);
        return source == null ? "" : source.text();
    }

    /** The folder that holds these files. */
    public RuleFolder folder() {
        return RuleFolder.of(files());
    }

    /** The tariff. */
    public Schedule schedule() {
        return schedule;
    }

    /** Every rule that can be read by itself, in file order. */
    public List<Rule> rules() {
        return reading().rules();
    }

    /** The rules of one file that can be read. */
    public List<Rule> rules(String path) {
        return find(path)
                .filter(SourceFile::isRules)
                .map(source -> source.reading().rules())
                .orElse(List.of());
    }

    /** What sources say of ranges, as far as it can be read. */
    public RangeEvidence evidence() {
        RangeEvidence read = evidence;
        if (read == null) {
            read = find(RangeEvidence.FILE)
                    .map(source -> EvidenceReader.read(source.text(), new ArrayList<>()))
                    .orElse(RangeEvidence.NONE);
            evidence = read;
        }
        return read;
    }

    /**
     * What one file says by itself and against what is read of the others, soon enough to be asked at every keystroke. Empty
     * for a file that is not there, and for one that no rulebook knows.
     */
    public List<Diagnostic> findings(String path) {
        Optional<SourceFile> found = find(path);
        if (found.isEmpty()) {
            return List.of();
        }
        SourceFile source = found.get();
        if (source.isRules()) {
            String cases = find(source.beside()).map(SourceFile::text).orElse(null);
            return check.ofRules(ROOT + path, source.reading(), reading(), cases);
        }
        if (source.isEvidence()) {
            return check.ofEvidence(source.text());
        }
        if (source.isCases()) {
            RuleReading beside = find(source.beside()).map(SourceFile::reading).orElse(null);
            boolean whole = beside != null && beside.findings().isEmpty();
            return check.ofTest(path, source.text(), whole ? beside : null);
        }
        return source.isScenario() ? check.ofTest(path, source.text(), null) : List.of();
    }

    /**
     * The whole check, as the command {@code check} has it.
     *
     * @param history what the rules must not change; null when nothing is compared
     */
    public CheckReport check(@Nullable History history) {
        return new RulebookCheck(schedule).check(folder(), history);
    }

    /** The path below the folder of the file that a place lies in. */
    public static String path(SourcePlace place) {
        return place.file().startsWith(ROOT) ? place.file().substring(ROOT.length()) : place.file();
    }

    /** The offset of a place in the text of its file; 0 when there is no such file. */
    public int offset(SourcePlace place) {
        return find(path(place))
                .map(source -> source.lines().offset(place.line() - 1, place.column() - 1))
                .orElse(0);
    }

    Optional<SourceFile> find(String path) {
        return Optional.ofNullable(sources.get(path));
    }

    Collection<SourceFile> sources() {
        return sources.values();
    }

    /** Which rules claim which numbers on a day. */
    ClaimMap claims(LocalDate day) {
        return claims.computeIfAbsent(day, on -> ClaimMap.of(new InForce(on, on), rules()));
    }

    /** The numbers that the tariff has or had, without rate lines that are only the beginning of a number. */
    List<HtsNumber> reportable() {
        List<HtsNumber> numbers = schedule.numbers();
        List<HtsNumber> found = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            boolean begins = i + 1 < numbers.size()
                    && numbers.get(i).digits().length() == 8
                    && numbers.get(i + 1).digits().startsWith(numbers.get(i).digits());
            if (!begins) {
                found.add(numbers.get(i));
            }
        }
        return found;
    }

    /** The ids of all rules, also of those that cannot be read. */
    List<RuleId> ids() {
        return sources.values().stream()
                .flatMap(source -> source.blocks().stream())
                .map(RuleBlock::id)
                .filter(RuleId::isWellFormed)
                .distinct()
                .map(RuleId::new)
                .toList();
    }

    /** All rules as one reading; its findings are those of the files. */
    private RuleReading reading() {
        RuleReading read = reading;
        if (read == null) {
            SortedMap<String, String> texts = new TreeMap<>();
            List<Rule> rules = new ArrayList<>();
            for (SourceFile source : sources.values()) {
                if (source.isRules()) {
                    texts.put(source.path(), source.text());
                    rules.addAll(source.reading().rules());
                }
            }
            read = new RuleReading(new RuleFiles(texts), rules, RangeEvidence.NONE, List.of(), LanguageLimits.DEFAULT);
            reading = read;
        }
        return read;
    }

    private static String plain(String text) {
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
    }
}
