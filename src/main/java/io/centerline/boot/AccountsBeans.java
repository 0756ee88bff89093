package io.centerline.boot;

import io.centerline.accounts.Accounts;
import io.centerline.accounts.OwedDecisions;
import io.centerline.accounts.Reassessments;
import io.centerline.store.BoundedPool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The application's one file of accounts. */
@Singleton
final class AccountsBeans {

    @Produces
    @Singleton
    Accounts accounts(BoundedPool pool) {
        return new Accounts(pool);
    }

    @Produces
    @Singleton
    Reassessments reassessments(BoundedPool pool) {
        return new Reassessments(pool);
    }

    @Produces
    @Singleton
    OwedDecisions owed(BoundedPool pool) {
        return new OwedDecisions(pool);
    }
}
