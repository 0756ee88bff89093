package io.centerline.bench.peers;

import io.centerline.bench.Cases;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.rulebook.Classified;
import io.centerline.rulebook.Edition;
import io.centerline.tariff.Center;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The program itself. It applies the whole of its law, with reviews and a reason, and not only what the peers do. */
final class Ours implements Peer {
    private final Edition edition;
    private final Placement placement;
    private final Placement.Explain explain;

    Ours(Law law, Placement.Explain explain) {
        this.edition = law.rulebook().edition(Cases.AS_OF);
        this.placement = new Placement(law.rulebook());
        this.explain = explain;
    }

    @Override
    public @Nullable String classify(Goods goods) {
        Classified classified = edition.classify(goods.hts());
        return classified == null ? null : classified.center().name();
    }

    @Override
    public Answer place(Sample sample) {
        Decision decision = placement.decide(sample.facts(), List.of(), explain);
        Center indicated = decision.indicated();
        Map<String, Long> counts = decision.explanation().tallies().stream()
                .collect(Collectors.toMap(
                        tally -> tally.tally().center().name(),
                        tally -> tally.tally().count()));
        return new Answer(indicated == null ? null : indicated.name(), counts);
    }
}
