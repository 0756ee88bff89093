package io.centerline.rulebook.edit;

import io.centerline.rulebook.language.NumberRange;
import io.centerline.tariff.Center;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a range of the tariff as a person writes it: {@code 8715}, {@code 8501-8503}, {@code 4015.12}. Stateless. */
public final class RangeText {
    private static final Pattern RANGE = Pattern.compile("([0-9][0-9.]*)(?:-([0-9][0-9.]*))?");
    private static final List<Integer> LEVELS = List.of(2, 4, 6, 8);

    private RangeText() {}

    /**
     * The numbers that a text names.
     *
     * @param center whose they are or will be
     * @throws EditRefused when it names none
     */
    public static NumberRange read(String text, Center center) {
        Matcher range = RANGE.matcher(text.strip());
        if (range.matches()) {
            String first = range.group(1).replace(".", "");
            String last = range.group(2) == null ? first : range.group(2).replace(".", "");
            boolean known = LEVELS.contains(first.length()) && last.length() == first.length();
            if (known && first.compareTo(last) <= 0 && isOfGoods(first) && isOfGoods(last)) {
                return new NumberRange(first.length(), Integer.parseInt(first), Integer.parseInt(last), center);
            }
        }
        throw new EditRefused(
                "`" + text + "` is no range of the tariff",
                "write a chapter, heading, subheading or rate line of chapters 01 to 97, or the first and last of one"
                        + " level: 8715, 8501-8503, 4015.12");
    }

    private static boolean isOfGoods(String prefix) {
        int chapter = Integer.parseInt(prefix.substring(0, 2));
        return chapter >= 1 && chapter <= 97 && chapter != 77;
    }
}
