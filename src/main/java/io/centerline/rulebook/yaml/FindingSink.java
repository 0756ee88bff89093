package io.centerline.rulebook.yaml;

import io.centerline.rulebook.language.Finding;

/** Takes what is wrong with a file, one finding after the other. */
public interface FindingSink {
    /** Takes a finding. */
    void add(Finding finding);

    /** Whether one more finding would be told, so that it is worth the search for its line. */
    boolean hasRoom();
}
