package io.centerline.boot;

import io.centerline.drafts.DraftStore;
import io.centerline.store.BoundedPool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The application's drafts. */
@Singleton
final class DraftBeans {
    @Produces
    @Singleton
    DraftStore drafts(BoundedPool pool) {
        return new DraftStore(pool);
    }
}
