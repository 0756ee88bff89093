package io.centerline.cli;

import io.centerline.api.StartCheck;
import io.centerline.api.StartRefused;
import io.centerline.journal.embedded.EmbeddedStore;
import io.centerline.journal.embedded.StoreRefused;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import org.eclipse.microprofile.config.Config;

/** The program's entrance: without a command it serves. */
@QuarkusMain
public final class Main {

    private static final int REFUSED = 1;
    private static final int USAGE = 2;

    Main() {}

    /**
     * Runs the command that {@code args} name; the exit code is 0, 1 when the start is refused, 2 on misuse, 3
     * when the rules or the schedule file are at fault.
     */
    public static void main(String... args) {
        if (args.length == 0 || (args.length == 1 && args[0].equals("serve"))) {
            serve();
        } else {
            System.err.println("unknown command `" + String.join(" ", args) + "`");
            System.exit(USAGE);
        }
    }

    private static void serve() {
        try {
            Config config = ConfigUtils.configBuilder().build();
            StartCheck.run(config);
            EmbeddedStore.startIfNeeded(config, System.getProperties());
        } catch (StartRefused refused) {
            System.err.println("error: " + refused.getMessage());
            if (!refused.help().isEmpty()) {
                System.err.println("help: " + refused.help());
            }
            System.exit(refused.exitCode());
        } catch (StoreRefused refused) {
            System.err.println("error: " + refused.getMessage());
            System.err.println("help: " + refused.help());
            System.exit(REFUSED);
        }
        Quarkus.run();
    }
}
