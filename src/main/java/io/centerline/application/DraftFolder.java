package io.centerline.application;

import io.centerline.drafts.DraftText;
import io.centerline.drafts.FolderDraft;
import io.centerline.drafts.TextMerge;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.edit.ChangedFiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A draft with all its files.
 *
 * @param draft the draft
 * @param base the files of the rulebook it stands on, by path
 * @param texts the files that were saved, by path; one without a text is not there
 * @param active hash of the rulebook that serves
 */
public record DraftFolder(
        FolderDraft draft, SortedMap<String, String> base, SortedMap<String, DraftText> texts, String active) {
    public DraftFolder {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /**
     * Lines that two people, or a draft and the rulebook that serves now, changed otherwise.
     *
     * @param path of the file
     * @param line of the opening mark
     */
    public record Conflict(String path, int line) {}

    /** The text of every file, by path. */
    public SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>(base);
        texts.forEach((path, text) -> {
            if (text.text().isEmpty()) {
                files.remove(path);
            } else {
                files.put(path, text.text());
            }
        });
        return files;
    }

    /** The folder. */
    public RuleFolder folder() {
        return RuleFolder.of(files());
    }

    /** A file, empty when it is not there. */
    public DraftText file(String path) {
        return texts.getOrDefault(path, new DraftText(base.getOrDefault(path, ""), 0));
    }

    /** The paths of the files that differ from the base. */
    public List<String> changed() {
        return texts.entrySet().stream()
                .filter(file -> !file.getValue().text().equals(base.getOrDefault(file.getKey(), "")))
                .map(SortedMap.Entry::getKey)
                .toList();
    }

    /** What differs from the base, as a unified diff. */
    public String diff() {
        return differing().diff();
    }

    /** The first line of each changed file that differs from the base, by path. */
    public SortedMap<String, Integer> firstLines() {
        ChangedFiles differing = differing();
        SortedMap<String, Integer> lines = new TreeMap<>();
        differing.after().keySet().forEach(path -> lines.put(path, differing.firstLine(path)));
        return lines;
    }

    private ChangedFiles differing() {
        SortedMap<String, String> changed = new TreeMap<>();
        changed().forEach(path -> changed.put(path, file(path).text()));
        return ChangedFiles.between(RuleFolder.of(base), changed);
    }

    /** Whether another rulebook serves than the one it stands on. */
    public boolean overtaken() {
        return !draft.base().equals(active);
    }

    /** What a person has to decide before the draft can be checked. */
    public List<Conflict> conflicts() {
        List<Conflict> conflicts = new ArrayList<>();
        changed()
                .forEach(path ->
                        TextMerge.marks(file(path).text()).forEach(line -> conflicts.add(new Conflict(path, line))));
        return conflicts;
    }
}
