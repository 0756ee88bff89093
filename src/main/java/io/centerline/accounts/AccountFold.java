package io.centerline.accounts;

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
import java.util.List;
import java.util.TreeMap;
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
    private final TreeMap<Integer, Direction> directions = new TreeMap<>();
    private int directionsEver;

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
        directions.putAll(file.directions());
        directionsEver = file.directionsEver();
    }

    void add(Entry entry) {
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
            if (placed.corrects() != null) {
                placements.remove(placed.corrects());
            }
            placements.put(placed.placement().since(), placed.placement());
        } else if (event instanceof PlacementRetracted retracted) {
            placements.remove(retracted.since());
        } else if (event instanceof Directed directed) {
            directions.put(directed.number(), directed.direction());
            directionsEver = Math.max(directionsEver, directed.number());
        } else {
            directions.remove(((DirectionRetracted) event).number());
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
                new TreeMap<>(directions),
                directionsEver);
    }
}
