package io.centerline.drafts;

import java.util.Optional;
import java.util.SortedMap;

/** A draft within one change of it: nobody else changes it meanwhile. */
public interface OpenDraft {
    /** The draft as it stands. */
    FolderDraft draft();

    /** The newest text of every file that was saved, by path. */
    SortedMap<String, DraftText> texts();

    /** The text of a file as of a version; empty when it is not kept any more. */
    Optional<String> text(String path, long version);

    /** Saves a text as the next version of the draft, and gives the version. */
    long put(String path, String text);

    /** Lets the draft stand on another stored rulebook; the text of a file that a reader may still have is kept beside. */
    void rebase(String base, SortedMap<String, String> earlier);
}
