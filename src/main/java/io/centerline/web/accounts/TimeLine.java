package io.centerline.web.accounts;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.AppealOnFile;
import io.centerline.accounts.AppealStage;
import io.centerline.accounts.Drift;
import io.centerline.accounts.HistoryEntry;
import io.centerline.accounts.PlacementOnFile;
import io.centerline.facts.Account;
import io.centerline.facts.Direction;
import io.centerline.tariff.Center;
import io.centerline.text.Echo;
import io.centerline.web.Formats;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is on file for an account, along the days it holds for, and when it was recorded, as a picture of lanes.
 *
 * @param lanes from top to bottom
 * @param ticks the days below
 * @param asOf where the day shown is
 * @param known where the instant as known at which it is shown is; null for now
 * @param items the same as rows of a table, the newest first
 */
public record TimeLine(
        List<Lane> lanes,
        List<Tick> ticks,
        Tick asOf,
        @Nullable Tick known,
        List<Item> items) {

    private static final BigDecimal LATE = BigDecimal.valueOf(80);

    /**
     * The days that are marked.
     *
     * @param asOf the day shown
     * @param known as known on which day; null for now
     * @param today today
     */
    record Days(LocalDate asOf, @Nullable LocalDate known, LocalDate today) {}

    /** What is along the line. */
    public record Lane(String title, List<Bar> bars) {}

    /**
     * A stretch of days, or one day.
     *
     * @param item what it is
     * @param x where it begins, in percent
     * @param width how long it is, in percent; 0 for a day
     * @param label what is written below; empty where there is no room
     * @param late whether the label ends at its place instead of beginning there
     */
    public record Bar(Item item, BigDecimal x, BigDecimal width, String label, boolean late) {}

    /** A day of the line: where it is, in percent, and what is written beside it. */
    public record Tick(BigDecimal x, String label) {

        /** Whether the label ends at its place instead of beginning there. */
        public boolean isLate() {
            return x.compareTo(LATE) > 0;
        }
    }

    /**
     * Something on file.
     *
     * @param what in a word or two
     * @param center the Center's code; null without one
     * @param from its first day
     * @param until its last day; null when it has no end, or is a day
     * @param open whether it has no end yet
     * @param document where it is written; empty without one
     * @param look the class of its form: {@code placed}, {@code directed}, {@code filed}, {@code granted}, {@code drift} or
     *     {@code recorded}
     */
    public record Item(
            String what,
            @Nullable String center,
            LocalDate from,
            @Nullable LocalDate until,
            boolean open,
            String document,
            String look) {

        /** Whether it lasts. */
        public boolean isStretch() {
            return open || until != null;
        }

        /** One line for whoever points at it. */
        public String told() {
            return what + (center == null ? "" : " " + Formats.centerTitle(center)) + ", " + Formats.us(from)
                    + (until == null ? "" : " to " + Formats.us(until))
                    + (document.isEmpty() ? "" : ", " + document);
        }
    }

    static TimeLine of(AccountFile file, @Nullable Drift drift, List<HistoryEntry> known, Days days) {
        List<Item> placements = placements(file);
        List<Item> directions =
                file.directions().values().stream().map(TimeLine::directed).toList();
        List<Item> appeals = file.appeals().values().stream()
                .flatMap(appeal -> appeal(appeal).stream())
                .toList();
        List<Item> drifts = drift == null
                ? List.of()
                : List.of(new Item("Drift to", drift.found().code(), drift.since(), null, true, "", "drift"));
        List<Item> recorded = known.stream()
                .map(entry -> LocalDate.ofInstant(entry.recordedAt(), ZoneOffset.UTC))
                .distinct()
                .map(day -> new Item("Recorded", null, day, null, false, "", "recorded"))
                .toList();
        List<LocalDate> all = new ArrayList<>(List.of(days.asOf(), days.today()));
        if (days.known() != null) {
            all.add(days.known());
        }
        for (List<Item> items : List.of(placements, directions, appeals, drifts, recorded)) {
            items.forEach(item -> {
                all.add(item.from());
                if (item.until() != null) {
                    all.add(item.until());
                }
            });
        }
        TimeScale scale = TimeScale.of(all);
        List<Lane> lanes = new ArrayList<>();
        add(lanes, scale, "Placed", placements);
        add(lanes, scale, "Directed", directions);
        add(lanes, scale, "Appeals", appeals);
        add(lanes, scale, "Drift", drifts);
        add(lanes, scale, "Recorded", recorded);
        List<Item> table = new ArrayList<>(placements);
        table.addAll(directions);
        table.addAll(appeals);
        table.addAll(drifts);
        table.sort(Comparator.comparing(Item::from).reversed());
        boolean years = scale.ticks().stream().allMatch(day -> day.getDayOfYear() == 1);
        return new TimeLine(
                lanes,
                scale.ticks().stream()
                        .map(day -> new Tick(scale.percent(day), years ? String.valueOf(day.getYear()) : month(day)))
                        .toList(),
                new Tick(scale.percent(days.asOf()), "as of " + Formats.us(days.asOf())),
                days.known() == null
                        ? null
                        : new Tick(scale.percent(days.known()), "as known on " + Formats.us(days.known())),
                table);
    }

    private static String month(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return (month.getMonthValue() < 10 ? "0" : "") + month.getMonthValue() + "/" + month.getYear();
    }

    private static List<Item> placements(AccountFile file) {
        List<Item> items = new ArrayList<>();
        for (PlacementOnFile placement : file.placements().values()) {
            LocalDate next = file.placements().higherKey(placement.since());
            items.add(new Item(
                    "Placed in",
                    placement.center().code(),
                    placement.since(),
                    next == null ? null : next.minusDays(1),
                    next == null,
                    "",
                    "placed"));
        }
        return items;
    }

    private static Item directed(Direction direction) {
        boolean open = direction.through().equals(Account.OPEN);
        return new Item(
                "Directed to",
                direction.center().code(),
                direction.from(),
                open ? null : direction.through(),
                open,
                Echo.shown(direction.authority()) + ", " + Echo.shown(direction.reference()),
                "directed");
    }

    private static List<Item> appeal(AppealOnFile appeal) {
        List<Item> items = new ArrayList<>();
        Center preferred = appeal.preferred();
        String center = preferred == null ? null : preferred.code();
        String document = Echo.shown(appeal.reference());
        String stage = appeal.stage() == AppealStage.FILED
                ? "Appeal filed for"
                : "Appeal (" + Formats.spoken(appeal.stage()) + ") filed for";
        items.add(
                new Item(stage, center, appeal.filed(), null, appeal.stage() == AppealStage.FILED, document, "filed"));
        if (appeal.effective() != null) {
            items.add(new Item("Appeal effective for", center, appeal.effective(), null, false, document, "granted"));
        }
        return items;
    }

    private static void add(List<Lane> lanes, TimeScale scale, String title, List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        List<Bar> bars = new ArrayList<>();
        BigDecimal free = BigDecimal.ZERO;
        BigDecimal room = BigDecimal.valueOf(14);
        for (Item item : items.stream().sorted(Comparator.comparing(Item::from)).toList()) {
            BigDecimal x = scale.percent(item.from());
            LocalDate until = item.until();
            BigDecimal end = item.open() ? BigDecimal.valueOf(100) : until == null ? x : scale.percent(until);
            boolean late = x.compareTo(LATE) > 0;
            boolean fits = x.compareTo(free) >= 0 && item.center() != null;
            bars.add(new Bar(item, x, end.subtract(x), fits ? String.valueOf(item.center()) : "", late));
            free = fits ? x.add(room) : free;
        }
        lanes.add(new Lane(title, bars));
    }
}
