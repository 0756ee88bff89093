package io.centerline.cli;

import java.util.UUID;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a decision, written as answers write it. */
final class DecisionIdConverter implements ITypeConverter<UUID> {

    @Override
    public UUID convert(String text) {
        if (text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            return UUID.fromString(text);
        }
        throw new TypeConversionException(
                "'" + text + "' is not the id of a decision, such as '01a210b6-c03a-731a-9ba9-f8a870fd3b76'");
    }
}
