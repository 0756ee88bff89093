package io.centerline.api.accounts;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.AppealOnFile;
import io.centerline.accounts.PlacementOnFile;
import io.centerline.facts.Account;
import io.centerline.facts.Direction;
import io.centerline.facts.ImporterNumber;
import io.centerline.tariff.Center;
import io.centerline.text.Echo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is on file for an importer number. {@code placementCenter}, {@code since}, {@code directed} and {@code appeals} are
 * what a decision as of the day uses; the rest is around it.
 *
 * @param number the importer number, masked where it is a social security number
 * @param name the importer's name, {@code ***} for a person's; empty when none is known
 * @param kind what kind of party
 * @param version the last change the answer knows of
 * @param changedAt when that change was recorded
 * @param asOf the day shown
 * @param knownAt the instant as known at which it is shown; null for now
 * @param center the same as {@code placementCenter}
 * @param placementCenter the Center of the placement in force on that day, whatever is directed or granted; null without one
 * @param since the first day of that placement
 * @param directed directed assignments in force on that day
 * @param appeals appeals filed by that day, withdrawn ones too
 * @param placements all placements on file, the earliest first
 * @param directions all directed assignments on file, by number
 * @param siblings other numbers on file under the same EIN
 * @param family importer numbers of one corporate family; information only
 * @param notes what a person should know
 */
public record AccountAnswer(
        String number,
        String name,
        String kind,
        long version,
        String changedAt,
        String asOf,
        @Nullable String knownAt,
        @Nullable String center,
        @Nullable String placementCenter,
        @Nullable String since,
        List<DirectionAnswer> directed,
        List<AppealLine> appeals,
        List<PlacementAnswer> placements,
        List<DirectionAnswer> directions,
        List<SiblingAnswer> siblings,
        List<String> family,
        List<NoteAnswer> notes) {

    /**
     * A placement on file.
     *
     * @param center the Center's code
     * @param since its first day
     * @param decision id of the decision it rests on; null when it was entered without one
     */
    public record PlacementAnswer(
            String center, String since, @Nullable UUID decision) {

        static PlacementAnswer of(PlacementOnFile placement) {
            return new PlacementAnswer(
                    placement.center().code(), placement.since().toString(), placement.decision());
        }
    }

    /**
     * A directed assignment.
     *
     * @param number its number within the account
     * @param center the Center's code
     * @param from its first day
     * @param until its last day; null when it has no end
     * @param authority who directs
     * @param reference the document
     */
    public record DirectionAnswer(
            int number,
            String center,
            String from,
            @Nullable String until,
            String authority,
            String reference) {

        static DirectionAnswer of(Map.Entry<Integer, Direction> numbered) {
            Direction direction = numbered.getValue();
            return new DirectionAnswer(
                    numbered.getKey(),
                    direction.center().code(),
                    direction.from().toString(),
                    direction.through().equals(Account.OPEN)
                            ? null
                            : direction.through().toString(),
                    Echo.shown(direction.authority()),
                    Echo.shown(direction.reference()));
        }
    }

    /**
     * An appeal.
     *
     * @param id its id
     * @param preferred the Center asked for; null while the packet names none
     * @param filed the day it was filed
     * @param status where it stands
     * @param effective the day it takes effect; null unless it was granted
     * @param reference the document
     * @param decision the decision that a grant produced for this account; null unless it was granted
     */
    public record AppealLine(
            UUID id,
            @Nullable String preferred,
            String filed,
            String status,
            @Nullable String effective,
            String reference,
            @Nullable UUID decision) {

        static AppealLine of(AppealOnFile appeal) {
            return new AppealLine(
                    appeal.id(),
                    appeal.preferred() == null ? null : appeal.preferred().code(),
                    appeal.filed().toString(),
                    appeal.stage().name(),
                    appeal.effective() == null ? null : appeal.effective().toString(),
                    Echo.shown(appeal.reference()),
                    appeal.decision());
        }
    }

    /**
     * Another number under the same EIN.
     *
     * @param number the number
     * @param center the Center of its placement in force on the day shown; null without one
     */
    public record SiblingAnswer(String number, @Nullable String center) {}

    /**
     * What a person should know.
     *
     * @param code what it is about
     * @param message one sentence
     */
    public record NoteAnswer(String code, String message) {}

    /**
     * The answer.
     *
     * @param file what is on file
     * @param siblings the files of the other numbers under the same EIN
     * @param asOf the day to show
     * @param knownAt as known when; null for now
     */
    static AccountAnswer of(AccountFile file, List<AccountFile> siblings, LocalDate asOf, @Nullable Instant knownAt) {
        Optional<Account> account = file.on(asOf);
        Center center = account.map(Account::center).orElse(null);
        List<SiblingAnswer> others = siblings.stream()
                .map(sibling -> new SiblingAnswer(sibling.number().masked(), code(sibling, asOf)))
                .toList();
        return new AccountAnswer(
                file.number().masked(),
                file.number().shownName(file.name()),
                file.kind().name(),
                file.version(),
                String.valueOf(file.changedAt()),
                asOf.toString(),
                knownAt == null ? null : knownAt.toString(),
                center == null ? null : center.code(),
                center == null ? null : center.code(),
                account.map(Account::since).map(LocalDate::toString).orElse(null),
                file.directions().entrySet().stream()
                        .filter(numbered -> AccountFile.isInForce(numbered.getValue(), asOf))
                        .map(DirectionAnswer::of)
                        .toList(),
                file.appeals().values().stream()
                        .filter(appeal -> !appeal.filed().isAfter(asOf))
                        .map(AppealLine::of)
                        .toList(),
                file.placements().values().stream().map(PlacementAnswer::of).toList(),
                file.directions().entrySet().stream().map(DirectionAnswer::of).toList(),
                others,
                file.family().stream().map(ImporterNumber::masked).toList(),
                notes(center == null ? null : center.code(), others));
    }

    private static @Nullable String code(AccountFile file, LocalDate asOf) {
        PlacementOnFile placement = file.placementOn(asOf);
        return placement == null ? null : placement.center().code();
    }

    private static List<NoteAnswer> notes(@Nullable String center, List<SiblingAnswer> siblings) {
        List<NoteAnswer> notes = new ArrayList<>(1);
        List<String> differing = siblings.stream()
                .filter(sibling -> !String.valueOf(sibling.center()).equals(String.valueOf(center)))
                .map(sibling ->
                        sibling.number() + (sibling.center() == null ? " is not placed" : " is in " + sibling.center()))
                .toList();
        if (!differing.isEmpty()) {
            notes.add(new NoteAnswer(
                    "SIBLING_DIFFERS",
                    "under the same EIN " + String.join(", ", differing) + "; placement is per importer number"));
        }
        return notes;
    }
}
