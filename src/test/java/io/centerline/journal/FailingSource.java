package io.centerline.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** A pool before which something happens whenever a connection is asked for. */
final class FailingSource {
    private FailingSource() {}

    /** The pool behind what happens first. */
    static DataSource before(DataSource pool, Runnable first) {
        return (DataSource) Proxy.newProxyInstance(
                FailingSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (method.getReturnType() == Connection.class) {
                        first.run();
                    }
                    try {
                        return method.invoke(pool, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
