package io.centerline.intake.sheet;

import io.centerline.facts.IssueCode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook by what they are, in the strict or the transitional form of the format. Not thread-safe. */
final class WorkbookParts implements Closeable {
    private static final int MOST_SHEETS = 1_000;

    /**
     * A sheet of cells.
     *
     * @param name as its tab shows it
     * @param part the name of its part
     * @param hidden whether the workbook hides it
     */
    record Sheet(String name, String part, boolean hidden) {}

    private final ZipParts zip;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean from1904;
    private String texts = "";
    private String styles = "";

    private WorkbookParts(ZipParts zip) {
        this.zip = zip;
    }

    /**
     * Opens a workbook.
     *
     * @throws RowSource.Unreadable when the file is no workbook that can be read
     */
    static WorkbookParts open(Path file) throws IOException {
        ZipParts zip = new ZipParts(file);
        try {
            WorkbookParts parts = new WorkbookParts(zip);
            parts.refuseOthers();
            parts.read();
            return parts;
        } catch (IOException | RuntimeException failed) {
            zip.close();
            throw failed;
        }
    }

    List<Sheet> sheets() {
        return sheets;
    }

    /** Whether days count from 1904 on. */
    boolean isFrom1904() {
        return from1904;
    }

    SheetXml open(Sheet sheet) throws IOException {
        return new SheetXml(zip.get(sheet.part()), sheet.part());
    }

    NumberFormats formats() throws IOException {
        return NumberFormats.read(styles.isEmpty() ? null : zip.find(styles));
    }

    /** The texts that cells refer to. */
    SharedTexts texts() throws IOException {
        SharedTexts read = new SharedTexts();
        InputStream part = texts.isEmpty() ? null : zip.find(texts);
        if (part != null) {
            try (SheetXml xml = new SheetXml(part, texts)) {
                while (xml.next()) {
                    if (xml.isStart("si")) {
                        read.add(CellReader.richText(xml, "si"));
                    }
                }
            }
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void refuseOthers() throws IOException {
        try (InputStream kind = zip.find("mimetype")) {
            if (kind != null) {
                String type = new String(kind.readNBytes(100), StandardCharsets.US_ASCII);
                if (type.contains("opendocument")) {
                    throw RowSources.refused("the file is an OpenDocument file", "save it as XLSX or as CSV UTF-8");
                }
            }
        }
        if (zip.hasEnding("xl/workbook.bin")) {
            throw RowSources.refused("the file is a binary workbook (XLSB)", "save it as XLSX or as CSV UTF-8");
        }
        if (zip.hasEnding("vbaproject.bin")) {
            throw RowSources.refused("the workbook holds macros", "save it as XLSX, which has none");
        }
        try (InputStream types = zip.find("[Content_Types].xml")) {
            if (types == null) {
                throw RowSources.refused("the file is a ZIP archive and no workbook", "unpack it first");
            }
            try (SheetXml xml = new SheetXml(types, "[Content_Types].xml")) {
                while (xml.next()) {
                    String type = xml.isStart() ? xml.attribute("ContentType") : null;
                    if (type != null && type.contains("macroEnabled")) {
                        throw RowSources.refused("the workbook holds macros", "save it as XLSX, which has none");
                    }
                }
            }
        }
    }

    private void read() throws IOException {
        String workbook = "xl/workbook.xml";
        Map<String, Target> roots = targets("_rels/.rels", "");
        for (Target target : roots.values()) {
            if (target.is("officeDocument")) {
                workbook = target.part();
            }
        }
        if (zip.find(workbook) == null) {
            throw RowSources.refused("the file is a ZIP archive and no workbook", "save the rows as XLSX or CSV");
        }
        int name = workbook.lastIndexOf('/') + 1;
        String folder = workbook.substring(0, name);
        Map<String, Target> targets = targets(folder + "_rels/" + workbook.substring(name) + ".rels", folder);
        for (Target target : targets.values()) {
            if (target.is("sharedStrings")) {
                texts = target.part();
            } else if (target.is("styles")) {
                styles = target.part();
            }
        }
        try (SheetXml xml = new SheetXml(zip.get(workbook), workbook)) {
            while (xml.next()) {
                if (xml.isStart("sheet")) {
                    add(xml, targets);
                } else if (xml.isStart("workbookPr")) {
                    from1904 = isTrue(xml.attribute("date1904"));
                }
            }
        }
    }

    private void add(SheetXml xml, Map<String, Target> targets) throws IOException {
        String name = xml.attribute("name");
        Target target = targets.get(String.valueOf(xml.relationship()));
        if (name == null || target == null) {
            throw WorkbookFault.damaged("one of its sheets has no part");
        }
        String state = xml.attribute("state");
        if (target.is("worksheet")) {
            sheets.add(new Sheet(name, target.part(), state != null && state.contains("idden")));
        }
        if (sheets.size() > MOST_SHEETS) {
            throw WorkbookFault.of(
                    IssueCode.FILE_WORKBOOK,
                    "the workbook has more than " + MOST_SHEETS + " sheets",
                    "save the sheet as CSV UTF-8");
        }
    }

    private record Target(String type, String part) {
        boolean is(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    private Map<String, Target> targets(String part, String folder) throws IOException {
        Map<String, Target> targets = new HashMap<>();
        InputStream in = zip.find(part);
        if (in == null) {
            return targets;
        }
        try (SheetXml xml = new SheetXml(in, part)) {
            while (xml.next()) {
                String id = xml.isStart("Relationship") ? xml.attribute("Id") : null;
                String target = id == null ? null : xml.attribute("Target");
                String type = id == null ? null : xml.attribute("Type");
                if (id != null && target != null && type != null && targets.size() < 2 * MOST_SHEETS) {
                    targets.put(id, new Target(type, target.startsWith("/") ? target.substring(1) : folder + target));
                }
            }
        }
        return targets;
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }
}
