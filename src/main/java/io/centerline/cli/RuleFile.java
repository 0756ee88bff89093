package io.centerline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.language.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A rule folder in one file: the zip archive or the JSON document that {@code GET /v1/rulebooks/{hash}} answers. */
final class RuleFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RuleFile() {}

    /**
     * Reads a file.
     *
     * @throws CommandRefused when it cannot be read or is neither
     */
    static RuleFolder read(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            boolean zip = content.length > 1 && content[0] == 'P' && content[1] == 'K';
            return zip ? RuleFolder.ofZip(content) : of(JSON.readTree(content));
        } catch (JsonProcessingException notJson) {
            throw refused(file, "it is neither a zip archive nor JSON");
        } catch (RulebookException unreadable) {
            Finding first = unreadable.findings().get(0);
            throw refused(file, first.place() + ": " + first.message());
        } catch (IOException failed) {
            throw InputFile.unreadable(file.toString(), failed);
        }
    }

    /**
     * Reads a document. What it says beside the files, such as the author, does not matter.
     *
     * @throws RulebookException with everything that is wrong with it
     */
    static RuleFolder of(JsonNode document) {
        try {
            return RuleFolder.ofJson(
                    JSON.writeValueAsBytes(document.has("files") ? Map.of("files", document.path("files")) : document));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static CommandRefused refused(Path file, String why) {
        return new CommandRefused(
                ExitCode.RULES_REFUSED,
                "`" + file + "` is no rulebook: " + why,
                "name a rule folder, or what `GET /v1/rulebooks/{hash}` answered");
    }
}
