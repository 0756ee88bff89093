package io.centerline.activation;

import io.centerline.rulebook.Rulebook;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes stored rulebooks ready to serve, so that nothing is left to compile when they are switched to. The last few are
 * kept ready, so that the way back is quick. Thread-safe.
 */
public final class Preparation {
    private static final int KEPT = 4;

    private final RulebookStore versions;
    private final Supplier<LocalDate> today;
    private final Consumer<Rulebook> rehearsal;
    private final Map<String, Rulebook> ready = new LinkedHashMap<>(8, 0.75f, true);
    private final Set<Rulebook> rehearsed = Collections.newSetFromMap(new WeakHashMap<>());

    /**
     * Prepares what is stored.
     *
     * @param today the day whose edition is compiled at once; it decides nothing
     * @param rehearsal makes decisions under a rulebook that does not serve yet
     */
    public Preparation(RulebookStore versions, Supplier<LocalDate> today, Consumer<Rulebook> rehearsal) {
        this.versions = versions;
        this.today = today;
        this.rehearsal = rehearsal;
    }

    /**
     * Compiles a rulebook for all days and stages and makes decisions under it, unless that was done before. To be called
     * before it is switched to: what is not compiled by then, requests wait for.
     *
     * @throws io.centerline.rulebook.RulebookException when the engine does not take a rule
     */
    void rehearse(Rulebook rulebook) {
        synchronized (rehearsed) {
            if (rehearsed.contains(rulebook)) {
                return;
            }
        }
        rulebook.compilations().forEach(Runnable::run);
        rulebook.periods().forEach(period -> rulebook.edition(period.from()));
        rehearsal.accept(rulebook);
        synchronized (rehearsed) {
            rehearsed.add(rulebook);
        }
    }

    /**
     * The rulebook of a hash, compiled for today.
     *
     * @throws UnknownRulebook when it is not stored
     * @throws TamperedRulebook when its rules are no longer those the hash names
     * @throws io.centerline.rulebook.RulebookException when this version of the program does not take it, or it does not
     *     cover today
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

    /**
     * Keeps a rulebook that is compiled already, such as one that was just checked.
     *
     * @throws io.centerline.rulebook.RulebookException when it does not cover today
     */
    void keep(Rulebook rulebook) {
        rulebook.readyFor(today.get());
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
