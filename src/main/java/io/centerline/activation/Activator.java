package io.centerline.activation;

import io.centerline.rulebook.Rulebook;
import java.time.Duration;
import java.util.List;

/**
 * Lets a stored rulebook serve, here and on every replica. Thread-safe; one activation at a time, and readers never wait
 * for it.
 */
public final class Activator {
    /** A replica that has not switched by then has stopped deciding by itself. */
    private static final Duration PATIENCE =
            ActiveRulebook.LONGEST_LAG.plus(Replicas.LEASE).plusSeconds(2);

    private static final long GLANCE_MILLIS = 10;

    private final Activations activations;
    private final Replicas replicas;
    private final Preparation preparation;
    private final ActiveRulebook active;
    private final Replica self;

    /** The parts are this replica's own. */
    public Activator(
            Activations activations, Replicas replicas, Preparation preparation, ActiveRulebook active, Replica self) {
        this.activations = activations;
        this.replicas = replicas;
        this.preparation = preparation;
        this.active = active;
        this.self = self;
    }

    /**
     * An activation that happened.
     *
     * @param activation as it is kept
     * @param replicas those that live, with what they serve; one that serves an earlier activation decides nothing until it has this one
     */
    public record Activated(Activation activation, List<Replica> replicas) {}

    /**
     * Prepares, activates and waits for the replicas. From its return on no replica makes a decision under an earlier
     * rulebook but for those it had begun.
     *
     * @throws UnknownRulebook when it is not stored
     * @throws ActiveChanged when another rulebook is active than the one expected
     * @throws TamperedRulebook when its rules are no longer those the hash names
     * @throws io.centerline.rulebook.RulebookException when it cannot be read for what it means
     */
    public synchronized Activated activate(ActivationRequest request) {
        Rulebook next = preparation.of(request.rulebook());
        preparation.rehearse(next);
        Activation activation = activations.activate(request);
        active.switchTo(activation, next);
        replicas.beat(
                new Replica(self.id(), self.name(), active.latest().activation().number(), null));
        return new Activated(activation, await(activation.number()));
    }

    private List<Replica> await(long number) {
        long begun = active.tick();
        while (true) {
            List<Replica> living = replicas.list();
            boolean behind =
                    living.stream().anyMatch(replica -> replica.activation() < number && replica.trouble() == null);
            if (!behind || active.tick() - begun > PATIENCE.toNanos()) {
                return living;
            }
            try {
                Thread.sleep(GLANCE_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return living;
            }
        }
    }
}
