package io.centerline.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies a workbook so that its bytes depend on its contents only, and not on the time at which it was written. */
final class SteadyZip {
    /** The first day that archives know. */
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String PROPERTIES = "docProps/core.xml";

    private SteadyZip() {}

    /** Copies; the workbook says that it was made at the beginning of a day. */
    static void copy(Path from, Path to, LocalDate made) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile());
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream out = new ZipOutputStream(file)) {
            Enumeration<? extends ZipEntry> parts = zip.entries();
            while (parts.hasMoreElements()) {
                ZipEntry part = parts.nextElement();
                ZipEntry copy = new ZipEntry(part.getName());
                copy.setTimeLocal(FIRST_DAY);
                out.putNextEntry(copy);
                try (InputStream in = zip.getInputStream(part)) {
                    if (part.getName().equals(PROPERTIES)) {
                        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        out.write(text.replaceAll(
                                        "(<dcterms:(?:created|modified)[^>]*>)[^<]*", "$1" + made + "T00:00:00Z")
                                .getBytes(StandardCharsets.UTF_8));
                    } else {
                        in.transferTo(out);
                    }
                }
                out.closeEntry();
            }
        }
    }
}
