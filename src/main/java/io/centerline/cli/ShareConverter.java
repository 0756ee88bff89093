package io.centerline.cli;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a share between 0 and 1. */
final class ShareConverter implements ITypeConverter<BigDecimal> {

    @Override
    public BigDecimal convert(String text) {
        // Short texts only: an exponent could make a number of any length.
        if (text.matches("0(\\.[0-9]{1,9})?|1(\\.0{1,9})?")) {
            return new BigDecimal(text);
        }
        throw new TypeConversionException("'" + text + "' is not a share between 0 and 1, such as 0.01");
    }
}
