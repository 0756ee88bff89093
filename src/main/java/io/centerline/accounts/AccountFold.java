package io.centerline.accounts;

import io.centerline.accounts.AccountEvent.AppealDenied;
import io.centerline.accounts.AccountEvent.AppealFiled;
import io.centerline.accounts.AccountEvent.AppealGranted;
import io.centerline.accounts.AccountEvent.AppealWithdrawn;
import io.centerline.accounts.AccountEvent.Described;
import io.centerline.accounts.AccountEvent.Directed;
import io.centerline.accounts.AccountEvent.DirectionRetracted;
import io.centerline.accounts.AccountEvent.Placed;
import io.centerline.accounts.AccountEvent.PlacementRetracted;
import io.centerline.facts.Direction;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds up the events of a history to a file. Not thread-safe. */
final class AccountFold {
    private final ImporterNumber number;
    private long version;
    private @Nullable Instant changedAt;
    private String name = "";
    private ImporterKind kind = ImporterKind.IMPORTER;
    private List<ImporterNumber> family = List.of();
    private final TreeMap<LocalDate, PlacementOnFile> placements = new TreeMap<>();
    private final TreeMap<LocalDate, LocalDate> corrected = new TreeMap<>();
    private final TreeMap<Integer, Direction> directions = new TreeMap<>();
    private int directionsEver;
    private final Map<UUID, AppealOnFile> appeals = new LinkedHashMap<>();
    private final Map<UUID, LocalDate> adopted = new LinkedHashMap<>();

    /** Begins with nothing on file. */
    AccountFold(ImporterNumber number) {
        this.number = number;
    }

    /** Begins with a file. */
    AccountFold(AccountFile file) {
        this(file.number());
        version = file.version();
        changedAt = file.changedAt();
        name = file.name();
        kind = file.kind();
        family = file.family();
        placements.putAll(file.placements());
        corrected.putAll(file.corrected());
        directions.putAll(file.directions());
        directionsEver = file.directionsEver();
        appeals.putAll(file.appeals());
        adopted.putAll(file.adopted());
    }

    void add(HistoryEntry entry) {
        version = entry.version();
        changedAt = entry.recordedAt();
        add(entry.event());
    }

    void add(AccountEvent event) {
        if (event instanceof Described described) {
            name = described.name();
            kind = described.kind();
            family = described.family();
        } else if (event instanceof Placed placed) {
            if (placed.corrects() != null && placements.remove(placed.corrects()) != null) {
                corrected.put(placed.corrects(), placed.placement().since());
            }
            placements.put(placed.placement().since(), placed.placement());
            if (placed.placement().decision() != null) {
                adopted.put(placed.placement().decision(), placed.placement().since());
            }
        } else if (event instanceof PlacementRetracted retracted) {
            placements.remove(retracted.since());
        } else if (event instanceof Directed directed) {
            directions.put(directed.number(), directed.direction());
            directionsEver = Math.max(directionsEver, directed.number());
        } else if (event instanceof DirectionRetracted retracted) {
            directions.remove(retracted.number());
        } else {
            addAppeal(event);
        }
    }

    private void addAppeal(AccountEvent event) {
        if (event instanceof AppealFiled filed) {
            appeals.put(
                    filed.appeal(),
                    new AppealOnFile(
                            filed.appeal(),
                            AppealStage.FILED,
                            filed.preferred(),
                            filed.filed(),
                            filed.reference(),
                            filed.importers(),
                            null,
                            "",
                            null,
                            version));
        } else if (event instanceof AppealWithdrawn withdrawn) {
            appeals.computeIfPresent(withdrawn.appeal(), (id, appeal) -> appeal.at(AppealStage.WITHDRAWN));
        } else if (event instanceof AppealDenied denied) {
            appeals.computeIfPresent(denied.appeal(), (id, appeal) -> appeal.at(AppealStage.DENIED));
        } else {
            AppealGranted granted = (AppealGranted) event;
            AppealOnFile before = appeals.get(granted.appeal());
            appeals.put(
                    granted.appeal(),
                    new AppealOnFile(
                            granted.appeal(),
                            AppealStage.GRANTED,
                            granted.preferred(),
                            granted.filed(),
                            granted.reference(),
                            before == null ? List.of() : before.importers(),
                            granted.effective(),
                            granted.authority(),
                            granted.decision(),
                            before == null ? 0 : before.packet()));
        }
    }

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
                new LinkedHashMap<>(appeals),
                new LinkedHashMap<>(adopted));
    }
}
