package io.centerline.boot;

import io.agroal.api.AgroalDataSource;
import io.centerline.activation.Activation;
import io.centerline.activation.ActivationRequest;
import io.centerline.activation.Activations;
import io.centerline.activation.Activator;
import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.FolderAtStart;
import io.centerline.activation.FolderWatch;
import io.centerline.activation.Follower;
import io.centerline.activation.InitialActivation;
import io.centerline.activation.Preparation;
import io.centerline.activation.Replica;
import io.centerline.activation.Replicas;
import io.centerline.activation.RulebookStore;
import io.centerline.activation.TamperedRulebook;
import io.centerline.activation.WatchedFolder;
import io.centerline.application.AskedActivation;
import io.centerline.application.ProposalPolicy;
import io.centerline.application.RulebookActivation;
import io.centerline.application.RulebookChecks;
import io.centerline.application.RulebookHistory;
import io.centerline.impact.runs.Rehearsal;
import io.centerline.intake.StoredFacts;
import io.centerline.journal.LogAltered;
import io.centerline.journal.LogRecords;
import io.centerline.proposals.ProposalStore;
import io.centerline.rulebook.RulebookException;
import io.centerline.store.BoundedPool;
import io.centerline.store.embedded.EmbeddedStore;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The application's rulebooks: finds out at the start which one serves, and follows what is activated and saved. */
@Singleton
final class RulebookBeans {
    private final RulebookStore versions;
    private final Activations activations;
    private final Replicas replicas;
    private final Preparation preparation;
    private final ActiveRulebook active;
    private final Activator activator;
    private final Follower follower;
    private final Optional<FolderWatch> watch;
    private final boolean limited;

    RulebookBeans(
            AgroalDataSource connections,
            BoundedPool pool,
            RulebookLoading loading,
            RulebookChecks checks,
            Clock clock,
            HtsReader reader,
            Schedule schedule,
            LogRecords opened, // before the first activation is recorded
            @ConfigProperty(name = EmbeddedStore.EMBEDDED, defaultValue = "false") boolean embedded,
            @ConfigProperty(name = "centerline.rules.watch") Optional<Boolean> watching,
            @ConfigProperty(name = "centerline.rules.watch.limit", defaultValue = "true") boolean limited) {
        versions = new RulebookStore(pool);
        activations = new Activations(pool);
        replicas = new Replicas(pool);
        preparation = new Preparation(
                versions,
                () -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                new Rehearsal(pool, new StoredFacts(reader, schedule))::of);
        Replica self = new Replica(UUID.randomUUID(), name(), 0, null);
        FolderAtStart folder = loading.await();
        InitialActivation opening = open(folder, checks, self);
        active = new ActiveRulebook(opening.activation(), opening.rulebook(), embedded);
        activator = new Activator(activations, replicas, preparation, active, self);
        follower = new Follower(connections, activations, replicas, preparation, active, self);
        watch = watching.orElse(embedded)
                ? Optional.of(new FolderWatch(folder, checks::checkInTurn, versions, preparation, active))
                : Optional.empty();
        this.limited = limited;
    }

    private InitialActivation open(FolderAtStart folder, RulebookChecks checks, Replica self) {
        try {
            return InitialActivation.of(
                    folder, checks::checkInTurn, versions, activations, replicas, preparation, self);
        } catch (RulebookException | TamperedRulebook | LogAltered refused) {
            throw HaltedStart.because("the service does not start: " + refused.getMessage(), "", StartRefused.SOURCES);
        }
    }

    private static String name() {
        String process = "/" + ProcessHandle.current().pid();
        try {
            return InetAddress.getLocalHost().getHostName() + process;
        } catch (UnknownHostException nameless) {
            return "localhost" + process;
        }
    }

    void start(
            @Observes StartupEvent started,
            RulebookActivation activation,
            RulebookHistory history,
            ProposalPolicy policy) {
        follower.start();
        watch.ifPresent(folder -> folder.start(request -> activate(request, activation, history, policy)));
    }

    /** The limit is for those who share a service; the past is kept on a laptop too, and approval where it is required. */
    private Activation activate(
            ActivationRequest request, RulebookActivation activation, RulebookHistory history, ProposalPolicy policy) {
        if (limited) {
            return activation.activate(asked(request)).done().activation();
        }
        policy.holdUnproposed(request.rulebook(), activations);
        history.hold(asked(request));
        return activator.activate(request).activation();
    }

    private static AskedActivation asked(ActivationRequest request) {
        return new AskedActivation(
                request.rulebook(),
                request.author(),
                request.reason(),
                request.expectedActive(),
                null,
                null,
                null,
                null);
    }

    void stop(@Observes ShutdownEvent stopping) {
        watch.ifPresent(FolderWatch::close);
        follower.close();
    }

    @Produces
    @Singleton
    RulebookStore versions() {
        return versions;
    }

    @Produces
    @Singleton
    Activations activations() {
        return activations;
    }

    @Produces
    @Singleton
    ProposalStore proposals(BoundedPool pool) {
        return new ProposalStore(pool);
    }

    @Produces
    @Singleton
    Replicas replicas() {
        return replicas;
    }

    @Produces
    @Singleton
    Preparation preparation() {
        return preparation;
    }

    @Produces
    @Singleton
    ActiveRulebook active() {
        return active;
    }

    @Produces
    @Singleton
    Activator activator() {
        return activator;
    }

    @Produces
    @Singleton
    WatchedFolder folder() {
        return () -> watch.map(FolderWatch::state);
    }

    /** The watch over the rule folder; empty when it is not watched. */
    public Optional<FolderWatch> watch() {
        return watch;
    }
}
