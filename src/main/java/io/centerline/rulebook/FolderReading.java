package io.centerline.rulebook;

import io.centerline.rulebook.language.Finding;
import java.nio.file.Path;
import java.util.List;

/** What one reading of a rule folder gave: its files, or why they cannot be taken. Equal readings saw the same. */
public sealed interface FolderReading {

    /**
     * The folder could be read. Whether its rules are sound is another question.
     *
     * @param folder what lies in it
     */
    @SuppressWarnings("JavaLangClash") // the opposite of Unreadable
    record Readable(RuleFolder folder) implements FolderReading {}

    /**
     * The folder could not be read.
     *
     * @param findings why, at least one
     */
    record Unreadable(List<Finding> findings) implements FolderReading {
        public Unreadable {
            findings = List.copyOf(findings);
        }
    }

    /** Reads a folder once. */
    static FolderReading of(Path folder, SourceLimits limits) {
        try {
            return new Readable(RuleFolder.read(folder, limits));
        } catch (RulebookException unreadable) {
            return new Unreadable(unreadable.findings());
        }
    }

    /** The files. @throws RulebookException when it could not be read */
    default RuleFolder orThrow() {
        if (this instanceof Unreadable unreadable) {
            throw new RulebookException(unreadable.findings());
        }
        return ((Readable) this).folder();
    }
}
