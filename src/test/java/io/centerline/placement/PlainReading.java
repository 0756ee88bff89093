package io.centerline.placement;

import io.centerline.facts.Account;
import io.centerline.facts.Appeal;
import io.centerline.facts.AppealStatus;
import io.centerline.facts.ArticleSet;
import io.centerline.facts.Direction;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Evidence;
import io.centerline.facts.Facts;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.Role;
import io.centerline.rulebook.TestRulebook;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Standing;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.ReviewCode;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A second opinion: the law in plain Java, written without the engine, its rules or its thresholds. */
final class PlainReading {
    private static final LocalDate REGULATION = LocalDate.of(2017, 1, 19);
    private static final Set<String> NO_VOTE =
            Set.of("09", "21", "22", "26", "41", "42", "43", "44", "45", "46", "47", "61", "62", "63");

    private final Facts facts;
    private final LocalDate asOf;
    private final boolean regulated;
    private final Map<Center, Long> counts = new EnumMap<>(Center.class);
    private final Map<Center, Long> cents = new EnumMap<>(Center.class);
    private final Map<Center, Long> firmCounts = new EnumMap<>(Center.class);
    private boolean low;
    private boolean unclearGoods;
    private boolean versions;

    PlainReading(Facts facts) {
        this.facts = facts;
        this.asOf = facts.asOf();
        this.regulated = !asOf.isBefore(REGULATION);
        for (int i = 0; i < facts.lines().size(); i++) {
            count(i);
        }
    }

    private void count(int position) {
        EntryLine line = facts.lines().get(position);
        LocalDate date = line.date();
        boolean outside = date != null && (date.isAfter(asOf) || !date.isAfter(asOf.minusYears(1)));
        if (line.role() != Role.IMPORTER_OF_RECORD || outside || NO_VOTE.contains(line.entryType())) {
            return;
        }
        if (isThereInVersions(line)) {
            versions = true;
            return;
        }
        if (isThereBefore(position) || line.set() == ArticleSet.V) {
            return;
        }
        HtsNumber number = null;
        long dearest = -1;
        Set<Center> centers = new HashSet<>();
        Set<Center> valued = new HashSet<>();
        for (int i = 0; i < line.hts().size(); i++) {
            HtsNumber reported = line.hts().get(i);
            if (reported.chapter() < 98) {
                Rule owner = claim(reported, asOf);
                Center center =
                        owner == null ? null : owner.range().orElseThrow().center();
                long value = line.centsByNumber().isEmpty()
                        ? 0
                        : line.centsByNumber().get(i);
                centers.add(center);
                if (value > 0) {
                    valued.add(center);
                }
                if (value >= dearest) {
                    dearest = value;
                    number = reported;
                }
            }
        }
        if (centers.size() > 1 && valued.size() != 1) {
            unclearGoods = true;
            return;
        }
        Rule claim = number == null ? null : claim(number, asOf);
        if (claim != null) {
            Center center = claim.range().orElseThrow().center();
            counts.merge(center, (long) line.count(), Long::sum);
            cents.merge(center, line.cents(), Long::sum);
            low |= isLow(claim);
            Rule firm = claim(number, asOf, true);
            if (firm != null) {
                firmCounts.merge(firm.range().orElseThrow().center(), (long) line.count(), Long::sum);
            }
        }
    }

    private static boolean isSameLine(EntryLine one, EntryLine other) {
        return !one.entry().isEmpty()
                && one.line() > 0
                && one.line() == other.line()
                && one.entry().replace("-", "").equalsIgnoreCase(other.entry().replace("-", ""));
    }

    private boolean isThereInVersions(EntryLine line) {
        return facts.lines().stream()
                .anyMatch(other -> isSameLine(line, other)
                        && !line.toBuilder()
                                .entry("")
                                .build()
                                .equals(other.toBuilder().entry("").build()));
    }

    private boolean isThereBefore(int position) {
        EntryLine line = facts.lines().get(position);
        return facts.lines().subList(0, position).stream().anyMatch(other -> isSameLine(line, other));
    }

    /** The deepest range in force that holds the number, found by looking at every rule. */
    static Rule claim(HtsNumber number, LocalDate day) {
        return claim(number, day, false);
    }

    private static boolean isLow(Rule rule) {
        return rule.standing() == Standing.INFERRED_LOW;
    }

    /** The same, or what it is when rules of low standing are left out. */
    private static Rule claim(HtsNumber number, LocalDate day, boolean firm) {
        Rule deepest = null;
        int digits = 0;
        for (Rule rule : TestRulebook.shared().rules()) {
            NumberRange range = rule.range().orElse(null);
            boolean counts = range != null && !(firm && isLow(rule));
            if (counts && range.digits() > digits && rule.inForce().contains(day)) {
                int prefix = Integer.parseInt(number.digits().substring(0, range.digits()));
                if (range.from() <= prefix && prefix <= range.to()) {
                    deepest = rule;
                    digits = range.digits();
                }
            }
        }
        return deepest;
    }

    Center indicated() {
        return leader(counts);
    }

    Outcome outcome() {
        return outcome(indicated());
    }

    List<ReviewCode> reviews() {
        Set<ReviewCode> reviews = EnumSet.noneOf(ReviewCode.class);
        Outcome outcome = outcome();
        Basis basis = outcome.basis();
        if (outcome instanceof Outcome.Pending && basis != null) {
            reviews.add(ReviewCode.CONFLICT);
        }
        if (basis == Basis.ACCOUNT) {
            onAccount(reviews);
        }
        if (basis == Basis.PREDOMINANCE || basis == null) {
            onPredominance(reviews);
        }
        openEnded(reviews);
        if (low && !outcome(leader(firmCounts)).code().equals(outcome.code())) {
            reviews.add(ReviewCode.INFERRED_RANGE);
        }
        return List.copyOf(reviews);
    }

