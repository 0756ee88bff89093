package io.centerline.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store refuses this one decision, whatever the time: a fault of the program that made it. */
public final class DraftRefused extends JournalException {

    private static final long serialVersionUID = 1L;

    DraftRefused(UUID id, @Nullable Throwable cause) {
        super("the store refuses decision `" + id + "`", cause);
    }
}
