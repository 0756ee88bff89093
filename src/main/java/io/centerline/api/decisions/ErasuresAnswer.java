package io.centerline.api.decisions;

import io.centerline.journal.Erasure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Erasures in the order of the journal.
 *
 * @param erasures some of them
 * @param next what to give as {@code from} to read on; null at the end
 */
public record ErasuresAnswer(
        List<Erased> erasures, @Nullable Long next) {

    /**
     * One erasure.
     *
     * @param from the first decision whose facts were erased
     * @param to the place behind the last
     * @param decidedBefore they were all decided before this
     * @param erasedAt when
     */
    public record Erased(long from, long to, String decidedBefore, String erasedAt) {
        static Erased of(Erasure erasure) {
            return new Erased(
                    erasure.from(),
                    erasure.to(),
                    erasure.decidedBefore().toString(),
                    erasure.erasedAt().toString());
        }
    }

    static ErasuresAnswer of(List<Erasure> erasures, JournalPage page) {
        return new ErasuresAnswer(erasures.stream().map(Erased::of).toList(), page.next(erasures, Erasure::to));
    }
}
