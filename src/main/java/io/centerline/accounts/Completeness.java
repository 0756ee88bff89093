package io.centerline.accounts;

import io.centerline.facts.AppealPacket;
import io.centerline.tariff.Center;
import io.centerline.text.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the packet of an appeal still lacks. The list of contents is remembered, not found in a public source, so nothing is
 * refused for what it lacks; and no deadline is known, so none is held up.
 */
public final class Completeness {
    private static final int MONTHS = 12;

    private Completeness() {}

    /**
     * The lacks of a packet, in the order of the list of contents.
     *
     * @param file what is on file for the account it was filed for
     */
    public static List<PacketDeficiency> check(AppealPacket packet, AccountFile file) {
        List<PacketDeficiency> lacks = new ArrayList<>();
        centers(packet, file, lacks);
        if (packet.importers().isEmpty()) {
            lacks.add(new PacketDeficiency(
                    "IMPORTER_NUMBERS",
                    "the importer of record numbers affected are not named",
                    "list all of them in `importers`, this account's too"));
        }
        if (packet.bonds().isEmpty()) {
            lacks.add(new PacketDeficiency("BOND_NUMBERS", "no bond number is named", "list all of them in `bonds`"));
        }
        if (packet.justification().isBlank()) {
            lacks.add(new PacketDeficiency(
                    "JUSTIFICATION",
                    "there is no written justification",
                    "say in `justification` which of the three factors of 19 CFR 101.10 speaks for the Center: business"
                            + " practices, intended use, high relative value"));
        }
        data(packet, lacks);
        return lacks;
    }

    private static void centers(AppealPacket packet, AccountFile file, List<PacketDeficiency> lacks) {
        PlacementOnFile placement = file.placementOn(packet.filed());
        Center onFile = placement == null ? null : placement.center();
        if (packet.currentCenter() == null) {
            lacks.add(new PacketDeficiency(
                    "CURRENT_CENTER",
                    "the current Center is not named",
                    onFile == null ? "none is on file on that day" : "`" + onFile.code() + "` is on file"));
        } else if (onFile != packet.currentCenter()) {
            lacks.add(new PacketDeficiency(
                    "CURRENT_CENTER",
                    "the current Center is given as `" + packet.currentCenter().code() + "`, but "
                            + (onFile == null ? "none" : "`" + onFile.code() + "`") + " is on file on `"
                            + packet.filed() + "`",
                    "look which of the two is right"));
        }
        if (packet.preferred() == null) {
            lacks.add(new PacketDeficiency(
                    "PREFERRED_CENTER",
                    "the preferred Center is not named",
                    "name it in `preferred`; without it nothing can be granted"));
        } else if (packet.preferred() == onFile) {
            lacks.add(new PacketDeficiency(
                    "PREFERRED_CENTER",
                    "the preferred Center, `" + onFile.code() + "`, is the one the account is placed in",
                    "name the Center the account should move to"));
        }
    }

    private static void data(AppealPacket packet, List<PacketDeficiency> lacks) {
        LocalDate from = packet.from();
        LocalDate to = packet.to();
        if (packet.headings().isEmpty()) {
            lacks.add(new PacketDeficiency(
                    "IMPORT_DATA",
                    "there is no import data by 4-digit heading",
                    "give number and value by heading in `data.headings`; `GET /v1/decisions/{id}/appeal-packet` drafts them"
                            + " from a decision"));
        }
        List<String> unvalued = packet.headings().stream()
                .filter(heading -> heading.value() == null)
                .map(heading -> "`" + heading.heading() + "`")
                .toList();
        if (!unvalued.isEmpty()) {
            lacks.add(new PacketDeficiency(
                    "IMPORT_DATA_VALUE",
                    "the value of the imports of " + (unvalued.size() == 1 ? "heading " : "headings ")
                            + Series.of(unvalued) + " is not given",
                    "give it in US dollars as `value` in `data.headings`"));
        }
        if (from == null || to == null) {
            lacks.add(new PacketDeficiency(
                    "IMPORT_DATA_PERIOD",
                    "the period of the import data is not given",
                    "give its first and last day in `data.from` and `data.to`"));
        } else if (to.isBefore(from.plusMonths(MONTHS).minusDays(1))) {
            lacks.add(new PacketDeficiency(
                    "IMPORT_DATA_PERIOD",
                    "the import data covers `" + from + "` to `" + to + "`, less than twelve months",
                    "with this first day it should reach to `"
                            + from.plusMonths(MONTHS).minusDays(1) + "`"));
        }
    }
}
