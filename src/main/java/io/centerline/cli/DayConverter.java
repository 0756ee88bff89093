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
        DayRule.Fault fault = DayRule.fault(text);
        throw new TypeConversionException("'" + text + "' "
                + (fault == DayRule.Fault.YEAR ? fault.predicate() : "is not a day written YYYY-MM-DD"));
    }
}
