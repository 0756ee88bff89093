package io.centerline.bench;

import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.DrlWriter;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Stage;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/** The usual way to use an engine: insert the number of every line, let every membership rule match, count. */
public final class PlainDrools {
    private final KieBase base;
    private final Map<String, Integer> depths;
    private final Map<String, Center> centers;

    /** Loads the membership rules of a rulebook. */
    public PlainDrools(Rulebook rulebook) {
        List<Rule> rules = rulebook.edition(Cases.AS_OF).membershipRules();
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
        byte[] drl = DrlWriter.print(Stage.MEMBERSHIP, rules).getBytes(StandardCharsets.UTF_8);
        builder.add(ResourceFactory.newByteArrayResource(drl), ResourceType.DRL);
        this.base = builder.newKieBase();
        Function<Rule, NumberRange> range = rule -> rule.range().orElseThrow();
        this.depths = rules.stream()
                .collect(Collectors.toMap(
                        DrlWriter::name, rule -> range.apply(rule).digits()));
        this.centers = rules.stream()
                .collect(Collectors.toMap(
                        DrlWriter::name, rule -> range.apply(rule).center()));
    }

    /** Lines of a case by Center. */
    public Map<Center, Long> count(Facts facts) {
        LocalDate from = facts.asOf().minusMonths(12).plusDays(1);
        Map<HtsNumber, EntryLine> lines = new IdentityHashMap<>();
        for (EntryLine line : facts.lines()) {
            LocalDate date = line.date();
            HtsNumber commodity = line.commodity();
            if (commodity != null && date != null && !date.isBefore(from) && !date.isAfter(facts.asOf())) {
                lines.put(new HtsNumber(commodity.digits()), line);
            }
        }
        Map<Object, Center> center = fire(lines.keySet());
        Map<Center, Long> counts = new EnumMap<>(Center.class);
        center.forEach(
                (number, value) -> counts.merge(value, (long) lines.get(number).count(), Long::sum));
        return counts;
    }

    /** The Center of one number, asked alone; null when it belongs to none. */
    public @Nullable Center classify(HtsNumber number) {
        return fire(List.of(number)).get(number);
    }

    /** The Center that the rule of most digits gives each number. Equal numbers are facts of their own. */
    private Map<Object, Center> fire(Collection<HtsNumber> numbers) {
        Map<Object, Integer> depth = new IdentityHashMap<>();
        Map<Object, Center> center = new IdentityHashMap<>();
        KieSession session = base.newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    Object number = event.getMatch().getObjects().get(0);
                    String rule = event.getMatch().getRule().getName();
                    int digits = depths.getOrDefault(rule, 0);
                    if (digits > depth.getOrDefault(number, 0)) {
                        depth.put(number, digits);
                        center.put(number, centers.get(rule));
                    }
                }
            });
            numbers.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return center;
    }
}
