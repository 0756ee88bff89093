package io.centerline.journal;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.centerline.store.embedded.SharedStore.Database;
import java.sql.SQLException;
import java.time.Duration;

/** Connection pools as the application has them. */
public final class Pools {

    private Pools() {}

    public static AgroalDataSource to(Database database) throws SQLException {
        return to(database, 8, Duration.ofSeconds(3));
    }

    /** As many connections, and waited for as long, as a test needs. */
    public static AgroalDataSource to(Database database, int size, Duration patience) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(size)
                        .acquisitionTimeout(patience)
                        .connectionValidator(ConnectionValidator.defaultValidatorWithTimeout(2))
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(database.url())
                                .jdbcProperty("loginTimeout", "3")
                                .principal(new NamePrincipal(database.user()))
                                .credential(new SimplePassword(database.password())))));
    }
}
