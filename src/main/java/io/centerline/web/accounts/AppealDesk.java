package io.centerline.web.accounts;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.AccountStale;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.AppealOnFile;
import io.centerline.accounts.AppealStage;
import io.centerline.accounts.AppealStatement;
import io.centerline.accounts.ChangeRefused;
import io.centerline.accounts.Completeness;
import io.centerline.accounts.Expectation;
import io.centerline.accounts.PlacementOnFile;
import io.centerline.api.AppealIntake;
import io.centerline.api.Html;
import io.centerline.api.Query;
import io.centerline.api.ShownNumbers;
import io.centerline.application.Appeals;
import io.centerline.application.DecisionLookup;
import io.centerline.application.PacketDrafting;
import io.centerline.facts.AppealPacket;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.web.Formats;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where appeals of an account are drawn up, filed and amended. */
@Singleton
final class AppealDesk {
    /** The value of the parameter {@code appeal} for one that is not filed yet. */
    static final String NEW = "new";

    private static final UUID NO_APPEAL = new UUID(0, 0);

    private final Accounts accounts;
    private final Appeals appeals;
    private final PacketDrafting drafting;
    private final Clock clock;

    AppealDesk(Accounts accounts, Appeals appeals, PacketDrafting drafting, Clock clock) {
        this.accounts = accounts;
        this.appeals = appeals;
        this.drafting = drafting;
        this.clock = clock;
    }

    /**
     * The page of an appeal.
     *
     * @param number the importer number of the account, masked where it is a social security number
     * @param name the importer's name, {@code ***} for a person's
     * @param appeal the appeal; null before it is filed
     * @param stage where it stands, in words
     * @param form its packet
     * @param changed what to say because the account changed meanwhile; empty when it did not
     * @param open whether the form is shown: the packet can be changed, or something was typed
     */
    record AppealView(
            String number,
            String name,
            @Nullable AppealOnFile appeal,
            String stage,
            AppealForm form,
            String changed,
            boolean open)
            implements TemplateInstance {}

    /**
     * The form of an appeal.
     *
     * @param id its id, or {@link #NEW}
     * @param decision the decision whose figures fill a new packet; null for none
     */
    Response show(AccountFile file, String id, @Nullable String decision) {
        if (!id.equals(NEW)) {
            AppealOnFile appeal = AppealStatement.filedHere(file, id(id));
            AppealPacket packet = accounts.packet(file.number(), appeal);
            AppealForm form = AppealForm.of(
                    AppealBody.typed(packet), List.of(), Completeness.check(packet, file), file.version());
            return Html.ok(shown(file, appeal, form));
        }
        Map<String, String> typed = decision == null
                ? blank(file)
                : AppealBody.typed(drafting.draft(decision, null).packet());
        return Html.ok(shown(file, null, AppealForm.of(typed, List.of(), null, file.version())));
    }

    /** What is known before anything is typed. */
    private Map<String, String> blank(AccountFile file) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        PlacementOnFile placement = file.placementOn(today);
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("filed", today.toString());
        typed.put("importers", file.number().masked());
        if (placement != null) {
            typed.put("currentCenter", placement.center().code());
        }
        return typed;
    }

    /**
     * Takes a form. What an amended packet says stays where the form does not have the field. What cannot be recorded comes back as it was typed.
     *
     * @param id of the appeal, or {@link #NEW}
     * @param form the fields
     */
    Response take(AccountFile file, String id, Query form) {
        Map<String, String> typed = new LinkedHashMap<>();
        UUID known = id.equals(NEW) ? null : id(id);
        AppealOnFile appeal = known == null ? null : AppealStatement.filedHere(file, known);
        Map<String, String> kept = appeal == null ? Map.of() : AppealBody.typed(accounts.packet(file.number(), appeal));
        AppealForm.NAMES.forEach(name -> typed.put(
                name,
                form.isSent(name) ? Objects.requireNonNullElse(form.raw(name), "") : kept.getOrDefault(name, "")));
        boolean check = form.raw("check") != null;
        boolean isSeen = form.raw("version") != null;
        if (!isSeen) {
            form.issue(
                    IssueCode.FIELD_MISSING,
                    "version",
                    "field `version` is missing",
                    "open the page of the appeal again");
        }
        long version = form.place("version", file.version(), Long.MAX_VALUE, "");
        AppealIntake.Asked asked = AppealIntake.read(
                AppealBody.of(check ? signed(typed) : typed),
                new ShownNumbers(() -> ShownNumbers.of(accounts, file.number(), known)));
        List<Issue> issues =
                Stream.concat(asked.issues().stream(), form.issues().stream()).toList();
        AppealPacket packet = asked.packet();
        if (packet == null || !issues.isEmpty()) {
            return refused(
                    file, appeal, AppealForm.of(typed, issues, null, version).besides(isSeen ? Map.of() : kept));
        }
        if (check) {
            AppealForm checked = AppealForm.of(typed, List.of(), Completeness.check(packet, file), version);
            return Html.ok(view(file, appeal, checked, "", true));
        }
        try {
            UUID recorded = record(file.number(), known, version, asked, packet);
            return Html.seeOther("?appeal=" + recorded);
        } catch (ChangeRefused contradicted) {
            return refused(file, appeal, AppealForm.of(typed, contradicted.issues(), null, version));
        } catch (AccountStale stale) {
            AppealForm again = AppealForm.of(
                    typed,
                    List.of(),
                    Completeness.check(packet, stale.current()),
                    stale.current().version());
            return changed(stale.current(), known, again, version);
        }
    }

    /** The form of a person who was overtaken, with what is on file now beside it. */
    private Response changed(AccountFile current, @Nullable UUID known, AppealForm form, long seen) {
        AppealOnFile now = known == null ? null : AppealStatement.filedHere(current, known);
        Map<String, String> onFile = now == null ? Map.of() : AppealBody.typed(accounts.packet(current.number(), now));
        String changed = "somebody recorded change " + current.version() + " of the account; you saw change " + seen;
        return Html.answer(412, view(current, now, form.besides(onFile), changed, true));
    }

    /** A packet that is only looked at needs nobody's name and no document yet. */
    private static Map<String, String> signed(Map<String, String> typed) {
        Map<String, String> signed = new LinkedHashMap<>(typed);
        signed.put("author", "-");
        signed.put("reason", "-");
        signed.merge("reference", "-", (typedText, none) -> typedText.isBlank() ? none : typedText);
        return signed;
    }

    private UUID record(
            ImporterNumber number, @Nullable UUID known, long version, AppealIntake.Asked asked, AppealPacket packet) {
        Appeals.Change change =
                new Appeals.Change(number, Expectation.version(version), asked.author(), asked.reason());
        if (known == null) {
            return appeals.file(change, packet).id();
        }
        appeals.amend(change, known, packet);
        return known;
    }

    private static Response refused(AccountFile file, @Nullable AppealOnFile appeal, AppealForm form) {
        return Html.answer(422, view(file, appeal, form, "", true));
    }

    private static AppealView shown(AccountFile file, @Nullable AppealOnFile appeal, AppealForm form) {
        return view(file, appeal, form, "", appeal == null || appeal.stage() == AppealStage.FILED);
    }

    private static AppealView view(
            AccountFile file, @Nullable AppealOnFile appeal, AppealForm form, String changed, boolean open) {
        return new AppealView(
                file.number().masked(),
                file.number().shownName(file.name()),
                appeal,
                appeal == null ? "" : Formats.spoken(appeal.stage()),
                form,
                changed,
                open);
    }

    private static UUID id(String text) {
        return DecisionLookup.parse(text).orElse(NO_APPEAL);
    }
}
