package io.centerline.routing;

import io.centerline.facts.Account;
import io.centerline.facts.ImporterKind;
import io.centerline.placement.Placement.Explain;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the placement rules say of the accounts asked about last. An answer hangs on nothing but its key, so which ones are
 * forgotten changes none. Thread-safe.
 */
final class RecentAccounts {

    /**
     * All that an answer hangs on under one rulebook.
     *
     * @param account what is on file; null when nothing is
     */
    record Key(LocalDate asOf, ImporterKind kind, @Nullable Account account, Explain explain) {}

    private final int most;
    // In the order of last use, the longest ago first.
    private final Map<Key, AccountView> views = new LinkedHashMap<>(16, 0.75f, true);

    /** Keeps at most so many answers. */
    RecentAccounts(int most) {
        this.most = most;
    }

    /** The answer, asked for unless it is kept. Two threads may ask at once; they get the same. */
    AccountView get(Key key, Supplier<AccountView> ask) {
        AccountView known;
        synchronized (views) {
            known = views.get(key);
        }
        return known == null ? keep(key, ask.get()) : known;
    }

    private AccountView keep(Key key, AccountView view) {
        synchronized (views) {
            views.put(key, view);
            if (views.size() > most) {
                views.remove(views.keySet().iterator().next());
            }
        }
        return view;
    }
}
