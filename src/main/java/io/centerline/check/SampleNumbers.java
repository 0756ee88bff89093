package io.centerline.check;

import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.claims.ClaimMap.Piece;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Standing;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds, for cases that only say how many lines a Center has, a number the rules of the day give it: under a rule of
 * better than low standing if there is one, so that the number alone raises no doubt. Safe for any number of threads.
 */
final class SampleNumbers {
    private record Key(ClaimMap map, Center center) {}

    private final List<ClaimMap> maps;
    private final KnownNumbers known;
    private final Map<Key, Optional<HtsNumber>> found = new ConcurrentHashMap<>();

    SampleNumbers(List<ClaimMap> maps, KnownNumbers known) {
        this.maps = maps;
        this.known = known;
    }

    /** A number that belongs to the Center on the day; empty when the rules give it none. */
    Optional<HtsNumber> find(Center center, LocalDate day) {
        return maps.stream()
                .filter(map -> map.days().contains(day))
                .findFirst()
                .flatMap(map -> found.computeIfAbsent(new Key(map, center), key -> search(map, center)));
    }

    private Optional<HtsNumber> search(ClaimMap map, Center center) {
        Optional<HtsNumber> doubtful = Optional.empty();
        for (Piece piece : map.pieces()) {
            if (!piece.claims().isEmpty() && center(piece.claims().get(0)) == center) {
                Optional<HtsNumber> number = known.example(piece.stretch());
                if (number.isPresent() && piece.claims().get(0).standing() != Standing.INFERRED_LOW) {
                    return number;
                }
                doubtful = doubtful.isPresent() ? doubtful : number;
            }
        }
        return doubtful;
    }

    private static Center center(Rule rule) {
        return rule.range().map(NumberRange::center).orElseThrow();
    }
}
