package io.centerline.bench.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatelessSession;
import org.evrete.api.builders.RuleSetBuilder;
import org.jspecify.annotations.Nullable;

/** Evrete: a rule for each range, every line inserted into a session, the rule of most digits kept by its line. */
final class Evrete implements Peer {

    /** A number in a session, and the Center that the rules gave it so far. */
    public static final class Claimed {
        private final long number;
        private int digits;
        private @Nullable String center;

        Claimed(long number) {
            this.number = number;
        }

        /** The number that the rules look at. */
        public long getNumber() {
            return number;
        }

        void claim(Range range) {
            if (range.digits() > digits) {
                digits = range.digits();
                center = range.center();
            }
        }
    }

    private final KnowledgeService service = new KnowledgeService();
    private final Knowledge knowledge;

    Evrete(Law law) {
        RuleSetBuilder<Knowledge> rules = service.newKnowledge().builder();
        for (int i = 0; i < law.ranges().size(); i++) {
            Range range = law.ranges().get(i);
            rules.newRule("range " + i)
                    .forEach("$n", Claimed.class)
                    .where((Predicate<Object[]>) values -> range.contains((long) values[0]), "$n.number")
                    .execute(context -> context.get(Claimed.class, "$n").claim(range));
        }
        this.knowledge = rules.build();
    }

    @Override
    public @Nullable String classify(Goods goods) {
        Claimed claimed = new Claimed(goods.number());
        StatelessSession session = knowledge.newStatelessSession();
        session.insert(claimed);
        session.fire();
        return claimed.center;
    }

    @Override
    public Answer place(Sample sample) {
        StatelessSession session = knowledge.newStatelessSession();
        List<Claimed> lines = new ArrayList<>();
        for (Sample.Line line : sample.lines()) {
            if (sample.counts(line)) {
                Claimed claimed = new Claimed(line.goods().number());
                lines.add(claimed);
                session.insert(claimed);
            }
        }
        session.fire();
        List<String> centers = new ArrayList<>();
        for (Claimed line : lines) {
            if (line.center != null) {
                centers.add(line.center);
            }
        }
        return Answer.ofCenters(centers);
    }

    @Override
    public void close() {
        service.shutdown();
    }
}
