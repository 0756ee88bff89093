package io.centerline.accounts;

import io.centerline.accounts.AccountEvent.AppealGranted;
import io.centerline.accounts.AccountEvent.Placed;
import io.centerline.facts.Account;
import io.centerline.facts.AppealPacket;
import io.centerline.facts.Direction;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.tariff.Center;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of an account, twice: as the program makes it, and as the naive model does.
 *
 * @param words what it is, for messages
 * @param amendment the program's
 * @param plain the model's
 */
record RandomChange(String words, Amendment amendment, Plain plain) {
    private static final List<String> NAMES = List.of("Acme", "Äcme \"&\"", "");

    /** What a change does to a copy of an account; false when it records nothing. */
    interface Plain {
        boolean on(PlainAccount account, long version);
    }

    /** The model refuses a change. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<IssueCode> codes;

        Refused(List<IssueCode> codes) {
            super(codes.toString(), null, false, false);
            this.codes = codes;
        }

        /** No code when what is to be changed is not on file. */
        List<IssueCode> codes() {
            return codes;
        }
    }

    /** A change that fits an account more or less. */
    static RandomChange of(Random random, AccountFile file) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> state(random, file);
            case 3 -> direct(direction(random));
            case 4 -> correct(1 + random.nextInt(file.directionsEver() + 1), direction(random));
            case 5 -> retract(1 + random.nextInt(file.directionsEver() + 1));
            case 6 -> fileAppeal(new UUID(random.nextLong(), random.nextLong()), packet(random, file.number()));
            case 7 -> amend(appeal(random, file), packet(random, file.number()));
            case 8 -> end(appeal(random, file), random.nextBoolean());
            default -> adopt(random, file);
        };
    }

    private static RandomChange state(Random random, AccountFile file) {
        boolean placed = random.nextInt(3) > 0;
        StatedAccount stated = new StatedAccount(
                random.nextInt(3) == 0 ? NAMES.get(random.nextInt(NAMES.size())) : null,
                random.nextInt(4) == 0 ? one(random, ImporterKind.values()) : null,
                random.nextInt(6) == 0 ? List.of(file.number()) : null,
                placed ? one(random, Center.ELECTRONICS, Center.MACHINERY, Center.BASE_METALS) : null,
                placed ? day(random) : null,
                random.nextInt(3) == 0 ? day(random) : null);
        return new RandomChange(
                stated.toString(),
                new AccountStatement(stated, PlainAccount.TODAY),
                (account, version) -> state(account, stated));
    }

    private static boolean state(PlainAccount account, StatedAccount stated) {
        PlainAccount before = account.copy();
        account.name = stated.name() == null ? account.name : stated.name();
        account.kind = stated.kind() == null ? account.kind : stated.kind();
        account.family = stated.family() == null ? account.family : stated.family();
        LocalDate since = stated.since();
        LocalDate corrects = stated.corrects();
        boolean known = corrects != null && account.placements.containsKey(corrects);
        boolean moved = false;
        if (since == null) {
            moved = known && account.placements.remove(corrects) != null;
        } else {
            PlacementOnFile there = account.placements.get(since);
            moved = there == null || there.center() != stated.center() || (known && !since.equals(corrects));
            if (moved && known) {
                account.placements.remove(corrects);
                account.corrected.put(corrects, since);
            }
            if (moved) {
                account.placements.put(since, new PlacementOnFile(stated.center(), since, null));
            }
        }
        boolean changed = moved
                || !before.exists()
                || !account.name.equals(before.name)
                || account.kind != before.kind
                || !account.family.equals(before.family);
        List<IssueCode> codes = new ArrayList<>();
        boolean done = !changed && since != null && since.equals(before.corrected.get(corrects));
        if (corrects != null && !known && !done) {
            codes.add(IssueCode.PLACEMENT_UNKNOWN);
        }
        boolean placeable = account.kind == ImporterKind.IMPORTER;
        if (!placeable && !account.placements.isEmpty()) {
            codes.add(IssueCode.ACCOUNT_NOT_PLACEABLE);
        }
        if (!placeable && before.kind == ImporterKind.IMPORTER) {
            account.directions.values().stream()
                    .filter(direction -> direction.through().compareTo(PlainAccount.TODAY) >= 0)
                    .forEach(open -> codes.add(IssueCode.ACCOUNT_NOT_PLACEABLE));
        }
        refuse(codes);
        return changed;
    }

    private static RandomChange direct(Direction direction) {
        return new RandomChange("direct " + direction, DirectionStatement.record(direction), (account, version) -> {
            require(account.exists());
            refuse(contradictions(account, account.directionsEver + 1, null, direction));
            account.directionsEver++;
            account.directions.put(account.directionsEver, direction);
            return true;
        });
    }

    private static RandomChange correct(int number, Direction direction) {
        return new RandomChange(
                "correct " + number + " to " + direction,
                DirectionStatement.correct(number, direction),
                (account, version) -> {
                    require(account.exists() && account.directions.containsKey(number));
                    Direction there = account.directions.get(number);
                    refuse(contradictions(account, number, there, direction));
                    account.directions.put(number, direction);
                    return !there.equals(direction);
                });
    }

    private static List<IssueCode> contradictions(
            PlainAccount account, int number, @Nullable Direction there, Direction direction) {
        List<IssueCode> codes = new ArrayList<>();
        boolean less = there != null && there.center() == direction.center();
        for (LocalDate day = PlainAccount.FIRST_DAY;
                day.isBefore(PlainAccount.FIRST_DAY.plusDays(4L * PlainAccount.DAYS));
                day = day.plusDays(1)) {
            less = less && (!PlainAccount.isOn(direction, day) || PlainAccount.isOn(there, day));
        }
        if (account.kind != ImporterKind.IMPORTER && !less) {
            codes.add(IssueCode.ACCOUNT_NOT_PLACEABLE);
        }
        for (Map.Entry<Integer, Direction> other : account.directions.entrySet()) {
            if (other.getKey() != number && PlainAccount.meet(other.getValue(), direction)) {
                codes.add(IssueCode.DIRECTION_OVERLAPS);
            }
        }
        return codes;
    }

    private static RandomChange retract(int number) {
        return new RandomChange("retract " + number, DirectionStatement.retract(number), (account, version) -> {
            require(account.exists() && account.directions.remove(number) != null);
            return true;
        });
    }

    private static RandomChange fileAppeal(UUID id, AppealPacket packet) {
        return new RandomChange("file " + id, AppealStatement.file(id, packet), (account, version) -> {
            require(account.exists());
            List<IssueCode> codes = new ArrayList<>();
            if (account.kind != ImporterKind.IMPORTER) {
                codes.add(IssueCode.ACCOUNT_NOT_PLACEABLE);
            }
            account.appeals.values().stream()
                    .filter(other -> other.stage() == AppealStage.FILED)
                    .forEach(open -> codes.add(IssueCode.APPEAL_OPEN));
            refuse(codes);
            account.appeals.put(id, filed(id, packet, version));
            return true;
        });
    }

    private static RandomChange amend(UUID id, AppealPacket packet) {
        return new RandomChange("amend " + id, AppealStatement.amend(id, packet), (account, version) -> {
            open(account, id);
            account.appeals.put(id, filed(id, packet, version));
            return true;
        });
    }

    private static AppealOnFile filed(UUID id, AppealPacket packet, long version) {
        return new AppealOnFile(
                id,
                AppealStage.FILED,
                packet.preferred(),
                packet.filed(),
                packet.reference(),
                packet.importers(),
                null,
                "",
                null,
                version);
    }

    private static RandomChange end(UUID id, boolean denied) {
        AppealStage stage = denied ? AppealStage.DENIED : AppealStage.WITHDRAWN;
        return new RandomChange(
                stage + " " + id,
                denied ? AppealStatement.deny(id) : AppealStatement.withdraw(id),
                (account, version) -> {
                    AppealOnFile was = open(account, id);
                    account.appeals.put(
                            id,
                            new AppealOnFile(
                                    id,
                                    stage,
                                    was.preferred(),
                                    was.filed(),
                                    was.reference(),
                                    was.importers(),
                                    null,
                                    "",
                                    null,
                                    was.packet()));
                    return true;
                });
    }

    private static AppealOnFile open(PlainAccount account, UUID id) {
        require(account.exists() && account.appeals.containsKey(id));
        AppealOnFile appeal = account.appeals.get(id);
        refuse(appeal.stage() == AppealStage.FILED ? List.of() : List.of(IssueCode.APPEAL_CLOSED));
        return appeal;
    }

    private static RandomChange adopt(Random random, AccountFile file) {
        UUID known = file.adopted().keySet().stream().findFirst().orElse(null);
        UUID decision = known == null || random.nextBoolean() ? new UUID(1, random.nextLong()) : known;
        Center center = one(random, Center.ELECTRONICS, Center.MACHINERY);
        LocalDate before = file.adopted().get(decision);
        LocalDate since = before == null || random.nextBoolean() ? day(random) : before;
        return new RandomChange(
                "adopt " + decision + " from " + since,
                new Adoption("id", decision, center, since, "Acme", Instant.EPOCH),
                (account, version) -> {
                    LocalDate adopted = account.adopted.get(decision);
                    boolean elsewhere = adopted != null
                            && !adopted.equals(since)
                            && account.placements.values().stream()
                                    .anyMatch(placement -> decision.equals(placement.decision()));
                    refuse(elsewhere ? List.of(IssueCode.DECISION_NOT_ADOPTABLE) : List.of());
                    refuse(
                            account.kind == ImporterKind.IMPORTER
                                    ? List.of()
                                    : List.of(IssueCode.ACCOUNT_NOT_PLACEABLE));
                    Account inForce = account.on(since);
                    if (inForce != null && inForce.center() == center) {
                        return false;
                    }
                    account.name = account.exists() ? account.name : "Acme";
                    account.placements.put(since, new PlacementOnFile(center, since, decision));
                    account.adopted.put(decision, since);
                    return true;
                });
    }

    /** The grant of an appeal, which moves several accounts at once. */
    static RandomChange grant(Random random) {
        UUID id = new UUID(2, random.nextLong());
        Center center = one(random, Center.ELECTRONICS, Center.MACHINERY);
        LocalDate effective = day(random);
        UUID decision = new UUID(3, random.nextLong());
        AppealGranted granted =
                new AppealGranted(id, center, PlainAccount.FIRST_DAY, "A-2", effective, "OFO", decision);
        PlacementOnFile placement = new PlacementOnFile(center, effective, decision);
        return new RandomChange(
                "grant " + id,
                before -> {
                    if (before.kind() != ImporterKind.IMPORTER) {
                        throw new ChangeRefused(List.of(new Issue(IssueCode.APPEAL_WITHOUT_EFFECT, "", "", "")));
                    }
                    return List.of(granted, new Placed(placement, null));
                },
                (account, version) -> {
                    refuse(
                            account.kind == ImporterKind.IMPORTER
                                    ? List.of()
                                    : List.of(IssueCode.APPEAL_WITHOUT_EFFECT));
                    account.appeals.put(
                            id,
                            new AppealOnFile(
                                    id,
                                    AppealStage.GRANTED,
                                    center,
                                    PlainAccount.FIRST_DAY,
                                    "A-2",
                                    List.of(),
                                    effective,
                                    "OFO",
                                    decision,
                                    0));
                    account.placements.put(effective, placement);
                    account.adopted.put(decision, effective);
                    return true;
                });
    }

    private static void require(boolean onFile) {
        if (!onFile) {
            throw new Refused(List.of());
        }
    }

    private static void refuse(List<IssueCode> codes) {
        if (!codes.isEmpty()) {
            throw new Refused(codes);
        }
    }

    private static UUID appeal(Random random, AccountFile file) {
        List<UUID> ids = List.copyOf(file.appeals().keySet());
        // Most often the last, which may be open.
        return ids.isEmpty()
                ? new UUID(0, 7)
                : ids.get(random.nextInt(4) > 0 ? ids.size() - 1 : random.nextInt(ids.size()));
    }

    private static AppealPacket packet(Random random, ImporterNumber number) {
        return new AppealPacket(
                day(random),
                "A-" + random.nextInt(9),
                null,
                random.nextInt(4) == 0 ? null : Center.ELECTRONICS,
                List.of(number),
                List.of(),
                "",
                null,
                null,
                List.of());
    }

    private static Direction direction(Random random) {
        LocalDate from = day(random);
        return new Direction(
                one(random, Center.ELECTRONICS, Center.MACHINERY),
                from,
                random.nextInt(4) == 0 ? Account.OPEN : from.plusDays(random.nextInt(4)),
                "OFO",
                "memo");
    }

    private static LocalDate day(Random random) {
        return PlainAccount.FIRST_DAY.plusDays(random.nextInt(PlainAccount.DAYS));
    }

    @SafeVarargs
    private static <T> T one(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }
}
