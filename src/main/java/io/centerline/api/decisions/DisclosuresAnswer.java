package io.centerline.api.decisions;

import io.centerline.journal.Disclosure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Disclosures of unmasked facts, in their order.
 *
 * @param disclosures some of them
 * @param next what to give as {@code from} to read on; null at the end
 */
public record DisclosuresAnswer(
        List<Disclosed> disclosures, @Nullable Long next) {

    /**
     * One disclosure.
     *
     * @param number its place among all disclosures, from 1
     * @param from the first decision whose facts were given out
     * @param to the place behind the last
     * @param caller who got them
     * @param disclosedAt when
     */
    public record Disclosed(long number, long from, long to, String caller, String disclosedAt) {
        static Disclosed of(Disclosure disclosure) {
            return new Disclosed(
                    disclosure.number(),
                    disclosure.from(),
                    disclosure.to(),
                    disclosure.caller(),
                    disclosure.disclosedAt().toString());
        }
    }

    static DisclosuresAnswer of(List<Disclosure> disclosures, JournalPage page) {
        return new DisclosuresAnswer(
                disclosures.stream().map(Disclosed::of).toList(),
                page.next(disclosures, disclosure -> disclosure.number() + 1));
    }
}