    /** What is open, whatever the basis is. */
    private void openEnded(Set<ReviewCode> reviews) {
        if (!regulated) {
            return;
        }
        if (facts.evidence().stream().anyMatch(evidence -> evidence.recordedOn().isAfter(asOf))) {
            reviews.add(ReviewCode.EVIDENCE_LATER);
        }
        Account account = facts.account();
        if (account == null) {
            return;
        }
        if (account.appeals().stream()
                .anyMatch(appeal ->
                        appeal.status() == AppealStatus.FILED && !appeal.filed().isAfter(asOf))) {
            reviews.add(ReviewCode.APPEAL_OPEN);
        }
        boolean ended = account.directed().stream()
                .anyMatch(direction -> direction.through().isBefore(asOf)
                        && direction.through().isAfter(asOf.minusYears(1)));
        if (ended && proposed(Basis.DIRECTED).isEmpty()) {
            reviews.add(ReviewCode.DIRECTION_ENDED);
        }
    }

    private void onAccount(Set<ReviewCode> reviews) {
        Center leader = indicated();
        if (leader != null && leader != facts.account().center()) {
            reviews.add(ReviewCode.DRIFT);
        }
        if (leader == null && !counts.isEmpty()) {
            reviews.add(ReviewCode.TIE);
        }
    }

    private void onPredominance(Set<ReviewCode> reviews) {
        if (unclearGoods) {
            reviews.add(ReviewCode.GOODS_UNCLEAR);
        }
        if (versions) {
            reviews.add(ReviewCode.LINE_VERSIONS);
        }
        long total = sum(counts);
        if (total > 0 && total <= 4) {
            reviews.add(ReviewCode.THIN_EVIDENCE);
        }
        Center leader = indicated();
        if (leader == null) {
            if (total > 0) {
                reviews.add(ReviewCode.TIE);
            }
            return;
        }
        long most = counts.get(leader);
        long next = counts.entrySet().stream()
                .filter(entry -> entry.getKey() != leader)
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
        if (2 * most < total) {
            reviews.add(ReviewCode.NO_MAJORITY);
        }
        if (10 * (most - next) < total) {
            reviews.add(ReviewCode.NEAR_EQUAL_SPREAD);
        }
        boolean elsewhere = sum(cents) > 0
                && cents.entrySet().stream()
                        .anyMatch(entry -> entry.getKey() != leader && 2 * entry.getValue() >= sum(cents));
        if (elsewhere) {
            reviews.add(ReviewCode.VALUE_POINTS_ELSEWHERE);
        }
    }

    private Outcome outcome(Center leader) {
        if (facts.importer().kind() != ImporterKind.IMPORTER) {
            return new Outcome.NotPlaced(Basis.ELIGIBILITY);
        }
        if (regulated) {
            for (Basis basis : List.of(Basis.DIRECTED, Basis.APPEAL, Basis.ACCOUNT, Basis.EVIDENCE)) {
                Set<Center> centers = proposed(basis);
                if (!centers.isEmpty()) {
                    return centers.size() == 1
                            ? new Outcome.Placed(centers.iterator().next(), basis)
                            : new Outcome.Pending(basis);
                }
            }
        }
        return leader == null ? new Outcome.Pending(null) : new Outcome.Placed(leader, Basis.PREDOMINANCE);
    }

    private Set<Center> proposed(Basis basis) {
        Set<Center> centers = EnumSet.noneOf(Center.class);
        Account account = facts.account();
        if (basis == Basis.EVIDENCE) {
            for (Evidence evidence : facts.evidence()) {
                if (!evidence.recordedOn().isAfter(asOf)) {
                    centers.add(evidence.center());
                }
            }
        } else if (account != null && basis == Basis.DIRECTED) {
            for (Direction direction : account.directed()) {
                if (!direction.from().isAfter(asOf) && !direction.through().isBefore(asOf)) {
                    centers.add(direction.center());
                }
            }
        } else if (account != null && basis == Basis.ACCOUNT && placed(account)) {
            centers.add(account.center());
        } else if (account != null && basis == Basis.APPEAL) {
            appealed(account, centers);
        }
        return centers;
    }

    private void appealed(Account account, Set<Center> centers) {
        LocalDate latest = null;
        for (Appeal appeal : account.appeals()) {
            boolean granted = appeal.status() == AppealStatus.GRANTED
                    && !appeal.effective().isAfter(asOf);
            if (granted && (latest == null || !appeal.effective().isBefore(latest))) {
                if (!appeal.effective().equals(latest)) {
                    centers.clear();
                }
                latest = appeal.effective();
                centers.add(appeal.preferred());
            }
        }
        if (latest != null && placed(account) && account.since().isAfter(latest)) {
            centers.clear();
        }
    }

    private boolean placed(Account account) {
        return account.center() != null && !account.since().isAfter(asOf);
    }

    /** The Center with more lines than any other; null on a tie or without lines. */
    private static Center leader(Map<Center, Long> counts) {
        long most = counts.values().stream().mapToLong(count -> count).max().orElse(0);
        List<Center> leaders = counts.keySet().stream()
                .filter(center -> counts.get(center) == most)
                .toList();
        return leaders.size() == 1 ? leaders.get(0) : null;
    }

    private static long sum(Map<Center, Long> numbers) {
        return numbers.values().stream().mapToLong(number -> number).sum();
    }
}
