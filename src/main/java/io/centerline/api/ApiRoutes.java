package io.centerline.api;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The addresses of the resources, with the methods each takes. Immutable. */
@Singleton
public final class ApiRoutes {
    /** What the framework serves. */
    private static final List<String> OPERATIONS = List.of("/q/health", "/q/metrics", "/q/openapi", "/q/swagger-ui");

    private final List<Route> routes;
    /** Those without parameters, by path. */
    private final Map<String, Route> plain;

    /** Of all resources of the program. */
    @Inject
    ApiRoutes(BeanManager beans) {
        this(beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .collect(Collectors.toSet()));
    }

    ApiRoutes(Collection<? extends Class<?>> resources) {
        Map<String, Map<String, Operation>> operations = new LinkedHashMap<>();
        for (Class<?> resource : resources) {
            for (Method method : resource.getDeclaredMethods()) {
                verb(method)
                        .ifPresent(verb -> operations
                                .computeIfAbsent(template(resource, method), template -> new TreeMap<>())
                                .put(verb, Operation.of(resource, method)));
            }
        }
        // Where two templates match, the one with a word rather than a parameter goes first.
        this.routes = operations.entrySet().stream()
                .map(each -> new Route(each.getKey(), segments(each.getKey()), each.getValue()))
                .sorted(Comparator.comparing(route -> route.template().replaceAll("\\{[^}]*}", "\uFFFF")))
                .toList();
        this.plain = routes.stream()
                .filter(route -> route.template().indexOf('{') < 0)
                .collect(Collectors.toUnmodifiableMap(Route::template, route -> route));
    }

    /**
     * What a method of an address takes and answers.
     *
     * @param consumes the media types of its body; empty when it takes none
     * @param produces the media types of its answers
     */
    public record Operation(List<String> consumes, List<String> produces) {

        static Operation of(Class<?> resource, Method method) {
            Consumes consumes = Optional.ofNullable(method.getAnnotation(Consumes.class))
                    .orElse(resource.getAnnotation(Consumes.class));
            Produces produces = Optional.ofNullable(method.getAnnotation(Produces.class))
                    .orElse(resource.getAnnotation(Produces.class));
            return new Operation(
                    consumes == null ? List.of() : List.of(consumes.value()),
                    produces == null ? List.of() : List.of(produces.value()));
        }

        /** What to send, for a request whose body has another media type or says none. */
        String contentTypes() {
            return "send the header "
                    + consumes.stream()
                            .map(type -> "`Content-Type: " + type + "`")
                            .collect(Collectors.joining(" or "));
        }
    }

    /**
     * An address.
     *
     * @param template its path, with its parameters in braces
     * @param segments the parts of the template between slashes
     * @param operations by method
     */
    public record Route(String template, List<String> segments, Map<String, Operation> operations) {

        private boolean matches(List<String> path) {
            if (segments.size() != path.size()) {
                return false;
            }
            for (int i = 0; i < segments.size(); i++) {
                String own = segments.get(i);
                if (own.charAt(0) != '{' && !own.equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }

        /** Whether it takes a method. */
        boolean takes(String method) {
            return operations.containsKey(method)
                    || method.equals(HttpMethod.OPTIONS)
                    || (method.equals(HttpMethod.HEAD) && operations.containsKey(HttpMethod.GET));
        }

        /** The methods it takes, as the header {@code Allow} lists them. */
        String allow() {
            Set<String> methods = new TreeSet<>(operations.keySet());
            methods.add(HttpMethod.OPTIONS);
            if (methods.contains(HttpMethod.GET)) {
                methods.add(HttpMethod.HEAD);
            }
            return String.join(", ", methods);
        }
    }

    /** The address of a path, whose repeated and closing slashes do not count; empty when there is none. */
    Optional<Route> find(String path) {
        Route same = plain.get(path);
        if (same != null) {
            return Optional.of(same);
        }
        List<String> segments = segments(path);
        return routes.stream().filter(route -> route.matches(segments)).findFirst();
    }

    /** The route of health, metrics, contract or Swagger UI, which no resource answers; empty when a path is none of these. */
    static Optional<Route> findOperations(String path) {
        return OPERATIONS.stream()
                .filter(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"))
                .map(prefix ->
                        new Route(prefix, List.of(), Map.of(HttpMethod.GET, new Operation(List.of(), List.of()))))
                .findFirst();
    }

    /** The operation of a method and a path; null when the path is no address or does not take the method. */
    @Nullable
    Operation operation(String method, @Nullable String path) {
        return path == null
                ? null
                : find(path)
                        .map(route -> route.operations().get(method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method))
                        .orElse(null);
    }

    /** The paths of all addresses, with their parameters in braces. */
    Set<String> templates() {
        return routes.stream().map(Route::template).collect(Collectors.toSet());
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .map(segment -> segment.contains(";") ? segment.substring(0, segment.indexOf(';')) : segment)
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    private static Optional<String> verb(Method method) {
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String template(Class<?> resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        String whole = resource.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
        return whole.replaceAll("/{2,}", "/");
    }
}
