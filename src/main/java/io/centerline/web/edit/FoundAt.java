package io.centerline.web.edit;

import io.centerline.application.DraftFolder;
import io.centerline.check.Diagnostic;
import io.centerline.rulebook.language.SourcePlace;
import java.util.List;
import java.util.Locale;

/**
 * What a check says of a draft, with the address of its place.
 *
 * @param severity {@code error}, {@code warning} or {@code note}
 * @param message what is wrong
 * @param help how to mend it; empty when the message says it
 * @param example a number or day that shows it; empty when there is none
 * @param path of the file in the folder
 * @param line where
 * @param href the address of the line in the editor; empty where the folder has no such file
 */
record FoundAt(String severity, String message, String help, String example, String path, int line, String href) {
    private static final String ROOT = "rules/";

    static FoundAt of(DraftFolder folder, Diagnostic found) {
        SourcePlace place = found.finding().place();
        String path = path(place);
        boolean there = folder.files().containsKey(path);
        return new FoundAt(
                found.severity().name().toLowerCase(Locale.ROOT),
                found.finding().message(),
                found.finding().help(),
                found.counterexample(),
                path,
                place.line(),
                there ? FilePages.address(folder.draft().id().toString(), path) + "&line=" + place.line() : "");
    }

    static List<FoundAt> all(DraftFolder folder, List<Diagnostic> found) {
        return found.stream().map(each -> of(folder, each)).toList();
    }

    /** The path below the folder of the file that a place names. */
    static String path(SourcePlace place) {
        return place.file().startsWith(ROOT) ? place.file().substring(ROOT.length()) : place.file();
    }
}
