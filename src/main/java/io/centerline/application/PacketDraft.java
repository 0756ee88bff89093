package io.centerline.application;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.centerline.accounts.AccountFile;
import io.centerline.accounts.Completeness;
import io.centerline.accounts.PacketDeficiency;
import io.centerline.accounts.PacketJson;
import io.centerline.accounts.PlacementOnFile;
import io.centerline.facts.AppealPacket;
import io.centerline.facts.AppealPacket.Heading;
import io.centerline.placement.Decision;
import io.centerline.placement.Imports;
import io.centerline.placement.Imports.HeadingTotal;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The packet of an appeal as far as a decision fills it in.
 *
 * @param decision id of the decision
 * @param importer the importer number, masked where it is a social security number
 * @param name the importer's name; empty when none is known
 * @param summary the decision in one sentence
 * @param rulebook hash of the rulebook it was made under
 * @param centers where the headings belong, most lines first
 * @param packet the packet, in the fields of a request
 * @param lacks what is still to be filled in
 */
public record PacketDraft(
        UUID decision,
        String importer,
        String name,
        String summary,
        String rulebook,
        List<CenterShare> centers,
        @JsonRawValue String packet,
        List<PacketDeficiency> lacks) {

    /**
     * A Center's part of the counted lines.
     *
     * @param center its code
     * @param name its name
     * @param count lines
     * @param value US dollars; null when no line says its value
     */
    public record CenterShare(
            String center,
            String name,
            long count,
            @Nullable String value) {}

    /**
     * The draft with the packet it holds.
     *
     * @param draft the draft
     * @param packet its packet
     */
    public record Drafted(PacketDraft draft, AppealPacket packet) {}

    /**
     * Drafts.
     *
     * @param id the decision's id
     * @param decision the decision
     * @param imports its counted lines
     * @param file what is on file for the importer
     * @param preferred the Center asked for; null for the one the count points to, when that is another
     * @param today the day it is filed
     */
    public static Drafted of(
            UUID id,
            Decision decision,
            Imports imports,
            AccountFile file,
            @Nullable Center preferred,
            LocalDate today) {
        PlacementOnFile placement = file.placementOn(today);
        Center current =
                placement == null ? Center.findByCode(decision.outcome().code()).orElse(null) : placement.center();
        Center indicated = decision.indicated() == current ? null : decision.indicated();
        AppealPacket packet = new AppealPacket(
                today,
                "draft from decision " + id,
                current,
                preferred == null ? indicated : preferred,
                List.of(decision.facts().importer().number()),
                List.of(),
                "",
                imports.from(),
                imports.to(),
                headings(imports));
        PacketDraft draft = new PacketDraft(
                id,
                decision.facts().importer().number().masked(),
                decision.facts()
                        .importer()
                        .number()
                        .shownName(decision.facts().importer().name()),
                decision.explanation().summary(),
                decision.rulebook(),
                centers(imports),
                PacketJson.masked(packet),
                Completeness.check(packet, file));
        return new Drafted(draft, packet);
    }

    private static List<Heading> headings(Imports imports) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Map<String, BigDecimal> values = new HashMap<>();
        for (HeadingTotal total : imports.headings()) {
            String digits = HtsNumber.prefixText(total.heading(), 4);
            counts.merge(digits, total.count(), Long::sum);
            values.merge(digits, total.value(), BigDecimal::add);
        }
        List<Heading> headings = new ArrayList<>();
        counts.forEach((digits, count) ->
                headings.add(new Heading(digits, (int) Math.min(Integer.MAX_VALUE, count), said(values.get(digits)))));
        return headings;
    }

    /** A sum of values; null for that of lines which say none. */
    private static @Nullable BigDecimal said(@Nullable BigDecimal sum) {
        return sum == null || sum.signum() == 0 ? null : sum;
    }

    private static List<CenterShare> centers(Imports imports) {
        Map<Center, Long> counts = new LinkedHashMap<>();
        Map<Center, BigDecimal> values = new LinkedHashMap<>();
        for (HeadingTotal total : imports.headings()) {
            counts.merge(total.center(), total.count(), Long::sum);
            values.merge(total.center(), total.value(), BigDecimal::add);
        }
        List<CenterShare> shares = new ArrayList<>();
        counts.forEach((center, count) -> {
            BigDecimal value = said(values.get(center));
            shares.add(new CenterShare(
                    center.code(), center.title(), count, value == null ? null : value.toPlainString()));
        });
        shares.sort((one, other) -> one.count() == other.count()
                ? one.center().compareTo(other.center())
                : Long.compare(other.count(), one.count()));
        return shares;
    }
}
