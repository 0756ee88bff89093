package io.centerline.accounts;

import io.centerline.facts.Account;
import io.centerline.facts.Appeal;
import io.centerline.facts.AppealStatus;
import io.centerline.facts.Direction;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One account as a naive model keeps it: whole, and copied before each change. It knows no events; what is in force on a day is
 * found by looking at one day after the other.
 */
final class PlainAccount {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    static final int DAYS = 12;
    /** Some days are before it and some after. */
    static final LocalDate TODAY = FIRST_DAY.plusDays(6);

    final ImporterNumber number;
    long version;

    @Nullable
    Instant changedAt;

    String name = "";
    ImporterKind kind = ImporterKind.IMPORTER;
    List<ImporterNumber> family = List.of();
    Map<LocalDate, PlacementOnFile> placements = new HashMap<>();
    Map<LocalDate, LocalDate> corrected = new HashMap<>();
    Map<Integer, Direction> directions = new HashMap<>();
    int directionsEver;
    Map<UUID, AppealOnFile> appeals = new LinkedHashMap<>();
    Map<UUID, LocalDate> adopted = new HashMap<>();

    /** Nothing on file. */
    PlainAccount(ImporterNumber number) {
        this.number = number;
    }

    PlainAccount copy() {
        PlainAccount copy = new PlainAccount(number);
        copy.version = version;
        copy.changedAt = changedAt;
        copy.name = name;
        copy.kind = kind;
        copy.family = family;
        copy.placements = new HashMap<>(placements);
        copy.corrected = new HashMap<>(corrected);
        copy.directions = new HashMap<>(directions);
        copy.directionsEver = directionsEver;
        copy.appeals = new LinkedHashMap<>(appeals);
        copy.adopted = new HashMap<>(adopted);
        return copy;
    }

    boolean exists() {
        return version > 0;
    }

    /** As the program shows it. */
    AccountFile file() {
        return new AccountFile(
                number,
                version,
                changedAt,
                name,
                kind,
                family,
                new TreeMap<>(placements),
                new TreeMap<>(corrected),
                new TreeMap<>(directions),
                directionsEver,
                appeals,
                adopted);
    }

    /** What is in force on a day, as decisions see it; null when nothing is. */
    @Nullable
    Account on(LocalDate asOf) {
        PlacementOnFile placement = null;
        for (LocalDate day = FIRST_DAY; !day.isAfter(asOf); day = day.plusDays(1)) {
            placement = placements.getOrDefault(day, placement);
        }
        List<Direction> directed = new ArrayList<>();
        for (int i = 1; i <= directionsEver; i++) {
            if (directions.containsKey(i) && isOn(directions.get(i), asOf)) {
                directed.add(directions.get(i));
            }
        }
        List<Appeal> filed = new ArrayList<>();
        for (AppealOnFile appeal : appeals.values()) {
            if (appeal.preferred() == null
                    || appeal.stage() == AppealStage.WITHDRAWN
                    || appeal.filed().isAfter(asOf)) {
                continue;
            }
            filed.add(new Appeal(
                    appeal.preferred(),
                    appeal.filed(),
                    AppealStatus.valueOf(appeal.stage().name()),
                    appeal.effective() == null ? appeal.filed() : appeal.effective(),
                    appeal.reference()));
        }
        return placement == null && directed.isEmpty() && filed.isEmpty()
                ? null
                : new Account(
                        placement == null ? null : placement.center(),
                        placement == null ? null : placement.since(),
                        directed,
                        filed);
    }

    static boolean isOn(Direction direction, LocalDate day) {
        return direction.from().compareTo(day) <= 0 && direction.through().compareTo(day) >= 0;
    }

    /** Whether some day is in both. */
    static boolean meet(Direction one, Direction other) {
        for (LocalDate day = FIRST_DAY; day.isBefore(FIRST_DAY.plusDays(4L * DAYS)); day = day.plusDays(1)) {
            if (isOn(one, day) && isOn(other, day)) {
                return true;
            }
        }
        return false;
    }
}
