package io.centerline.api;

import io.centerline.intake.ImporterNumberReader;
import io.centerline.intake.ImporterNumberReader.Reading;
import io.centerline.rulebook.vocabulary.Office;
import io.centerline.tariff.Center;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words by which recorded decisions are chosen, alike in a query string and in a body. */
public final class DecisionWords {
    /** What a routing shows in place of a Center when none takes part. */
    private static final Stream<String> OFFICES =
            Arrays.stream(Office.values()).filter(office -> !office.hasCenter()).map(Office::name);

    /** What a decision shows as Center. */
    public static final List<String> CENTERS = Stream.concat(
                    Arrays.stream(Center.values()).map(Center::code),
                    Stream.concat(Stream.of("PNDING", "NOTELG"), OFFICES))
            .toList();

    /** What a decision shows as status. */
    public static final List<String> STATUSES = List.of("PLACED", "PENDING", "NOT_ELIGIBLE", "ROUTED");

    private static final Pattern MASKED = Pattern.compile("\\*{3}-\\*{2}-[0-9]{4}");

    private DecisionWords() {}

    /**
     * The importer number as decisions show it. A whole social security number is compared masked, so that nobody finds out
     * by trying which number hides behind a mask; the masked form is taken too.
     *
     * @param refuse takes what is wrong with a text that is no importer number
     * @return null when it is none
     */
    public static @Nullable String importer(String text, Consumer<Reading.Unreadable> refuse) {
        if (MASKED.matcher(text).matches()) {
            return text;
        }
        Reading reading = new ImporterNumberReader().read(text);
        if (reading instanceof Reading.Unreadable unreadable) {
            refuse.accept(unreadable);
            return null;
        }
        return ((Reading.Readable) reading).number().masked();
    }
}
