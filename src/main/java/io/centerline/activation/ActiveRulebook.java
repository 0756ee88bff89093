package io.centerline.activation;

import io.centerline.rulebook.Rulebook;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The rulebook that serves here, swapped as a whole. Safe for any number of threads; reading it costs a volatile read.
 *
 * <p>Beside others on one database a replica decides only while it knows what is active: after {@link Replicas#LEASE}
 * without word from the database, or {@link #LONGEST_LAG} behind an activation, it refuses. Whoever activates waits
 * longer than both, so nobody decides under the old rulebook once an activation was answered. Measured with a ticker
 * that only runs forward: a clock that is set does not matter.
 */
public final class ActiveRulebook {
    /** How long a replica may decide under the earlier rulebook after it heard of an activation. */
    static final Duration LONGEST_LAG = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(ActiveRulebook.class);

    private final boolean alone;
    private final LongSupplier ticker;
    private volatile Serving serving;
    private volatile long confirmed;
    private volatile @Nullable Lag lag;
    private volatile @Nullable Long passedOver;

    /** An activation that does not serve here yet, since when, and what keeps it. */
    private record Lag(long number, long since, @Nullable String trouble) {}

    /**
     * Begins with what is active.
     *
     * @param alone whether no other program can activate rulebooks in the same database
     */
    public ActiveRulebook(Activation activation, Rulebook rulebook, boolean alone) {
        this(activation, rulebook, alone, System::nanoTime);
    }

    ActiveRulebook(Activation activation, Rulebook rulebook, boolean alone, LongSupplier ticker) {
        this.alone = alone;
        this.ticker = ticker;
        this.serving = new Serving(activation, rulebook);
        LOG.info(activation.line());
        this.confirmed = ticker.getAsLong();
    }

    /**
     * What a decision is to be made with.
     *
     * @throws RulebookUncertain when this replica may be behind
     */
    public Serving serving() {
        String doubt = alone ? null : doubt();
        if (doubt != null) {
            throw new RulebookUncertain(doubt);
        }
        return serving;
    }

    /** What served last, also when it may be behind; for what is no decision. */
    public Serving latest() {
        return serving;
    }

    /** Why this replica does not decide now; null when it does. */
    public @Nullable String doubt() {
        long now = ticker.getAsLong();
        Lag behind = lag;
        if (behind != null && behind.trouble() != null) {
            return "activation " + behind.number() + " cannot serve here: " + behind.trouble();
        }
        if (behind != null && now - behind.since() > LONGEST_LAG.toNanos()) {
            return "activation " + behind.number() + " is not ready here yet";
        }
        return now - confirmed > Replicas.LEASE.toNanos()
                ? "the database has not told for " + Replicas.LEASE.toSeconds() + " s which rulebook is active"
                : null;
    }

    /** Switches to an activation unless a later one serves already. */
    synchronized void switchTo(Activation activation, Rulebook rulebook) {
        if (activation.number() > serving.activation().number()) {
            serving = new Serving(activation, rulebook);
            LOG.info(activation.line());
        }
        Lag behind = lag;
        if (behind != null && behind.number() <= activation.number()) {
            lag = null;
        }
    }

    /**
     * Takes what the database told to be active.
     *
     * @param newest the number of the activation
     * @param asked the ticker when it was asked
     */
    synchronized void heard(long newest, long asked) {
        Lag behind = lag;
        if (newest > serving.activation().number() && (behind == null || behind.number() < newest)) {
            // Trouble stays until this replica has switched: nobody waits for one that is in trouble.
            lag = new Lag(newest, ticker.getAsLong(), behind == null ? null : behind.trouble());
        }
        confirmed = asked;
    }

    /** Takes why an activation cannot serve here. */
    synchronized void failed(long number, String trouble) {
        if (number > serving.activation().number()) {
            lag = new Lag(number, ticker.getAsLong(), trouble);
        }
    }

    /** Takes the newest activation that is not followed, because the log has no leaf for it; null when there is none. */
    synchronized void passOver(@Nullable Long number) {
        if (number != null && !number.equals(passedOver)) {
            LOG.errorf("the journal is not what its log signed: activation %d has no leaf, and does not serve", number);
        }
        passedOver = number;
    }

    /** The newest activation in the database that the log has no leaf for, and that is not followed; null when there is none. */
    public @Nullable Long passedOver() {
        return passedOver;
    }

    /** What keeps the active rulebook from serving here; null when nothing does. */
    @Nullable
    String trouble() {
        Lag behind = lag;
        return behind == null ? null : behind.trouble();
    }

    long tick() {
        return ticker.getAsLong();
    }
}
