package io.centerline.facts;

import io.centerline.tariff.Center;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The closed list of words a field may hold. Immutable.
 *
 * @param <E> what the words stand for
 */
public final class Words<E> {

    public static final Words<ImporterKind> KINDS = new Words<>(List.of(ImporterKind.values()), Enum::name);
    public static final Words<Activity> ACTIVITIES = new Words<>(List.of(Activity.values()), Enum::name);
    public static final Words<Role> ROLES = new Words<>(List.of(Role.values()), Enum::name);
    public static final Words<ArticleSet> SETS = new Words<>(List.of(ArticleSet.X, ArticleSet.V), Enum::name);
    public static final Words<Factor> FACTORS = new Words<>(List.of(Factor.values()), Enum::name);
    public static final Words<AppealStatus> STATUSES = new Words<>(List.of(AppealStatus.values()), Enum::name);
    public static final Words<Center> CENTERS = new Words<>(List.of(Center.values()), Center::code);

    private final Map<String, E> byWord = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    /** The names of constants. */
    public static <E extends Enum<E>> Words<E> ofEnum(Class<E> type) {
        return new Words<>(List.of(type.getEnumConstants()), Enum::name);
    }

    /** Words for values. */
    public static <E> Words<E> of(List<E> values, Function<E, String> word) {
        return new Words<>(values, word);
    }

    private Words(List<E> values, Function<E, String> word) {
        for (E value : values) {
            byWord.put(word.apply(value), value);
            words.add(word.apply(value));
        }
    }

    /** Words that stand for themselves. */
    public static Words<String> of(List<String> words) {
        return new Words<>(words, Function.identity());
    }

    /** What the word stands for, null when it is not in the list. */
    public @Nullable E find(String word) {
        return byWord.get(word);
    }

    /** The words, in the order of the contract. */
    public List<String> list() {
        return words;
    }
}
