package io.centerline.bench.peers;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** KIE DMN: the whole placement is one decision model in FEEL, with the table as a function that it calls for each line. */
final class KieDmn implements Peer {
    private static final String DATA = """
            <inputData id="lines_data" name="lines"><variable name="lines"/></inputData>
            <inputData id="from_data" name="from day"><variable name="from day" typeRef="date"/></inputData>
            <inputData id="to_data" name="to day"><variable name="to day" typeRef="date"/></inputData>
            """;
    private static final String FUNCTION_BEGIN = """
            <businessKnowledgeModel id="center_of" name="center of"><variable name="center of"/>
            <encapsulatedLogic><formalParameter name="number" typeRef="number"/>
            """;
    private static final String FUNCTION_END = "</encapsulatedLogic></businessKnowledgeModel>";
    private static final String CENTERS = """
            <decision id="centers" name="centers"><variable name="centers"/>
            <informationRequirement><requiredInput href="#lines_data"/></informationRequirement>
            <informationRequirement><requiredInput href="#from_data"/></informationRequirement>
            <informationRequirement><requiredInput href="#to_data"/></informationRequirement>
            <knowledgeRequirement><requiredKnowledge href="#center_of"/></knowledgeRequirement>
            <literalExpression><text>for line in lines[date &gt;= from day and date &lt;= to day]
            return center of(line.number)</text></literalExpression></decision>
            """;
    private static final String TALLIES = """
            <decision id="tallies" name="tallies"><variable name="tallies"/>
            <informationRequirement><requiredDecision href="#centers"/></informationRequirement>
            <literalExpression><text>for one in distinct values(centers)[item != null]
            return { center: one, votes: count(centers[item = one]) }</text></literalExpression></decision>
            """;
    private static final String LEADERS = """
            <decision id="leaders" name="leaders"><variable name="leaders"/>
            <informationRequirement><requiredDecision href="#tallies"/></informationRequirement>
            <literalExpression><text>if count(tallies) = 0 then []
            else tallies[votes = max(tallies.votes)].center</text></literalExpression></decision>
            """;

    private final DMNRuntime classification;
    private final DMNModel classificationModel;
    private final DMNRuntime placement;
    private final DMNModel placementModel;

    KieDmn(Law law) {
        this.classification = runtime(DmnXml.classification(law.ranges()));
        this.classificationModel = model(classification);
        this.placement = runtime(DmnXml.model(
                DATA + FUNCTION_BEGIN + DmnXml.table(law.ranges()) + FUNCTION_END + CENTERS + TALLIES + LEADERS));
        this.placementModel = model(placement);
    }

    @Override
    public @Nullable String classify(Goods goods) {
        DMNContext context = classification.newContext();
        context.set("number", BigDecimal.valueOf(goods.number()));
        return (String) classification
                .evaluateAll(classificationModel, context)
                .getDecisionResultByName("Center")
                .getResult();
    }

    @Override
    public Answer place(Sample sample) {
        DMNContext context = placement.newContext();
        context.set("lines", sample.lines().stream().map(KieDmn::line).toList());
        context.set("from day", sample.from());
        context.set("to day", sample.to());
        DMNResult result = placement.evaluateAll(placementModel, context);
        if (result.hasErrors()) {
            throw new IllegalStateException(result.getMessages().toString());
        }
        Map<String, Long> counts = new HashMap<>();
        for (Object tally : (List<?>) result.getDecisionResultByName("tallies").getResult()) {
            Map<?, ?> entry = (Map<?, ?>) tally;
            BigDecimal votes = (BigDecimal) Objects.requireNonNull(entry.get("votes"));
            counts.put((String) entry.get("center"), votes.longValueExact());
        }
        List<?> leaders = (List<?>) result.getDecisionResultByName("leaders").getResult();
        return new Answer(leaders.size() == 1 ? (String) leaders.get(0) : null, counts);
    }

    private static Map<String, Object> line(Sample.Line line) {
        return Map.of("number", BigDecimal.valueOf(line.goods().number()), "date", line.date());
    }

    private static DMNRuntime runtime(String xml) {
        return DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newReaderResource(new StringReader(xml), "UTF-8")
                        .setSourcePath("placement.dmn")))
                .getOrElseThrow(IllegalStateException::new);
    }

    private static DMNModel model(DMNRuntime runtime) {
        DMNModel model = runtime.getModel(DmnXml.NAMESPACE, "placement");
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages().toString());
        }
        return model;
    }
}
