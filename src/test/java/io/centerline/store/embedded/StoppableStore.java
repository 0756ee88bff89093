package io.centerline.store.embedded;

import io.centerline.store.embedded.SharedStore.Database;
import java.io.IOException;
import java.nio.file.Path;

/** A server of a test's own, which it may stop and start again at the same address. */
public final class StoppableStore implements AutoCloseable {

    private final Path folder;
    private EmbeddedStore store;

    /** Starts the server on {@code folder}. */
    public StoppableStore(Path folder) {
        this.folder = folder;
        this.store = EmbeddedStore.start(folder, SharedStore.PROGRAMS, 0, Launcher::forThisUser);
    }

    /** Where it is. */
    public Database database() {
        return new Database(store.jdbcUrl(), store.user(), store.password());
    }

    /** Freezes the server until what is returned is closed. */
    public Frozen freeze() throws IOException {
        return Frozen.server(folder);
    }

    /** Starts it again, after {@link #close()}. */
    public void startAgain() {
        int port = Integer.parseInt(store.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
        store = EmbeddedStore.start(folder, SharedStore.PROGRAMS, port, Launcher::forThisUser);
    }

    @Override
    public void close() {
        store.close();
    }
}
