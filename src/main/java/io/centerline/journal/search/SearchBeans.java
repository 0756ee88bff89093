package io.centerline.journal.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The application's one search. */
@Singleton
final class SearchBeans {

    @Produces
    @Singleton
    Search search(AgroalDataSource pool) {
        return new Search(pool);
    }
}
