package io.centerline.rulebook;

import io.centerline.rulebook.language.SourcePlace;
import io.centerline.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sources of a rulebook.
 *
 * @param texts text of each rule file, and of {@code evidence.yaml} where there is one, by its path below the folder, such
 *     as {@code placement/appeal.drl}; line ends are line feeds, a byte order mark is left out
 */
public record RuleFiles(SortedMap<String, String> texts) {

    public RuleFiles {
        SortedMap<String, String> normalized = new TreeMap<>();
        texts.forEach((path, text) -> normalized.put(path, normalize(text)));
        texts = Collections.unmodifiableSortedMap(normalized);
    }

    /**
     * Reads every {@code .drl} file below a folder, and its evidence, strictly as UTF-8 and within {@link SourceLimits#DEFAULT}.
     *
     * @throws RulebookException with everything that is wrong with the folder or its rule files
     */
    public static RuleFiles read(Path folder) {
        return FolderReader.read(folder, SourceLimits.DEFAULT, kind -> kind == SourceName.Kind.RULES)
                .rules();
    }

    /** {@code sha256:} and the hash of all paths and texts; the same sources have the same hash on every machine. */
    public String hash() {
        MessageDigest digest = Sha256.digest();
        texts.forEach((path, text) -> {
            update(digest, path);
            update(digest, text);
        });
        return Sha256.name(digest.digest());
    }

    /** The text of the file a place lies in; empty when there is no such file. */
    public String textOf(SourcePlace place) {
        boolean inFile = place.file().startsWith("rules/");
        return inFile ? texts.getOrDefault(place.file().substring("rules/".length()), "") : "";
    }

    // Each piece is preceded by its length, so that no two different sets of files feed the same bytes.
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    static String normalize(String text) {
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
    }
}
