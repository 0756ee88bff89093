package io.centerline.check;

import io.centerline.facts.Account;
import io.centerline.facts.Appeal;
import io.centerline.facts.AppealStatus;
import io.centerline.facts.Direction;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Evidence;
import io.centerline.facts.Factor;
import io.centerline.facts.Facts;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.Words;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import io.centerline.rulebook.yaml.Fields;
import io.centerline.rulebook.yaml.YamlNode;
import io.centerline.rulebook.yaml.YamlNode.Entry;
import io.centerline.rulebook.yaml.YamlNode.Keys;
import io.centerline.rulebook.yaml.YamlNode.Scalar;
import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a placement case, as told.
 *
 * @param at where they are told
 * @param counts entry lines by Center
 * @param cents their value by Center, in US cents
 * @param account what is on file; null when nothing is
 * @param setAside lines that do not vote, by reason
 */
record PlacementFacts(
        YamlNode at,
        LocalDate asOf,
        ImporterKind kind,
        Map<Center, Integer> counts,
        Map<Center, Long> cents,
        @Nullable Account account,
        List<Evidence> evidence,
        Map<NotCountedReason, Integer> setAside) {
    private static final List<String> OPTIONAL =
            List.of("kind", "counts", "values", "setAside", "account", "directed", "appeals", "evidence");

    /** The reasons of which lines can be made up. */
    private static final Words<NotCountedReason> SET_ASIDE =
            Words.of(List.of(NotCountedReason.SEVERAL_GOODS, NotCountedReason.LINE_VERSIONS), Enum::name);

    static Optional<PlacementFacts> read(Fields part, CaseReader reader) {
        Optional<YamlNode> node = part.find("facts");
        Optional<Fields> fields = node.flatMap(found -> reader.part(found, "`facts`", List.of("asOf"), OPTIONAL));
        return fields.flatMap(found -> of(found, reader));
    }

    /** Reads facts of which keys are known already; a key that is not asked for here stays with the caller. */
    static Optional<PlacementFacts> of(Fields fields, CaseReader reader) {
        return new Reading(fields, reader).read();
    }

    /** Whether the rules can be asked: the day is covered and every Center counted has goods. Says why not. */
    boolean canBeAsked(CaseContext bench) {
        if (!bench.isCovered(asOf)) {
            bench.say(
                    DiagnosticCode.CASE_FAILS,
                    at,
                    "no rule is in force on " + asOf,
                    "the first covered day is " + bench.rulebook().firstCoveredDay(),
                    List.of());
            return false;
        }
        Set<Center> needed = EnumSet.noneOf(Center.class);
        needed.addAll(counts.keySet());
        if (!setAside.isEmpty()) {
            needed.addAll(List.of(Center.ELECTRONICS, Center.MACHINERY));
        }
        List<String> without = needed.stream()
                .filter(center -> bench.goods().find(center, asOf).isEmpty())
                .map(Center::code)
                .toList();
        if (!without.isEmpty()) {
            bench.say(
                    DiagnosticCode.CASE_FAILS,
                    at,
                    "no rule gives a number to " + String.join(", ", without) + " on " + asOf,
                    "count lines of Centers that the rules know",
                    List.of());
        }
        return without.isEmpty();
    }

    /** The facts with goods made up for the counts. */
    Facts facts(SampleNumbers goods) {
        List<EntryLine> lines = new ArrayList<>();
        counts.forEach((center, count) -> lines.add(EntryLine.builder()
                .date(asOf)
                .number(goods.find(center, asOf).orElseThrow())
                .count(count)
                .cents(cents.get(center))
                .build()));
        int versions = setAside.getOrDefault(NotCountedReason.LINE_VERSIONS, 0);
        if (versions > 1) {
            lines.add(numbered(goods).count(versions - 1).build());
            lines.add(numbered(goods).cents(1L).build());
        }
        int unclear = setAside.getOrDefault(NotCountedReason.SEVERAL_GOODS, 0);
        if (unclear > 0) {
            lines.add(EntryLine.builder()
                    .date(asOf)
                    .number(goods.find(Center.ELECTRONICS, asOf).orElseThrow())
                    .number(goods.find(Center.MACHINERY, asOf).orElseThrow())
                    .count(unclear)
                    .build());
        }
        return new CaseFacts(asOf)
                .kind(kind)
                .lines(lines)
                .evidence(evidence)
                .account(account)
                .facts();
    }

    /** A line that has one entry and line number with others of its kind. */
    private EntryLine.Builder numbered(SampleNumbers goods) {
        return EntryLine.builder()
                .entry("ABC12345678")
                .line(1)
                .date(asOf)
                .number(goods.find(Center.ELECTRONICS, asOf).orElseThrow());
    }

    /** Reads the facts of one half of a case; remembers whether anything could not be read. */
    private static final class Reading {
        private final Fields fields;
        private final CaseReader reader;
        private boolean complete = true;

        Reading(Fields fields, CaseReader reader) {
            this.fields = fields;
            this.reader = reader;
        }

        Optional<PlacementFacts> read() {
            Optional<LocalDate> asOf = fields.day("asOf");
            Optional<ImporterKind> kind = fields.word("kind", ImporterKind.class);
            complete &=
                    asOf.isPresent() && kind.isPresent() == fields.find("kind").isPresent();
            Map<Center, Integer> counts = byCenter("counts", this::count);
            Map<Center, Long> cents = byCenter("values", this::cents);
            checkValued(counts, cents);
            Map<NotCountedReason, Integer> setAside = setAside();
            Account account = account();
            List<Evidence> evidence = list("evidence", List.of("factor", "center", "recordedOn"), List.of(), part -> {
                Optional<Factor> factor = part.word("factor", Factor.class);
                Optional<Center> center = part.center("center");
                Optional<LocalDate> recordedOn = part.day("recordedOn");
                return factor.isPresent() && center.isPresent() && recordedOn.isPresent()
                        ? Optional.of(new Evidence(factor.get(), center.get(), "memo", "case", recordedOn.get()))
                        : Optional.empty();
            });
            return complete
                    ? Optional.of(new PlacementFacts(
                            fields.keys(),
                            asOf.orElseThrow(),
                            kind.orElse(ImporterKind.IMPORTER),
                            counts,
                            cents,
                            account,
                            evidence,
                            setAside))
                    : Optional.empty();
        }

        /** Goods are made up for the lines counted, so a value without one would be lost. */
        private void checkValued(Map<Center, Integer> counts, Map<Center, Long> cents) {
            List<String> uncounted = cents.keySet().stream()
                    .filter(center -> !counts.containsKey(center))
                    .map(Center::code)
                    .toList();
            if (complete && !uncounted.isEmpty()) {
                complete = false;
                fields.say(
                        fields.find("values").orElseThrow(),
                        "`values` names " + String.join(", ", uncounted) + ", of which `counts` has no line",
                        "count the lines that have the value, or take it away");
            }
        }

        private @Nullable Account account() {
            Center center = null;
            LocalDate since = null;
            Optional<YamlNode> node = fields.find("account");
            if (node.isPresent()) {
                Optional<Fields> part = reader.part(node.get(), "`account`", List.of("center", "since"), List.of());
                Optional<Center> placed = part.flatMap(found -> found.center("center"));
                Optional<LocalDate> from = part.flatMap(found -> found.day("since"));
                complete &= placed.isPresent() && from.isPresent();
                if (placed.isPresent() && from.isPresent()) {
                    center = placed.get();
                    since = from.get();
                }
            }
            List<Direction> directed = list("directed", List.of("center", "from"), List.of("until"), this::direction);
            List<Appeal> appeals =
                    list("appeals", List.of("preferred", "filed", "status"), List.of("effective"), this::appeal);
            boolean onFile = center != null || !directed.isEmpty() || !appeals.isEmpty();
            return onFile ? new Account(center, since, directed, appeals) : null;
        }

        private Optional<Direction> direction(Fields part) {
            Optional<Center> center = part.center("center");
            Optional<LocalDate> from = part.day("from");
            Optional<YamlNode> until = part.find("until");
            boolean open = until.isEmpty()
                    || (until.get() instanceof Scalar scalar && scalar.text().equals(".."));
            Optional<LocalDate> through = open ? Optional.of(Account.OPEN) : part.day("until");
            if (center.isEmpty() || from.isEmpty() || through.isEmpty()) {
                return Optional.empty();
            }
            if (through.get().isBefore(from.get())) {
                part.say(
                        until.orElseThrow(),
                        "`until` lies before `from`",
                        "a direction ends on or after its first day");
                return Optional.empty();
            }
            return Optional.of(new Direction(center.get(), from.get(), through.get(), "CBP", "memo"));
        }

        private Optional<Appeal> appeal(Fields part) {
            Optional<Center> preferred = part.center("preferred");
            Optional<LocalDate> filed = part.day("filed");
            Optional<AppealStatus> status = part.word("status", AppealStatus.class);
            Optional<LocalDate> effective = part.find("effective").isPresent() ? part.day("effective") : filed;
            if (preferred.isEmpty() || filed.isEmpty() || status.isEmpty() || effective.isEmpty()) {
                return Optional.empty();
            }
            if (effective.get().isBefore(filed.get())) {
                part.say(
                        part.find("effective").orElseThrow(),
                        "`effective` lies before `filed`",
                        "an appeal takes effect on or after the day it was filed");
                return Optional.empty();
            }
            return Optional.of(new Appeal(preferred.get(), filed.get(), status.get(), effective.get(), "appeal"));
        }

        private <T> List<T> list(
                String key, List<String> required, List<String> optional, Function<Fields, Optional<T>> read) {
            List<T> list = new ArrayList<>();
            complete &= fields.find(key).map(YamlNode.Items.class::isInstance).orElse(true);
            for (YamlNode node : fields.items(key)) {
                Optional<T> item = reader.part(node, "an item of `" + key + "`", required, optional)
                        .flatMap(read);
                complete &= item.isPresent();
                item.ifPresent(list::add);
            }
            return list;
        }

        private <T> Map<Center, T> byCenter(String key, Function<YamlNode, Optional<T>> read) {
            Map<Center, T> values = new EnumMap<>(Center.class);
            Optional<YamlNode> node = fields.find(key);
            if (node.isPresent() && node.get() instanceof Keys keys) {
                for (Entry entry : keys.entries().values()) {
                    Optional<Center> center = fields.center(entry.key(), "the key");
                    Optional<T> value = read.apply(entry.value());
                    complete &= center.isPresent() && value.isPresent();
                    if (center.isPresent() && value.isPresent()) {
                        values.put(center.get(), value.get());
                    }
                }
            } else if (node.isPresent()) {
                complete = false;
                fields.say(
                        node.get(),
                        "`" + key + "` is written by Center, found "
                                + node.get().describe(),
                        "write `{ CEE007: … }`");
            }
            return values;
        }

        private Map<NotCountedReason, Integer> setAside() {
            Map<NotCountedReason, Integer> lines = new EnumMap<>(NotCountedReason.class);
            for (Entry entry : fields.find("setAside")
                    .filter(Keys.class::isInstance)
                    .map(node -> List.copyOf(((Keys) node).entries().values()))
                    .orElse(List.of())) {
                Optional<NotCountedReason> reason =
                        fields.word(entry.key(), "no lines are made up for this", SET_ASIDE);
                Optional<Integer> count = count(entry.value());
                complete &= reason.isPresent() && count.isPresent();
                if (reason.isPresent() && count.isPresent()) {
                    lines.put(reason.get(), count.get());
                }
            }
            complete &= fields.find("setAside").isPresent() != lines.isEmpty();
            return lines;
        }

        private Optional<Integer> count(YamlNode node) {
            if (node instanceof Scalar scalar && scalar.text().matches("[1-9][0-9]{0,8}")) {
                return Optional.of(Integer.parseInt(scalar.text()));
            }
            fields.say(node, "this is no number of lines" + Fields.found(node), "write a whole number, 1 or more");
            return Optional.empty();
        }

        private Optional<Long> cents(YamlNode node) {
            if (node instanceof Scalar scalar && scalar.text().matches("[0-9]{1,12}(\\.[0-9]{1,2})?")) {
                return Optional.of(
                        new BigDecimal(scalar.text()).movePointRight(2).longValueExact());
            }
            fields.say(
                    node,
                    "this is no amount in US dollars" + Fields.found(node),
                    "write it in quotes, as `\"500.00\"`");
            return Optional.empty();
        }
    }
}
