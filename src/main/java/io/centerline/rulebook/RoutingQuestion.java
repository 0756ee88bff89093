package io.centerline.rulebook;

import io.centerline.rulebook.vocabulary.Matter;
import io.centerline.rulebook.vocabulary.OnFile;
import io.centerline.rulebook.vocabulary.Predominant;
import io.centerline.tariff.Center;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is put to the routing rules. There are only so many questions, so each is put to the engine once an edition.
 *
 * @param matter what is to be routed
 * @param onFile where the account lies; null unless it is placed
 * @param predominant the Center of the entry's predominant number; null when there is none or it was not asked for
 */
public record RoutingQuestion(
        Matter matter, @Nullable OnFile onFile, @Nullable Predominant predominant) {

    /** The same when the entry's goods point to another Center, or to none. */
    public RoutingQuestion with(Optional<Center> indicated) {
        return new RoutingQuestion(
                matter, onFile, indicated.map(Predominant::new).orElse(null));
    }

    /** The facts the rules match. */
    public List<Object> facts() {
        return Stream.of(matter, onFile, predominant)
                .filter(Objects::nonNull)
                .<Object>map(fact -> fact)
                .toList();
    }
}
