package io.centerline.routing;

import io.centerline.facts.ProtestedEntry;
import io.centerline.routing.Consolidation.Covered;
import io.centerline.routing.Consolidation.Protest;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.tariff.Center;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The entries of one protest while they are gathered; all of one importer go to a Center on one basis. Not thread-safe. */
final class GatheredProtest {
    private final Basis basis;
    private final TreeSet<String> merchandise = new TreeSet<>();
    private final TreeSet<String> decisions = new TreeSet<>();
    private final Set<String> ports = new TreeSet<>();
    private final List<Covered> entries = new ArrayList<>();
    private final Set<String> reasons = new TreeSet<>();

    GatheredProtest(Basis basis) {
        this.basis = basis;
    }

    /** Adds an entry whose merchandise and decision are those of the others, for a reason. */
    void add(ProtestedEntry one, String reason) {
        merchandise.add(one.merchandise().strip());
        decisions.add(one.decision().strip());
        ports.add(one.entry().port());
        entries.add(new Covered(one.entry().number(), one.entry().port()));
        reasons.add(reason);
    }

    Protest protest(Center center) {
        // Spelled in several ways it is shown as the first of them in the order of the letters, not of the entries.
        String category = merchandise.first();
        String decision = decisions.first();
        List<String> assumes = new ArrayList<>();
        if (entries.size() > 1 && category.isEmpty()) {
            assumes.add(
                    "no `merchandise` is said, so the entries are taken to involve one category of it (19 CFR 174.13(b))");
        }
        if (entries.size() > 1 && decision.isEmpty()) {
            assumes.add("no `decision` is said, so one is taken to be common to the entries (19 CFR 174.13(b))");
        }
        return new Protest(
                center, basis, category, decision, List.copyOf(ports), entries, List.copyOf(reasons), assumes);
    }
}
