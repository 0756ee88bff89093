package io.centerline.routing;

import io.centerline.facts.Issue;
import io.centerline.facts.ProtestFacts;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.tariff.Center;
import java.util.List;

/**
 * Entries put together into as few protests as {@link ProtestCondition} allows. Every entry asked for is in exactly one of them,
 * or apart with the reason; the order in which they were given shows nowhere.
 *
 * @param facts what it rests on
 * @param protests the protests, by code of the Center, then by merchandise and decision
 * @param apart the entries that could join none, by number and port
 * @param warnings what intake noted about the input
 * @param summary one sentence
 * @param rulebook hash of the rulebook
 */
public record Consolidation(
        ProtestFacts facts,
        List<Protest> protests,
        List<Apart> apart,
        List<Issue> warnings,
        String summary,
        String rulebook) {

    public Consolidation {
        protests = List.copyOf(protests);
        apart = List.copyOf(apart);
        warnings = List.copyOf(warnings);
    }

    /**
     * One protest, which gets one answer.
     *
     * @param center the Center that decides it
     * @param basis the ground on which it goes there
     * @param merchandise the category of merchandise; empty when its entries do not say it
     * @param decision the decision or decisions protested; empty when its entries do not say them
     * @param ports the ports of its entries, each once, in order
     * @param entries what it covers, by number
     * @param reasons why it goes to the Center, each sentence once
     * @param assumes what it takes for granted since no entry says it; each a sentence
     */
    public record Protest(
            Center center,
            Basis basis,
            String merchandise,
            String decision,
            List<String> ports,
            List<Covered> entries,
            List<String> reasons,
            List<String> assumes) {
        public Protest {
            ports = List.copyOf(ports);
            entries = List.copyOf(entries);
            reasons = List.copyOf(reasons);
            assumes = List.copyOf(assumes);
        }
    }

    /**
     * An entry that a protest covers.
     *
     * @param number as received
     * @param port the port of entry
     */
    public record Covered(String number, String port) {}

    /** Why an entry could join no protest. */
    public enum Why {
        /** It is in the request already, on the same category of merchandise. */
        LISTED_TWICE,
        /** The request says two different things of it. */
        CONTRADICTED,
        /** Its importer of record is a broker or a courier. */
        BROKERS_ENTRY,
        /** Another importer is its importer of record. */
        OTHER_IMPORTER,
        /** It has to go by its own goods, and none of its lines belongs to a Center. */
        NO_CLASSIFIABLE_LINE,
        /** A person has to say which Center it is. */
        PENDING,
        /** The rules in force give protests to no Center. */
        NO_CENTER
    }

    /**
     * An entry that could join no protest.
     *
     * @param number as received
     * @param port the port of entry
     * @param why the kind of reason
     * @param reason the reason in words
     */
    public record Apart(String number, String port, Why why, String reason) {}
}
