package io.centerline.lsp;

import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** Tells the client what goes wrong, as {@code window/logMessage}. */
final class ClientLog {
    private volatile @Nullable LanguageClient client;

    void connect(LanguageClient connected) {
        client = connected;
    }

    @Nullable
    LanguageClient client() {
        return client;
    }

    void error(String message) {
        say(MessageType.Error, message);
    }

    void warn(String message) {
        say(MessageType.Warning, message);
    }

    void info(String message) {
        say(MessageType.Info, message);
    }

    /** A fault of the program: its kind and place, so that it can be reported. */
    void fault(String what, RuntimeException fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        error(what + " failed: " + fault + (trace.length == 0 ? "" : " at " + trace[0])
                + "; this is a fault of the program, please report it");
    }

    private void say(MessageType type, String message) {
        LanguageClient connected = client;
        if (connected != null) {
            connected.logMessage(new MessageParams(type, message));
        }
    }
}
