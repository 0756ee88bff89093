package io.centerline.facts;

import io.centerline.tariff.Center;
import io.centerline.text.Echo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an importer sends with an appeal against its placement; a packet may lack things.
 *
 * @param filed the day it was filed
 * @param reference the document
 * @param currentCenter the Center the importer says it is placed in; null when it says none
 * @param preferred the Center it asks for; null when it names none
 * @param importers the importer numbers it names as affected, each once
 * @param bonds the bond numbers
 * @param justification why; empty when it says nothing
 * @param from first day of the import data; null without
 * @param to last day of the import data; null without
 * @param headings the imports by heading, each heading once
 */
public record AppealPacket(
        LocalDate filed,
        String reference,
        @Nullable Center currentCenter,
        @Nullable Center preferred,
        List<ImporterNumber> importers,
        List<String> bonds,
        String justification,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Heading> headings) {

    /**
     * Imports of one heading.
     *
     * @param heading four digits
     * @param count how many lines, at least 1
     * @param value their value in US dollars, scale 2; null when it is not known
     */
    public record Heading(
            String heading, int count, @Nullable BigDecimal value) {}

    public AppealPacket {
        importers = List.copyOf(importers);
        bonds = List.copyOf(bonds);
        headings = List.copyOf(headings);
    }

    /** What a caller who sends this packet means: texts that are sent as answers show them stay as they are on file. */
    public AppealPacket meant(AppealPacket onFile) {
        return new AppealPacket(
                filed,
                Echo.meant(reference, onFile.reference),
                currentCenter,
                preferred,
                importers,
                bonds,
                Echo.meant(justification, onFile.justification),
                from,
                to,
                headings);
    }
}
