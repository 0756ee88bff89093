package io.centerline.boot;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;

/** How a start ends when a part of the program finds that it must not go on: in a sentence, and with an exit code. */
public final class HaltedStart {
    private HaltedStart() {}

    /**
     * Tells why and lets the process end; to be thrown.
     *
     * @param message why
     * @param help what to do; empty when the message says it
     * @param exitCode of the process
     */
    public static PreventFurtherStepsException because(String message, String help, int exitCode) {
        System.err.println("error: " + message + (help.isEmpty() ? "" : "\nhelp: " + help));
        // Without this the program would wait for a signal although nothing of it runs.
        Quarkus.asyncExit(exitCode);
        return new PreventFurtherStepsException(message, exitCode);
    }
}
