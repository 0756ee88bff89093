package io.centerline.rulebook;

import io.centerline.rulebook.ZipDirectory.Damaged;
import io.centerline.rulebook.ZipDirectory.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Reads and writes a zip archive of a rule folder, in memory. */
final class ZipSources {
    private static final String HELP = "zip the rule folder itself, without password, with an ordinary program";

    /** Of every file. The first month of an archive's calendar would be written a second time, in the machine's zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private ZipSources() {}

    static RuleFolder read(byte[] zip, SourceLimits limits) {
        SourceCollector collector = new SourceCollector(limits);
        if (zip.length == 0) {
            throw collector.stop("the archive is empty", "look whether the file you send is there");
        }
        if (zip.length > limits.totalBytes()) {
            throw collector.stop(
                    "the archive is longer than " + SourceCollector.number(limits.totalBytes()) + " bytes", HELP);
        }
        ZipDirectory directory;
        List<Entry> entries;
        try {
            directory = new ZipDirectory(zip);
            // Folders and notes count too, so that listing cannot cost more than reading.
            entries = directory.list(2 * limits.files());
        } catch (Damaged damaged) {
            throw collector.stop(String.valueOf(damaged.getMessage()), HELP);
        }
        String prefix = entries.stream()
                        .map(Entry::name)
                        .filter(name -> !SourceName.isHidden(name))
                        .allMatch(name -> name.startsWith("rules/"))
                ? "rules/"
                : "";
        String top = entries.stream()
                .map(Entry::name)
                .filter(name -> !SourceName.isHidden(name) && name.indexOf('/') > 0)
                .map(name -> name.substring(0, name.indexOf('/') + 1))
                .findFirst()
                .orElse("/");
        if (prefix.isEmpty()
                && entries.stream().map(Entry::name).anyMatch(name -> name.startsWith(top + "scenarios/"))
                && entries.stream()
                        .map(Entry::name)
                        .allMatch(name -> name.startsWith(top) || SourceName.isHidden(name))) {
            throw collector.stop(
                    "everything in the archive lies in `" + SourceName.shown(top) + "`",
                    "zip what is in that folder, for example with `jar -cMf rules.zip -C FOLDER .`");
        }
        for (Entry entry : entries) {
            take(directory, entry, entry.name().startsWith(prefix) ? prefix : "", collector);
        }
        return collector.folder("the archive", HELP);
    }

    /** The archive that {@link #read} reads back to an equal folder. */
    static byte[] write(RuleFolder folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : folder.files().entrySet()) {
                byte[] text = file.getValue().getBytes(StandardCharsets.UTF_8);
                out.putNextEntry(stored(file.getKey(), text));
                out.write(text);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("a rule folder can be written", impossible);
        }
        return bytes.toByteArray();
    }

    /** Not packed, because what packing gives differs between versions of its library. */
    private static ZipEntry stored(String name, byte[] text) {
        CRC32 crc = new CRC32();
        crc.update(text);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(text.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(TIME);
        return entry;
    }

    private static void take(ZipDirectory directory, Entry entry, String prefix, SourceCollector collector) {
        String path = entry.name().substring(prefix.length());
        boolean folder = path.isEmpty() || path.endsWith("/");
        String name = folder ? path.substring(0, Math.max(0, path.length() - 1)) : path;
        boolean hidden = SourceName.isHidden(name) && SourceName.fault(name).isEmpty();
        if ((folder && name.isEmpty() && !prefix.isEmpty()) || hidden) {
            return;
        }
        if (SourceName.fault(name).isPresent()) {
            collector.takesName(name);
        } else if (entry.isLink()) {
            collector.file(path, "the archive holds a link in place of a file", "put the file itself into the archive");
        } else if (folder) {
            if (entry.size() > 0) {
                collector.file(path, "a folder of the archive has contents", HELP);
            }
        } else if (!SourceName.isText(path)) {
            if (collector.takesName(path)) {
                unpack(directory, entry, path, collector);
            } else if (SourceName.kind(path) == SourceName.Kind.OTHER) {
                foreign(collector, path);
            }
        }
    }

    private static void unpack(ZipDirectory directory, Entry entry, String path, SourceCollector collector) {
        try {
            collector.add(path, directory.unpack(entry, collector.limits()));
        } catch (Damaged damaged) {
            collector.file(path, String.valueOf(damaged.getMessage()), HELP);
        }
    }

    /** Refuses a file nobody asked for, unless its name was already found to be misspelt. */
    static void foreign(SourceCollector collector, String path) {
        if (!SourceName.isMissed(path)) {
            collector.file(path, "the file has no place in a rulebook", "send rules, cases, scenarios and `.md` notes");
        }
    }
}
