package io.centerline.cli;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/**
 * What libraries find when they ask for the service's configuration in a command: none. The engine asks, and goes on with
 * system properties; putting the whole configuration together for it would take a fifth of a second of every command.
 */
final class NoConfiguration extends ConfigProviderResolver {

    /** From here on there is no configuration in this process. */
    static void install() {
        ConfigProviderResolver.setInstance(new NoConfiguration());
    }

    @Override
    public Config getConfig() {
        throw none();
    }

    @Override
    public Config getConfig(ClassLoader loader) {
        throw none();
    }

    @Override
    public ConfigBuilder getBuilder() {
        throw none();
    }

    @Override
    public void registerConfig(Config config, ClassLoader classLoader) {
        throw none();
    }

    @Override
    public void releaseConfig(Config config) {
        throw none();
    }

    private static IllegalStateException none() {
        return new IllegalStateException("a command has no configuration; only the service has");
    }
}
