package io.centerline.cli;

import io.centerline.intake.rows.RowFile;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.sheet.RowSource;
import io.centerline.intake.sheet.RowSources;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A file of rows named on the command line. The standard input is kept in a file of its own while it is read. */
final class RowsInput implements RowFile, Closeable {
    private final String name;
    private final InputFile input;
    private final String sheet;
    private @Nullable Path copy;

    /**
     * A file.
     *
     * @param name as on the command line
     * @param input the same, open at its start
     */
    RowsInput(String name, InputFile input, String sheet) {
        this.name = name;
        this.input = input;
        this.sheet = sheet;
    }

    /** The file in a sentence. */
    String subject() {
        return input.subject();
    }

    /** Where rejected rows go when the user does not say: beside the file; null for the standard input. */
    @Nullable
    Path rejectsBeside() {
        if (name.equals("-")) {
            return null;
        }
        Path file = Path.of(name);
        String plain = String.valueOf(file.getFileName());
        int ending = plain.lastIndexOf('.');
        return file.resolveSibling((ending > 0 ? plain.substring(0, ending) : plain) + ".rejects.csv");
    }

    @Override
    public RowSource open() throws IOException {
        return RowSources.open(name.equals("-") ? copied() : Path.of(name), RowIntake.sheet(sheet));
    }

    private Path copied() throws IOException {
        Path known = copy;
        if (known != null) {
            return known;
        }
        // Readable by its owner only.
        Path made = Files.createTempFile("centerline-", ".rows");
        copy = made;
        Files.copy(input.content(), made, StandardCopyOption.REPLACE_EXISTING);
        return made;
    }

    @Override
    public void close() throws IOException {
        if (copy != null) {
            Files.deleteIfExists(copy);
        }
    }
}
