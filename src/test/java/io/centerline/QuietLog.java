package io.centerline;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * As commands do, tests without a service turn off the traces that the engine would write into memory until something
 * configures logging: a fifth of the time of a check. A service that starts sets its own levels.
 */
public final class QuietLog implements LauncherSessionListener {
    /** Strongly held: a logger that nobody holds forgets its level. */
    private static final Logger ROOT = Logger.getLogger("");

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        ROOT.setLevel(Level.INFO);
    }
}
