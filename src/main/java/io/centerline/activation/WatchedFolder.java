package io.centerline.activation;

import java.util.Optional;

/** The rule folder, if its changes are followed. */
@FunctionalInterface
public interface WatchedFolder {
    /** What became of the folder's latest change; empty when the folder is not watched. */
    Optional<FolderState> state();
}
