package io.centerline.check;

import io.centerline.rulebook.RuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The small rulebook with a change made to it. A {@code .change} file holds edits: the file, then lines taken away
 * ({@code -}) and lines put in their place ({@code +}); {@code remove} takes a file away.
 */
public final class Mistake {
    private Mistake() {}

    /** The small rulebook as it is. */
    public static RuleFolder none() {
        return TestFolders.SMALL;
    }

    /** The rulebook with the change of a file. */
    public static RuleFolder made(Path mistake) throws IOException {
        RuleFolder folder = TestFolders.SMALL;
        String path = "";
        List<String> out = new ArrayList<>();
        List<String> in = new ArrayList<>();
        List<String> lines = new ArrayList<>(Files.readAllLines(mistake));
        lines.add("edit ");
        for (String line : lines) {
            if (line.startsWith("edit ") || line.startsWith("remove ")) {
                folder = path.isEmpty() ? folder : edited(folder, path, String.join("\n", out), String.join("\n", in));
                out.clear();
                in.clear();
                path = line.startsWith("edit ") ? line.substring(5) : "";
                folder = line.startsWith("remove ") ? TestFolders.without(folder, line.substring(7)) : folder;
            } else {
                (line.startsWith("-") ? out : in).add(line.substring(1));
            }
        }
        return folder;
    }

    private static RuleFolder edited(RuleFolder folder, String path, String out, String in) {
        return TestFolders.with(folder, path, text -> {
            if (!out.isEmpty() && text.indexOf(out) != text.lastIndexOf(out)) {
                throw new IllegalArgumentException("`" + out + "` stands twice in " + path);
            }
            return out.isEmpty() ? text + in + "\n" : text.replace(out, in);
        });
    }
}
