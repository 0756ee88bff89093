package io.centerline.cli;

import io.centerline.facts.DayRule;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day under the rule of {@link DayRule}. */
final class DayConverter implements ITypeConverter<LocalDate> {

    @Override
    public LocalDate convert(String text) {
        LocalDate day = DayRule.find(text);
        if (day != null) {
            return day;
        }
        throw new TypeConversionException(
                "'" + text + "' " + DayRule.fault(text).predicate(text));
    }
}
