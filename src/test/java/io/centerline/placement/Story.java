package io.centerline.placement;

import io.centerline.facts.Account;
import io.centerline.facts.Appeal;
import io.centerline.facts.AppealStatus;
import io.centerline.facts.Direction;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Evidence;
import io.centerline.facts.Factor;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.rulebook.Goods;
import io.centerline.rulebook.TestRulebook;
import io.centerline.rulebook.vocabulary.ReviewCode;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The facts of a case in the words of a test. */
final class Story {
    static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    private final LocalDate asOf;
    private ImporterKind kind = ImporterKind.IMPORTER;
    private final List<EntryLine> lines = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Direction> directions = new ArrayList<>();
    private final List<Appeal> appeals = new ArrayList<>();
    private Center placed;
    private LocalDate since;
    private boolean onFile;

    private Story(LocalDate asOf) {
        this.asOf = asOf;
    }

    static Story on(LocalDate asOf) {
        return new Story(asOf);
    }

    static Story today() {
        return new Story(DAY);
    }

    Story kind(ImporterKind kind) {
        this.kind = kind;
        return this;
    }

    /** So many lines of goods of a Center, each a row of its own, dated the as-of day. */
    Story lines(Center center, int count) {
        for (int i = 0; i < count; i++) {
            lines.add(line(asOf, Goods.of(center), 0));
        }
        return this;
    }

    /** The same as one row that stands for them. */
    Story row(Center center, int count, long cents) {
        lines.add(EntryLine.builder()
                .date(asOf)
                .number(Goods.of(center))
                .count(count)
                .cents(cents)
                .build());
        return this;
    }

    Story line(EntryLine line) {
        lines.add(line);
        return this;
    }

    Story goods(String... digits) {
        lines.add(line(asOf, 0, digits));
        return this;
    }

    Story goodsOn(LocalDate date, Center center) {
        lines.add(line(date, Goods.of(center), 0));
        return this;
    }

    Story account(Center center, String since) {
        this.placed = center;
        this.since = LocalDate.parse(since);
        this.onFile = true;
        return this;
    }

    Story direction(Center center, String from, String through) {
        directions.add(new Direction(
                center,
                LocalDate.parse(from),
                through.equals("..") ? Account.OPEN : LocalDate.parse(through),
                "CBP",
                "memo"));
        onFile = true;
        return this;
    }

    Story appeal(Center preferred, String filed, AppealStatus status, String effective) {
        appeals.add(new Appeal(preferred, LocalDate.parse(filed), status, LocalDate.parse(effective), "appeal"));
        onFile = true;
        return this;
    }

    Story evidence(Factor factor, Center center, String recordedOn) {
        evidence.add(new Evidence(factor, center, "memo", "jd", LocalDate.parse(recordedOn)));
        return this;
    }

    Facts facts() {
        Account account = onFile ? new Account(placed, since, directions, appeals) : null;
        ImporterNumber number = new ImporterNumber("12-345678900", ImporterNumber.Format.EIN);
        return new Facts(new Importer(number, "Acme", kind), asOf, lines, evidence, account);
    }

    Decision decide() {
        return decide(facts());
    }

    static Decision decide(Facts facts) {
        return new Placement(TestRulebook.shared()).decide(facts, List.of(), Placement.Explain.FULL);
    }

    static List<ReviewCode> codes(Decision decision) {
        return decision.reviews().stream().map(ReviewNote::code).toList();
    }

    static EntryLine line(LocalDate date, HtsNumber number, long cents) {
        return EntryLine.builder().date(date).number(number).cents(cents).build();
    }

    static EntryLine line(LocalDate date, long cents, String... digits) {
        return EntryLine.builder()
                .date(date)
                .numbers(Arrays.stream(digits).map(HtsNumber::new).toList())
                .cents(cents)
                .build();
    }
}
