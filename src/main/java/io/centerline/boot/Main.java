package io.centerline.boot;

import io.centerline.cli.ExitCode;
import io.centerline.cli.Host;
import io.centerline.cli.Program;
import io.centerline.store.embedded.EmbeddedStore;
import io.centerline.store.embedded.StoreRefused;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;

/** The program's entrance: without a command it serves. */
@QuarkusMain
public final class Main {

    private static final int REFUSED = 1;

    Main() {}

    /** Runs the command that {@code args} name; the exit codes are those of {@link ExitCode}. */
    public static void main(String... args) {
        if (args.length == 0 || (args.length == 1 && args[0].equals("serve"))) {
            serve();
        } else {
            quiet(Level.OFF);
            System.exit(new Program(Host.ofProcess(Main::setting), Main::serve).run(args));
        }
    }

    /**
     * Until the service configures logging, every level is on and kept in memory, so that the engine spends most of its
     * time writing traces that nobody reads. A command says itself what there is to say and turns logging off.
     */
    private static void quiet(Level level) {
        Logger.getLogger("").setLevel(level);
    }

    private static Config config() {
        return ConfigUtils.configBuilder().build();
    }

    private static Optional<String> setting(String name) {
        return config().getOptionalValue(name, String.class);
    }

    private static void serve() {
        quiet(Level.INFO);
        // The server would answer an address that is no URI without a word; RequestFilter refuses it with a problem.
        System.setProperty("vertx.disableURIValidation", "true");
        try {
            Config config = config();
            StartCheck.run(config);
            ParentWatch.startIfAsked(config);
            if (!EmbeddedStore.startIfNeeded(config, System.getProperties())) {
                StoreReach.await(config);
            }
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
