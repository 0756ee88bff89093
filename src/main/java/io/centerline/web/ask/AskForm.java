package io.centerline.web.ask;

import io.centerline.api.FormBody;
import io.centerline.api.Query;
import io.centerline.application.FilePlacements;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.intake.ImporterNumberReader;
import io.centerline.placement.Placement.Explain;
import io.centerline.text.Echo;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form by which importers are placed, as it was sent, and what is wrong with it beside the field it is in.
 *
 * @param lines what was pasted
 * @param importer the importer number as it was typed
 * @param kind what kind of party; empty where it is not said
 * @param asOf the day as it was typed
 * @param show the importer whose whole answer is wanted, counted from 1; 0 when none is
 * @param key makes a repeated request record one decision
 * @param file the file's content; null when none was sent
 * @param fileName its name
 * @param both whether lines and a file came
 * @param leaves whether the file is to be left out then
 * @param asked what is asked of the lines
 * @param ofImporter what is wrong with the importer number
 * @param ofKind what is wrong with the kind
 * @param ofAsOf what is wrong with the day
 * @param ofLines what is wrong with the lines
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record AskForm(
        String lines,
        String importer,
        String kind,
        String asOf,
        int show,
        String key,
        byte @Nullable [] file,
        String fileName,
        boolean both,
        boolean leaves,
        FilePlacements.Asked asked,
        List<Fault> ofImporter,
        List<Fault> ofKind,
        List<Fault> ofAsOf,
        List<Fault> ofLines) {
    /** Rejected rows and importers that a page shows; files have them all. */
    static final int MOST_SHOWN = 200;

    private static final int MOST_KEPT = 1 << 20;
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,6}");

    /**
     * Something wrong.
     *
     * @param message what
     * @param help how to mend it; empty when the message says it
     */
    record Fault(String message, String help) {
        static List<Fault> of(List<Issue> issues) {
            return issues.stream()
                    .limit(MOST_SHOWN)
                    .map(issue -> new Fault(issue.message(), PageRemedies.of(issue.help())))
                    .toList();
        }
    }

    /** The form with nothing in it, for a day. */
    static AskForm blank(LocalDate today, String lines) {
        return new AskForm(
                lines,
                "",
                "",
                today.toString(),
                0,
                "",
                null,
                "",
                false,
                false,
                new FilePlacements.Asked(today, null, null, MOST_SHOWN, Explain.SUMMARY),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static AskForm read(FormBody form, LocalDate today, LocalDate firstCoveredDay) {
        Query day = form.query("asOf");
        LocalDate asOf = day.day("asOf", today, firstCoveredDay);
        Query word = form.query("kind");
        ImporterKind kind =
                form.text("kind").isEmpty() ? null : word.word("kind", ImporterKind.class, ImporterKind.IMPORTER);
        String typed = form.text("importer");
        List<Fault> ofImporter = new ArrayList<>();
        ImporterNumber importer = typed.isBlank() ? null : importer(typed, ofImporter);
        FormBody.Part part = form.file("file");
        byte[] file = part != null ? part.content() : kept(form.text("kept"));
        String name = part != null ? String.valueOf(part.file()) : form.text("keptName");
        String lines = form.text("lines");
        boolean both = !lines.isBlank() && file != null;
        boolean leaves = both && !form.text("leave").isEmpty();
        String show = form.text(form.text("pick").isEmpty() ? "show" : "pick");
        return new AskForm(
                lines,
                typed,
                form.text("kind"),
                form.text("asOf").isEmpty() ? today.toString() : form.text("asOf"),
                PLACE.matcher(show).matches() ? Integer.parseInt(show) : 0,
                form.text("key"),
                leaves ? null : file,
                Echo.clean(name),
                both,
                leaves,
                new FilePlacements.Asked(asOf, importer, kind, MOST_SHOWN, Explain.SUMMARY),
                ofImporter,
                Fault.of(word.issues()),
                Fault.of(day.issues()),
                ofLines(lines, file, leaves));
    }

    private static List<Fault> ofLines(String lines, byte @Nullable [] file, boolean leaves) {
        if (lines.isBlank() && file == null) {
            return List.of(new Fault("there are no lines to place", "paste lines or choose a file"));
        }
        return lines.isBlank() || file == null || leaves
                ? List.of()
                : List.of(new Fault("lines are pasted and a file is chosen", "paste lines or choose a file, not both"));
    }

    private static @Nullable ImporterNumber importer(String typed, List<Fault> faults) {
        ImporterNumberReader.Reading reading = new ImporterNumberReader().read(typed);
        if (reading instanceof ImporterNumberReader.Reading.Unreadable unreadable) {
            faults.add(new Fault(unreadable.message(), unreadable.help()));
            return null;
        }
        return ((ImporterNumberReader.Reading.Readable) reading).number();
    }

    /** A file that an earlier page carried along. */
    private static byte @Nullable [] kept(String text) {
        try {
            return text.isEmpty() ? null : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** What is wrong with the importer number of a decision that is to be recorded and has none. */
    static List<Fault> noImporter() {
        List<Fault> faults = new ArrayList<>();
        importer("", faults);
        return faults;
    }

    /** Whether it can be answered. */
    boolean isSound() {
        return ofImporter.isEmpty() && ofKind.isEmpty() && ofAsOf.isEmpty() && ofLines.isEmpty();
    }

    /** The lines as bytes: of the file where there is one, else as pasted. */
    byte[] content() {
        return file != null ? file : lines.getBytes(StandardCharsets.UTF_8);
    }

    /** What the lines came from. */
    String subject() {
        return file == null ? "pasted lines" : fileName.isEmpty() ? "file" : fileName;
    }

    /** The file as a page carries it along; empty without one, and when it is too long for that. */
    public String kept() {
        byte[] content = file;
        return content == null || content.length > MOST_KEPT
                ? ""
                : Base64.getEncoder().encodeToString(content);
    }

    /** Whether a page cannot carry the file along, so that it has to be chosen again. */
    public boolean isFileLost() {
        byte[] content = file;
        return content != null && content.length > MOST_KEPT;
    }

    AskForm withFaults(List<Fault> ofTheLines) {
        return new AskForm(
                lines,
                importer,
                kind,
                asOf,
                show,
                key,
                file,
                fileName,
                both,
                leaves,
                asked,
                ofImporter,
                ofKind,
                ofAsOf,
                ofTheLines);
    }

    AskForm withImporterFaults(List<Fault> ofTheImporter) {
        return new AskForm(
                lines,
                importer,
                kind,
                asOf,
                show,
                key,
                file,
                fileName,
                both,
                leaves,
                asked,
                ofTheImporter,
                ofKind,
                ofAsOf,
                ofLines);
    }

    /** The same for a browser that keeps what was typed. */
    AskForm withoutContent() {
        return new AskForm(
                "",
                importer,
                kind,
                asOf,
                show,
                key,
                null,
                fileName,
                both,
                leaves,
                asked,
                ofImporter,
                ofKind,
                ofAsOf,
                ofLines);
    }
}
