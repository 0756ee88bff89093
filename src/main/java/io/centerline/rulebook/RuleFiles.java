package io.centerline.rulebook;

import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The sources of a rulebook.
 *
 * @param texts text of each rule file by its path below the folder, such as {@code placement/appeal.drl}; line ends are
 *     line feeds, a byte order mark is left out
 */
public record RuleFiles(SortedMap<String, String> texts) {

    public RuleFiles {
        SortedMap<String, String> normalized = new TreeMap<>();
        texts.forEach((path, text) -> normalized.put(path, normalize(text)));
        texts = Collections.unmodifiableSortedMap(normalized);
    }

    /**
     * Reads every {@code .drl} file below a folder, strictly as UTF-8.
     *
     * @throws RulebookException when the folder or a file cannot be read
     */
    public static RuleFiles read(Path folder) {
        SortedMap<String, String> texts = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Path file : list(folder)) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            try {
                texts.put(path, decode(Files.readAllBytes(file)));
            } catch (CharacterCodingException notUtf8) {
                findings.add(unreadable(path, "the file is not UTF-8", "save it as UTF-8"));
            } catch (IOException unreadable) {
                findings.add(unreadable(path, "the file cannot be read", "check that it exists and may be read"));
            }
        }
        if (texts.isEmpty() && findings.isEmpty()) {
            findings.add(unreadable(
                    "", "the folder `" + folder + "` holds no rule file", "point centerline.rules.dir at the rules"));
        }
        if (!findings.isEmpty()) {
            throw new RulebookException(findings);
        }
        return new RuleFiles(texts);
    }

    /** {@code sha256:} and the hash of all paths and texts; the same sources have the same hash on every machine. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((path, text) -> {
                update(digest, path);
                update(digest, text);
            });
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
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

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> path.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list the rule folder " + folder, unreadable);
        }
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static Finding unreadable(String path, String message, String help) {
        return new Finding(new Place("rules/" + path, 1, 1), 1, message, help, "");
    }
}
