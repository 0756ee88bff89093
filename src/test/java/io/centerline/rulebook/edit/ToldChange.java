package io.centerline.rulebook.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.yaml.FindingSink;
import io.centerline.rulebook.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A change of law as an analyst is told it, as the arguments of {@code centerline rules}, and as it is made by hand in the shipped
 * rules. They lie in {@code src/test/resources/changes}.
 */
public record ToldChange(String name, String words, List<String> arguments, String diff) {
    private static final Path FOLDER = Path.of("src/test/resources/changes");

    /** All of them, by name. */
    public static List<ToldChange> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(ToldChange::read).toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static ToldChange read(Path file) {
        FindingSink faults = new FindingSink() {
            @Override
            public void add(Finding finding) {
                throw new AssertionError(finding.render());
            }

            @Override
            public boolean hasRoom() {
                return true;
            }
        };
        try {
            JsonNode told = YamlReader.read(file.toString(), Files.readString(file), faults)
                    .orElseThrow()
                    .json();
            List<String> arguments = new ArrayList<>();
            told.get("arguments").forEach(argument -> arguments.add(argument.textValue()));
            return new ToldChange(
                    file.getFileName().toString().replace(".yaml", ""),
                    told.get("words").textValue(),
                    arguments,
                    told.get("diff").textValue());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** The value of an option such as {@code --to}. */
    public String option(String option) {
        return arguments.get(arguments.indexOf(option) + 1);
    }

    /** A folder with the change made by hand. */
    public RuleFolder byHand(RuleFolder folder) {
        SortedMap<String, String> files = folder.files();
        for (String file : diff.split("(?m)^(?=--- a/)")) {
            List<String> lines = Arrays.asList(file.split("\n", -1));
            String path = lines.get(0).substring("--- a/".length());
            List<String> was = Arrays.asList(files.get(path).split("\n", -1));
            try {
                // An empty text behind the last line is none of the patch.
                List<String> patch = lines.subList(0, lines.size() - 1);
                files.put(
                        path,
                        String.join(
                                "\n", UnifiedDiffUtils.parseUnifiedDiff(patch).applyTo(was)));
            } catch (PatchFailedException failed) {
                throw new AssertionError(name + ": " + path, failed);
            }
        }
        return RuleFolder.of(files);
    }

    @Override
    public String toString() {
        return name;
    }
}
