package io.centerline.impact;

/**
 * Where a case comes from.
 *
 * @param index its place in the journal or file, from 0
 * @param decision id of the recorded decision; empty for a case of a file
 */
public record CasePlace(long index, String decision) implements Comparable<CasePlace> {
    @Override
    public int compareTo(CasePlace other) {
        return Long.compare(index, other.index);
    }
}
