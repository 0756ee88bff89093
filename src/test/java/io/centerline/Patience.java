package io.centerline;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * How long tests wait for what is to come about, unless they say otherwise: long enough for a machine that does other work, and
 * they look often. Tests of a running service have a class loader of their own, which hears of it before each of them.
 */
public final class Patience implements LauncherSessionListener, QuarkusTestBeforeEachCallback {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        set();
    }

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        set();
    }

    private static void set() {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }
}
