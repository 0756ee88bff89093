package io.centerline.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which running service a command asks. */
final class ServiceOptions {
    @Option(
            names = "--from",
            paramLabel = "ADDRESS",
            description = "The address of the service. Default: http://127.0.0.1 and the port of the settings.")
    private @Nullable String from;

    /** Whether an address was given. */
    boolean isNamed() {
        return from != null;
    }

    /** The address given, else that of the settings. */
    String address(Host host) {
        return from != null ? from : host.serviceAddress();
    }
}
