package io.centerline.api.accounts;

import io.centerline.facts.ImporterNumber;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Numbers that answers show masked. They are loaded once, when the first is asked for. Not thread-safe. */
final class ShownNumbers implements AppealIntake.Shown {
    private final Supplier<List<ImporterNumber>> load;
    private @Nullable List<ImporterNumber> loaded;

    ShownNumbers(Supplier<List<ImporterNumber>> load) {
        this.load = load;
    }

    @Override
    public @Nullable ImporterNumber number(String masked) {
        List<ImporterNumber> numbers = loaded == null ? load.get() : loaded;
        loaded = numbers;
        List<ImporterNumber> shown = numbers.stream()
                .filter(each -> each.masked().equals(masked))
                .distinct()
                .toList();
        return shown.size() == 1 ? shown.get(0) : null;
    }
}
