package io.centerline.lsp;

import io.centerline.rulebook.language.Stage;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the rule folder that a file belongs to. */
final class RuleRoots {
    private RuleRoots() {}

    /** The file of a URI; empty when it names no file, such as a document that was never saved. */
    static Optional<Path> file(String uri) {
        try {
            URI parsed = URI.create(uri);
            return "file".equals(parsed.getScheme())
                    ? Optional.of(Path.of(parsed).toAbsolutePath().normalize())
                    : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException unusable) {
            return Optional.empty();
        }
    }

    /**
     * The rule folder of a file: {@code rules} below a folder of the client, that folder itself, or what its own place says.
     *
     * @param folders the folders that the client has open
     */
    static Path of(Path file, List<Path> folders) {
        for (Path folder : folders) {
            Path rules = folder.resolve("rules");
            if (file.startsWith(rules) && Files.isDirectory(rules)) {
                return rules;
            }
            if (file.startsWith(folder) && isRuleFolder(folder)) {
                return folder;
            }
        }
        Path parent = file.getParent() == null ? file : file.getParent();
        Path above = parent.getParent();
        String name = parent.getFileName() == null ? "" : parent.getFileName().toString();
        boolean stage = name.equals("scenarios")
                || Arrays.stream(Stage.values()).anyMatch(each -> each.folder().equals(name));
        return stage && above != null ? above : parent;
    }

    private static boolean isRuleFolder(Path folder) {
        return Files.isDirectory(folder.resolve(Stage.MEMBERSHIP.folder()));
    }
}
