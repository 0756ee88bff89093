package io.centerline.bench.peers;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/** Camunda DMN: the table classifies. The engine has no functions to call for each line, so the caller loops and counts. */
final class CamundaDmn implements Peer {
    private final DmnEngine engine;
    private final DmnDecision table;

    /** With {@code older}, expressions are evaluated as Camunda did before 7.13, which compiles them once. */
    CamundaDmn(Law law, boolean older) {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setEnableFeelLegacyBehavior(older);
        this.engine = configuration.buildEngine();
        byte[] xml = DmnXml.classification(law.ranges()).getBytes(StandardCharsets.UTF_8);
        this.table = engine.parseDecision("Center", new ByteArrayInputStream(xml));
    }

    @Override
    public @Nullable String classify(Goods goods) {
        DmnDecisionResult result =
                engine.evaluateDecision(table, Variables.createVariables().putValue("number", goods.number()));
        return result.isEmpty() ? null : result.getSingleResult().getSingleEntry();
    }

    @Override
    public Answer place(Sample sample) {
        List<String> centers = new ArrayList<>();
        for (Sample.Line line : sample.lines()) {
            String center = sample.counts(line) ? classify(line.goods()) : null;
            if (center != null) {
                centers.add(center);
            }
        }
        return Answer.ofCenters(centers);
    }
}
