package io.centerline.facts;

import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any facts that intake accepts. */
public final class FactsArbitraries {

    private FactsArbitraries() {}

    public static Arbitrary<Facts> facts() {
        return Combinators.combine(
                        importers(),
                        days(2015),
                        lines().list().ofMaxSize(6),
                        evidence().list().ofMaxSize(3),
                        accounts())
                .as(Facts::new);
    }

    static Arbitrary<Importer> importers() {
        Arbitrary<ImporterNumber> numbers = Arbitraries.of(
                new ImporterNumber("12-345678900", ImporterNumber.Format.EIN),
                new ImporterNumber("12-3456789", ImporterNumber.Format.EIN),
                new ImporterNumber("123-45-6789", ImporterNumber.Format.SOCIAL_SECURITY),
                new ImporterNumber("260101-00001", ImporterNumber.Format.CBP_ASSIGNED));
        return Combinators.combine(numbers, texts(0, 300), Arbitraries.of(ImporterKind.class))
                .as(Importer::new);
    }

    static Arbitrary<EntryLine> lines() {
        Arbitrary<String> rest = Arbitraries.strings().numeric().ofLength(8);
        Arbitrary<HtsNumber> numbers = Combinators.combine(
                        Arbitraries.integers().between(1, 99).filter(chapter -> chapter != 77),
                        rest,
                        Arbitraries.of(true, false))
                .as((chapter, digits, full) ->
                        new HtsNumber(String.format("%02d", chapter) + (full ? digits : digits.substring(2))));
        Arbitrary<BigDecimal> quantities = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("999999999999999"))
                .ofScale(3);
        return Combinators.combine(
                        texts(0, 20),
                        Arbitraries.integers().between(0, Integer.MAX_VALUE),
                        days(1900).injectNull(0.2),
                        numbers.list().ofMinSize(1).ofMaxSize(16),
                        Arbitraries.of(ArticleSet.class),
                        Arbitraries.of(Role.class),
                        Arbitraries.integers().between(1, Integer.MAX_VALUE),
                        quantities.injectNull(0.3))
                .flatAs((entry, line, date, hts, set, role, count, quantity) -> Combinators.combine(
                                values(hts.size()), Arbitraries.of("", "01", "21", "99"))
                        .as((values, type) -> EntryLine.builder()
                                .entry(entry)
                                .line(line)
                                .date(date)
                                .numbers(hts)
                                .set(set)
                                .role(role)
                                .count(count)
                                .quantity(quantity)
                                .cents(values.size() == 1 ? values.get(0) : null)
                                .entryType(type)
                                .centsByNumber(values.size() == 1 ? List.of() : values.subList(1, values.size()))
                                .build()));
    }

    /** The value of a line; or a placeholder and the value of each of its numbers. */
    private static Arbitrary<List<Long>> values(int numbers) {
        Arbitrary<Long> amounts = Arbitraries.longs().between(0, 999_999_999_999_999L / EntryLine.MOST_NUMBERS);
        return Arbitraries.of(true, true, false).flatMap(total -> amounts.list().ofSize(total ? 1 : numbers + 1));
    }

    static Arbitrary<Evidence> evidence() {
        return Combinators.combine(
                        Arbitraries.of(Factor.class),
                        Arbitraries.of(Center.class),
                        statements(),
                        statements(),
                        days(1900))
                .as(Evidence::new);
    }

    static Arbitrary<Account> accounts() {
        Arbitrary<List<Direction>> directions = Combinators.combine(
                        Arbitraries.of(Center.class),
                        days(1900),
                        Arbitraries.integers().between(-1, 5_000),
                        statements(),
                        statements())
                .as((center, from, length, authority, reference) -> new Direction(
                        center, from, length < 0 ? Account.OPEN : from.plusDays(length), authority, reference))
                .list()
                .ofMaxSize(3);
        Arbitrary<List<Appeal>> appeals = Combinators.combine(
                        Arbitraries.of(Center.class),
                        days(1900),
                        Arbitraries.of(AppealStatus.class),
                        Arbitraries.integers().between(0, 400),
                        statements())
                .as((preferred, filed, status, wait, reference) ->
                        new Appeal(preferred, filed, status, filed.plusDays(wait), reference))
                .list()
                .ofMaxSize(3);
        return Combinators.combine(Arbitraries.of(Center.class).injectNull(0.3), days(1900), directions, appeals)
                .as((center, since, directed, filed) ->
                        new Account(center, center == null ? null : since, directed, filed))
                .injectNull(0.2);
    }

    private static Arbitrary<LocalDate> days(int firstYear) {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(firstYear, 1, 1).toEpochDay(),
                        LocalDate.of(9900, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static Arbitrary<String> statements() {
        return texts(1, 100).filter(text -> !text.isBlank());
    }

    private static Arbitrary<String> texts(int least, int most) {
        return Arbitraries.integers()
                .between(0x20, 0x10FFFF)
                .edgeCases(edges -> edges.add((int) '"', (int) '\\', 0xFFFD, 0x10FFFF, 0x20AC, 0x1F600))
                .filter(point -> (point < 0xD800 || point > 0xDFFF) && (point < 0x7F || point > 0x9F))
                .list()
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(points -> points.stream().map(Character::toString).reduce("", String::concat));
    }
}
