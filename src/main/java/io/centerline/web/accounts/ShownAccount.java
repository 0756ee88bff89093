package io.centerline.web.accounts;

import io.centerline.accounts.PacketDeficiency;
import io.centerline.facts.Issue;
import io.centerline.web.FormField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as its page shows it.
 *
 * @param number the importer number, masked where it is a social security number
 * @param name the importer's name, {@code ***} for a person's; empty when none is known
 * @param kind what kind of party, in words
 * @param version the last change shown
 * @param asOf the day shown
 * @param knownAt as known when; null for now
 * @param state what the rules say of it on what is on file alone: the status in words
 * @param center the Center's code, {@code PNDING} or {@code NOTELG}
 * @param basis the legal basis in words; empty without one
 * @param placement the placement in force; null without one
 * @param handles the fields that choose day and instant
 * @param others what is wrong with the address beside the fields
 * @param line what is on file along time
 * @param open appeals that wait for an answer
 * @param closed other appeals
 * @param drift where it belongs instead; null when it does not drift, or as known in the past
 * @param siblings other numbers on file under the same EIN
 * @param family importer numbers of one corporate family
 * @param history all that was recorded, the newest first
 * @param decisions the address of the importer's decisions
 * @param drafts ids of decisions whose figures can fill a packet
 */
public record ShownAccount(
        String number,
        String name,
        String kind,
        long version,
        LocalDate asOf,
        @Nullable Instant knownAt,
        String state,
        String center,
        String basis,
        @Nullable Placed placement,
        List<FormField> handles,
        List<Issue> others,
        TimeLine line,
        List<Appeal> open,
        List<Appeal> closed,
        @Nullable Drifting drift,
        List<Sibling> siblings,
        List<String> family,
        List<Recorded> history,
        String decisions,
        List<Draft> drafts) {

    /** The placement in force: the Center's code, its first day, and the decision it rests on. */
    public record Placed(
            String center, LocalDate since, @Nullable UUID decision) {}

    /**
     * An appeal.
     *
     * @param id its id
     * @param preferred code of the Center asked for; null while the packet names none
     * @param filed the day it was filed
     * @param stage where it stands, in words
     * @param reference the document
     * @param effective the day it takes effect; null unless it was granted
     * @param decision the decision that granting it produced; null unless it was granted
     * @param here whether it was filed for this very account, so that its packet is here
     * @param lacks what its packet still lacks; empty where it is not open
     */
    public record Appeal(
            UUID id,
            @Nullable String preferred,
            LocalDate filed,
            String stage,
            String reference,
            @Nullable LocalDate effective,
            @Nullable UUID decision,
            boolean here,
            List<PacketDeficiency> lacks) {}

    /** A drift: the Center found, why, since when, and the decision that may be adopted. */
    public record Drifting(String found, String reason, LocalDate since, UUID proposal) {}

    /** Another number under the same EIN, with its Center's code; null when it is not placed. */
    public record Sibling(String number, @Nullable String center) {}

    /**
     * A change.
     *
     * @param version its number
     * @param at since when it is known
     * @param author who made it
     * @param reason why
     * @param texts what it says
     * @param known whether it is among what is shown
     */
    public record Recorded(long version, Instant at, String author, String reason, List<String> texts, boolean known) {}

    /** A decision whose figures can fill a packet. */
    public record Draft(String label, UUID decision) {}
}
