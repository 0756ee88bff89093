package io.centerline.replay;

import java.util.List;

/**
 * A decision that was decided again.
 *
 * @param id its id
 * @param index its place in the journal
 * @param rulebook hashes of the rulebook then and now
 * @param leaf leaf hashes then and now, in hexadecimal digits; equal exactly when both decisions are byte for byte equal in
 *     canonical form
 * @param program the program that decided then
 * @param schedule the schedule that decided both times
 * @param differences everything that came out differently; under another rulebook not that it is another
 * @param decision the decision as it comes out now, JSON in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Replayed(
        String id,
        long index,
        Pair rulebook,
        Pair leaf,
        String program,
        String schedule,
        List<Difference> differences,
        byte[] decision) {

    public Replayed {
        differences = List.copyOf(differences);
    }

    /**
     * A value then and now.
     *
     * @param recorded then
     * @param replayed now
     */
    public record Pair(String recorded, String replayed) {}

    /** Whether nothing came out differently. */
    public boolean same() {
        return differences.isEmpty();
    }

    /** Whether the importer would be in another Center or have another status. */
    public boolean moved() {
        return differences.stream()
                .anyMatch(difference ->
                        difference.part().equals("status") || difference.part().equals("center"));
    }
}
