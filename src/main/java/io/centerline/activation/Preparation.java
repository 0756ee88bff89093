package io.centerline.activation;

import io.centerline.rulebook.Rulebook;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes stored rulebooks ready to serve, so that nothing is left to compile for the day when they are switched to. The
 * last few are kept ready, so that the way back is quick. Thread-safe.
 */
public final class Preparation {
    private static final int KEPT = 4;

    private final RulebookStore versions;
    private final Supplier<LocalDate> today;
    private final Map<String, Rulebook> ready = new LinkedHashMap<>(8, 0.75f, true);

    /**
     * Prepares what is stored.
     *
     * @param today the day whose edition is compiled beforehand; it decides nothing
     */
    public Preparation(RulebookStore versions, Supplier<LocalDate> today) {
        this.versions = versions;
        this.today = today;
    }

    /**
     * The rulebook of a hash, ready.
     *
     * @throws UnknownRulebook when it is not stored
     * @throws TamperedRulebook when its rules are no longer those the hash names
     * @throws io.centerline.rulebook.RulebookException when this version of the program does not take it
     */
    public Rulebook of(String hash) {
        Rulebook kept = kept(hash);
        if (kept != null) {
            return kept;
        }
        Rulebook rulebook = versions.findRulebook(hash).orElseThrow(() -> new UnknownRulebook(hash));
        keep(rulebook);
        return rulebook;
    }

    /** Keeps a rulebook that is compiled already, such as one that was just checked. */
    void keep(Rulebook rulebook) {
        rulebook.edition(today.get());
        synchronized (ready) {
            ready.put(rulebook.hash(), rulebook);
            if (ready.size() > KEPT) {
                ready.remove(ready.keySet().iterator().next());
            }
        }
    }

    private @Nullable Rulebook kept(String hash) {
        synchronized (ready) {
            return ready.get(hash);
        }
    }
}
