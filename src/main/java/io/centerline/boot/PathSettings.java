package io.centerline.boot;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the blanks around settings that are paths away, for commands and the service alike. A path of blanks counts as not
 * set. It is named under {@code META-INF/services}, and comes before all other interceptors, so that expressions and profiles
 * are resolved.
 */
@Priority(Priorities.APPLICATION + 1_000)
public final class PathSettings implements ConfigSourceInterceptor {
    private static final long serialVersionUID = 1L;

    private static final Set<String> PATHS = Set.of(
            "centerline.rules.dir",
            "centerline.data.dir",
            "centerline.schedule.file",
            "centerline.schedules.dir",
            "centerline.runs.dir");

    /** As the settings ask for it. */
    public PathSettings() {}

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        if (value == null || value.getValue() == null || !PATHS.contains(name)) {
            return value;
        }
        String path = value.getValue().strip();
        return path.isEmpty() ? null : value.withValue(path);
    }
}
