package io.centerline.bench.peers;

import org.jspecify.annotations.Nullable;

/** One engine with a law loaded. */
interface Peer extends AutoCloseable {

    /** The name of the Center a number belongs to; null when it belongs to none. */
    @Nullable
    String classify(Goods goods);

    /** Classifies the lines of an importer, counts them and names the Center with the most. */
    Answer place(Sample sample);

    /** Ends what the engine started. */
    @Override
    default void close() {}
}
