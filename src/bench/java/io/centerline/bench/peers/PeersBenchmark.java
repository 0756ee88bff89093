package io.centerline.bench.peers;

import io.centerline.placement.Placement;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks every engine the same, checks that it answers as the program does, and then times it. */
public final class PeersBenchmark {
    private static final String CENTERLINE = "Centerline";
    private static final String FIRST_SIGHT = "Centerline, numbers not seen before";

    /** Numbers that are checked however long it takes, and for how long more are. */
    private static final int FEW = 3;

    private static final double CHECKING = 3e9;

    /** A placement that takes longer is timed while it is checked, and not again. */
    private static final double ONCE = 5e9;

    /** A peer that takes longer is not asked to place a larger importer, which would take minutes. */
    private static final double HOPELESS = 0.5e9;

    private final ThreadClock clock = new ThreadClock();
    private final Tasks tasks;
    private final int millis;
    private final String wanted;
    private final PeersTable table;

    private PeersBenchmark(Tasks tasks, int millis, String wanted) {
        this.tasks = tasks;
        this.millis = millis;
        this.wanted = wanted;
        this.table = new PeersTable(tasks.names());
    }

    /**
     * Prints the table.
     *
     * @param millis how long a round takes; short rounds show only that all peers agree
     * @param wanted how the name of the engines to measure begins; empty for all, also in Node and over HTTP
     */
    public static void run(int millis, String wanted) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Tasks tasks = Tasks.ofSizes(List.of(100, 1_000, 5_000), List.of(1, 100, 10_000));
        PeersBenchmark benchmark = new PeersBenchmark(tasks, millis, wanted);
        benchmark.inProcess();
        if (wanted.isEmpty()) {
            NodePeers.run(tasks, millis, benchmark.table);
        }
        System.out.println("\n" + benchmark.table.text());
        if (wanted.isEmpty()) {
            PeersOverHttp.run(tasks.placements().get(1), Math.max(1, millis / 20));
        }
    }

    private void inProcess() {
        measure(CENTERLINE, law -> new Ours(law, Placement.Explain.SUMMARY));
        measure("Centerline, full explanation", law -> new Ours(law, Placement.Explain.FULL));
        // The program remembers numbers; these were classified while the answers for the peers were made.
        tasks.classifications().forEach(task -> table.add(FIRST_SIGHT, task.name(), task.firstSight()));
        table.note(FIRST_SIGHT, "placements meet numbers that were classified before");
        measure("hand-written Java", law -> new HandWrittenPeer(law, tasks.schedule()));
        measure("plain Drools", PlainDroolsPeer::new);
        measure("Evrete", Evrete::new);
        measure("KIE DMN", KieDmn::new);
        measure("Camunda DMN, FEEL as before 7.13", law -> new CamundaDmn(law, true));
        measure("Camunda DMN", law -> new CamundaDmn(law, false));
    }

    private void measure(String name, Function<Law, Peer> load) {
        if (!name.startsWith(wanted)) {
            return;
        }
        Rounds rounds = new Rounds(millis);
        for (Tasks.Classification task : tasks.classifications()) {
            try (Peer peer = load.apply(task.law())) {
                classify(name, peer, task, rounds);
            }
        }
        try (Peer peer = load.apply(tasks.law())) {
            place(name, peer, rounds);
        }
    }

    private void classify(String name, Peer peer, Tasks.Classification task, Rounds rounds) {
        List<Goods> goods = task.goods();
        long begun = clock.working();
        for (int i = 0; i < goods.size() && (i < FEW || nanosSince(begun) < CHECKING); i++) {
            same(name, task.name(), task.expected().get(i), peer.classify(goods.get(i)));
        }
        table.add(name, task.name(), rounds.measure(i -> hash(peer.classify(goods.get(i % goods.size())))));
    }

    private void place(String name, Peer peer, Rounds rounds) {
        double slowest = 0;
        for (Tasks.Placing task : tasks.placements()) {
            if (slowest > HOPELESS) {
                table.note(name, task.name() + " is left out, because the task before it took half a second or more");
                return;
            }
            long begun = clock.working();
            same(name, task.name(), task.expected(), peer.place(task.sample()));
            slowest = nanosSince(begun);
            Figure figure = slowest > ONCE
                    ? Figure.of(new double[] {slowest})
                    : rounds.measure(i -> peer.place(task.sample()).counts().size());
            table.add(name, task.name(), figure);
        }
    }

    private double nanosSince(long begun) {
        return clock.working() - begun;
    }

    private static int hash(@Nullable String center) {
        return center == null ? 0 : center.hashCode();
    }

    /** A peer that answers otherwise would measure something else. */
    private static void same(String peer, String task, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new IllegalStateException(peer + ", " + task + ": answered " + actual + ", the program " + expected);
        }
    }
}
