package io.centerline.boot;

import io.agroal.api.AgroalDataSource;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.OwedDecisions;
import io.centerline.accounts.Reassessments;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The application's one file of accounts. */
@Singleton
final class AccountsBeans {

    @Produces
    @Singleton
    Accounts accounts(AgroalDataSource pool) {
        return new Accounts(pool);
    }

    @Produces
    @Singleton
    Reassessments reassessments(AgroalDataSource pool) {
        return new Reassessments(pool);
    }

    @Produces
    @Singleton
    OwedDecisions owed(AgroalDataSource pool) {
        return new OwedDecisions(pool);
    }
}
