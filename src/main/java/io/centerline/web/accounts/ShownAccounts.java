package io.centerline.web.accounts;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.AppealOnFile;
import io.centerline.accounts.AppealStage;
import io.centerline.accounts.Completeness;
import io.centerline.accounts.Drift;
import io.centerline.accounts.HistoryEntry;
import io.centerline.accounts.ListedAccount;
import io.centerline.accounts.PacketDeficiency;
import io.centerline.accounts.PlacementOnFile;
import io.centerline.accounts.Reassessment;
import io.centerline.accounts.Reassessments;
import io.centerline.activation.ActiveRulebook;
import io.centerline.application.AccountList;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.placement.Outcome;
import io.centerline.placement.Placement;
import io.centerline.rulebook.Rulebook;
import io.centerline.text.Echo;
import io.centerline.web.FormField;
import io.centerline.web.Formats;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what the page of an account shows. */
@Singleton
final class ShownAccounts {
    private final Accounts accounts;
    private final Reassessments reassessments;
    private final ActiveRulebook active;

    ShownAccounts(Accounts accounts, Reassessments reassessments, ActiveRulebook active) {
        this.accounts = accounts;
        this.reassessments = reassessments;
        this.active = active;
    }

    /**
     * The view of an account.
     *
     * @param file what was on file as known at the instant
     * @param knownAt as known when; null for now
     * @param handles the fields that chose day and instant
     * @param others what is wrong with the address beside them
     */
    ShownAccount of(
            AccountFile file,
            LocalDate asOf,
            @Nullable Instant knownAt,
            LocalDate today,
            List<FormField> handles,
            List<Issue> others) {
        ImporterNumber number = file.number();
        List<HistoryEntry> history = accounts.history(number);
        List<HistoryEntry> known = history.stream()
                .filter(entry -> knownAt == null || !entry.recordedAt().isAfter(knownAt))
                .toList();
        Drift drift = knownAt == null ? drift(number) : null;
        PlacementOnFile placement = file.placementOn(asOf);
        Outcome outcome = outcome(file, asOf);
        List<ShownAccount.Appeal> appeals = file.appeals().values().stream()
                .map(appeal -> appeal(file, appeal))
                .toList();
        return new ShownAccount(
                number.masked(),
                number.shownName(file.name()),
                Formats.words(file.kind().name()),
                file.version(),
                asOf,
                knownAt,
                state(outcome, placement),
                center(outcome, placement),
                outcome == null || outcome.basis() == null
                        ? ""
                        : Formats.words(outcome.basis().name()),
                placement == null
                        ? null
                        : new ShownAccount.Placed(placement.center().code(), placement.since(), placement.decision()),
                handles,
                others,
                TimeLine.of(
                        file,
                        drift,
                        known,
                        new TimeLine.Days(
                                asOf, knownAt == null ? null : LocalDate.ofInstant(knownAt, ZoneOffset.UTC), today)),
                appeals.stream()
                        .filter(appeal -> appeal.stage().equals("filed"))
                        .toList(),
                appeals.stream()
                        .filter(appeal -> !appeal.stage().equals("filed"))
                        .toList(),
                drift == null
                        ? null
                        : new ShownAccount.Drifting(
                                drift.found().code(),
                                Formats.words(drift.reason().name()),
                                drift.since(),
                                drift.proposal()),
                siblings(number, asOf, knownAt),
                file.family().stream().map(ImporterNumber::masked).toList(),
                recorded(number, history, knownAt),
                "/decisions?importer=" + URLEncoder.encode(number.masked(), StandardCharsets.UTF_8),
                drafts(drift, placement));
    }

    private @Nullable Drift drift(ImporterNumber number) {
        Reassessment last = reassessments.last(List.of(number)).get(number);
        return last == null ? null : last.drift();
    }

    /** What the rules of the day say; null for days before those that they cover. */
    private @Nullable Outcome outcome(AccountFile file, LocalDate asOf) {
        Rulebook rulebook = active.latest().rulebook();
        return asOf.isBefore(rulebook.firstCoveredDay())
                ? null
                : AccountList.Entry.of(new ListedAccount(0, file), asOf, new Placement(rulebook))
                        .outcome();
    }

    private static String state(@Nullable Outcome outcome, @Nullable PlacementOnFile placement) {
        if (outcome == null) {
            return placement == null ? "pending" : "placed";
        }
        return outcome.status().replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static String center(@Nullable Outcome outcome, @Nullable PlacementOnFile placement) {
        if (outcome == null) {
            return placement == null ? "PNDING" : placement.center().code();
        }
        return outcome.code();
    }

    private ShownAccount.Appeal appeal(AccountFile file, AppealOnFile appeal) {
        boolean here = appeal.packet() != 0;
        List<PacketDeficiency> lacks = here && appeal.stage() == AppealStage.FILED
                ? Completeness.check(accounts.packet(file.number(), appeal), file)
                : List.of();
        return new ShownAccount.Appeal(
                appeal.id(),
                appeal.preferred() == null ? null : appeal.preferred().code(),
                appeal.filed(),
                Formats.spoken(appeal.stage()),
                Echo.shown(appeal.reference()),
                appeal.effective(),
                appeal.decision(),
                here,
                lacks);
    }

    private List<ShownAccount.Sibling> siblings(ImporterNumber number, LocalDate asOf, @Nullable Instant knownAt) {
        return accounts.siblings(number, knownAt == null ? Instant.MAX : knownAt).stream()
                .map(sibling -> {
                    PlacementOnFile placement = sibling.placementOn(asOf);
                    return new ShownAccount.Sibling(
                            sibling.number().masked(),
                            placement == null ? null : placement.center().code());
                })
                .toList();
    }

    private static List<ShownAccount.Recorded> recorded(
            ImporterNumber number, List<HistoryEntry> history, @Nullable Instant knownAt) {
        Map<Long, List<HistoryEntry>> byVersion = new LinkedHashMap<>();
        history.forEach(entry -> byVersion
                .computeIfAbsent(entry.version(), version -> new ArrayList<>())
                .add(entry));
        List<ShownAccount.Recorded> recorded = new ArrayList<>();
        byVersion.values().forEach(entries -> {
            HistoryEntry first = entries.get(0);
            recorded.add(new ShownAccount.Recorded(
                    first.version(),
                    first.recordedAt(),
                    Echo.shown(first.author()),
                    Echo.shown(first.reason()),
                    entries.stream()
                            .map(entry -> EventText.of(number, entry.event()))
                            .toList(),
                    knownAt == null || !first.recordedAt().isAfter(knownAt)));
        });
        Collections.reverse(recorded);
        return recorded;
    }

    private static List<ShownAccount.Draft> drafts(@Nullable Drift drift, @Nullable PlacementOnFile placement) {
        List<ShownAccount.Draft> drafts = new ArrayList<>();
        if (drift != null) {
            drafts.add(new ShownAccount.Draft("the proposal of the last reassessment", drift.proposal()));
        }
        if (placement != null && placement.decision() != null) {
            drafts.add(new ShownAccount.Draft("the decision the placement rests on", placement.decision()));
        }
        return drafts;
    }
}
