package io.centerline.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many of something, in digits or with k for thousands or M for millions. */
final class CountConverter implements ITypeConverter<Long> {
    private static final Pattern COUNT = Pattern.compile("([0-9]{1,12})([kKmM]?)");

    @Override
    public Long convert(String text) {
        Matcher count = COUNT.matcher(text);
        if (!count.matches()) {
            throw new TypeConversionException("'" + text + "' is not a whole number, such as 20000000, 20M or 500k");
        }
        long number = Long.parseLong(count.group(1));
        return switch (count.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> number * 1_000;
            case "m" -> number * 1_000_000;
            default -> number;
        };
    }
}
