package io.centerline.rulebook;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that lies in a rule folder: the rules and, beside them, what tests them. Only the rules decide and only they make
 * the rulebook's hash; cases and scenarios are there to check them.
 *
 * @param rules the rule files
 * @param tests text of each case file ({@code <stage>/<topic>.cases.yaml}) and scenario ({@code scenarios/<story>.yaml})
 *     by its path below the folder; line ends are line feeds, a byte order mark is left out
 */
public record RuleFolder(RuleFiles rules, SortedMap<String, String> tests) {

    public RuleFolder {
        SortedMap<String, String> normalized = new TreeMap<>();
        tests.forEach((path, text) -> normalized.put(path, RuleFiles.normalize(text)));
        tests = Collections.unmodifiableSortedMap(normalized);
    }

    /**
     * Reads a folder: every {@code .drl} file, its evidence, every case file and scenario below it; other files and hidden ones are left alone.
     *
     * @throws RulebookException with everything that is wrong with its files, before any rule is read
     */
    public static RuleFolder read(Path folder) {
        return read(folder, SourceLimits.DEFAULT);
    }

    /** The same under other limits. */
    public static RuleFolder read(Path folder, SourceLimits limits) {
        return FolderReader.read(folder, limits, kind -> true);
    }

    /**
     * Reads a folder once it has not changed for the quiet time, so that half-written files are not taken.
     *
     * @param patience how long to wait for that
     * @throws RulebookException as {@link #read(Path)}, and when the folder does not come to rest
     */
    public static RuleFolder readSettled(Path folder, Duration quiet, Duration patience) throws InterruptedException {
        return new SettledFolder(folder, SourceLimits.DEFAULT, quiet)
                .await(patience)
                .orThrow();
    }

    /**
     * Reads an uploaded zip archive. All entries may lie in one folder {@code rules/}; notes ({@code .md}) and hidden files
     * are passed over, anything else that is no rule file, case file or scenario is refused. Writes nothing to disk.
     *
     * @throws RulebookException with everything that is wrong with it
     */
    public static RuleFolder ofZip(byte[] zip) {
        return ofZip(zip, SourceLimits.DEFAULT);
    }

    /** The same under other limits. */
    public static RuleFolder ofZip(byte[] zip, SourceLimits limits) {
        return ZipSources.read(zip, limits);
    }

    /**
     * Reads an uploaded document {@code {"files": {"membership/electronics.drl": "text", …}}}. The same files are taken,
     * passed over and refused as in an archive; other members, and anything twice, are refused.
     *
     * @throws RulebookException with everything that is wrong with it
     */
    public static RuleFolder ofJson(byte[] json) {
        return ofJson(json, SourceLimits.DEFAULT);
    }

    /** The same under other limits. */
    public static RuleFolder ofJson(byte[] json, SourceLimits limits) {
        return JsonSources.read(json, limits);
    }

    /** The same folder as the document that {@link #ofJson(byte[])} reads. */
    public byte[] json() {
        return JsonSources.write(this);
    }

    /** The same folder as an archive that {@link #ofZip(byte[])} reads; the same folder gives the same bytes everywhere. */
    public byte[] zip() {
        return ZipSources.write(this);
    }

    /** The folder that holds these files: text by path below it. */
    public static RuleFolder of(SortedMap<String, String> files) {
        SortedMap<String, String> rules = new TreeMap<>();
        SortedMap<String, String> tests = new TreeMap<>();
        files.forEach((path, text) -> (SourceName.kind(path) == SourceName.Kind.RULES ? rules : tests).put(path, text));
        return new RuleFolder(new RuleFiles(rules), tests);
    }

    /** Why a rule folder cannot have a file of this path; empty when it can. */
    public static Optional<String> fault(String path) {
        return SourceName.fault(path)
                .or(() -> SourceName.kind(path) == SourceName.Kind.OTHER
                        ? Optional.of(
                                "the name `" + SourceName.shown(path)
                                        + "` is none of a rule file (.drl), a case file (.cases.yaml), a scenario or the evidence")
                        : Optional.empty());
    }

    /** Text of every file, rules and tests, by its path below the folder. */
    public SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>(rules.texts());
        files.putAll(tests);
        return files;
    }
}
