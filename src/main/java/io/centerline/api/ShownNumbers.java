package io.centerline.api;

import io.centerline.accounts.Accounts;
import io.centerline.accounts.AppealOnFile;
import io.centerline.facts.ImporterNumber;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers that answers show masked. They are loaded once, when the first is asked for. Not thread-safe. */
public final class ShownNumbers implements AppealIntake.Shown {
    private final Supplier<List<ImporterNumber>> load;
    private @Nullable List<ImporterNumber> loaded;

    /** Numbers that are loaded by a call. */
    public ShownNumbers(Supplier<List<ImporterNumber>> load) {
        this.load = load;
    }

    /** The number of an account, and those of one of its appeals on file. */
    public static List<ImporterNumber> of(Accounts accounts, ImporterNumber number, @Nullable UUID appeal) {
        AppealOnFile onFile =
                appeal == null ? null : accounts.file(number).appeals().get(appeal);
        return Stream.concat(Stream.of(number), onFile == null ? Stream.of() : onFile.importers().stream())
                .toList();
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
