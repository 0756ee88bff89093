package io.centerline.application;

import io.centerline.placement.Decision;
import io.centerline.routing.RoutingAnswer;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Office;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts decisions by status and basis and routings by office, and times them. */
@Singleton
public final class DecisionMeters {
    private final MeterRegistry meters;
    private final Timer deciding;
    private final Map<Result, Counter> decisions = new ConcurrentHashMap<>();

    private final Timer routing;
    private final Map<Office, Counter> routings = new ConcurrentHashMap<>();

    private record Result(String status, @Nullable Basis basis) {}

    DecisionMeters(MeterRegistry meters) {
        this.meters = meters;
        this.deciding = Timer.builder("centerline.deciding")
                .description("time from facts to decision, without reading the request and without recording")
                .register(meters);
        this.routing = Timer.builder("centerline.routing")
                .description("time from facts to routing, without reading the request and without recording")
                .register(meters);
    }

    /** Makes the decision, timed and counted. */
    public Decision measure(Supplier<Decision> decide) {
        long begun = System.nanoTime();
        Decision decision = decide.get();
        deciding.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        decisions
                .computeIfAbsent(
                        new Result(
                                decision.outcome().status(), decision.outcome().basis()),
                        this::counter)
                .increment();
        return decision;
    }

    /** Routes, timed and counted; an activity that cannot be routed is timed only. */
    RoutingAnswer route(Supplier<RoutingAnswer> route) {
        long begun = System.nanoTime();
        RoutingAnswer answer = route.get();
        routing.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        if (answer instanceof RoutingAnswer.Routed routed) {
            routings.computeIfAbsent(routed.routing().office(), this::counter).increment();
        }
        return answer;
    }

    private Counter counter(Office office) {
        return Counter.builder("centerline.routings")
                .description("activities routed, recorded or not")
                .tag("office", office.name())
                .register(meters);
    }

    private Counter counter(Result result) {
        return Counter.builder("centerline.decisions")
                .description("decisions made, recorded or not")
                .tag("status", result.status())
                .tag("basis", result.basis() == null ? "NONE" : result.basis().name())
                .register(meters);
    }
}
