package io.centerline.batch.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.decision.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What the results of a run are a function of: the inputs by their SHA-256, the rulebook, the schedule, the program and the options.
 * It names no time and no machine, so that equal runs have equal manifests. Stateless.
 */
final class RunManifest {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int BUFFER = 1 << 20;

    private RunManifest() {}

    /** The manifest as JSON that ends with a line break. */
    static byte[] of(RunRequest request, List<RunInput> inputs, RunProgress progress) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", "centerline-run/1");
        root.put("asOf", request.asOf().toString());
        root.put("rulebook", request.rulebook().hash());
        if (request.before() instanceof RunRequest.Before.OtherRules other) {
            root.put("comparedWith", other.rulebook().hash());
        }
        root.put("schedule", request.schedule().edition());
        root.put("program", request.program());
        root.put("contract", Contract.CURRENT.number());
        ObjectNode options = root.putObject("options");
        options.put("explain", request.explain().name().toLowerCase(Locale.ROOT));
        options.put("format", request.format().name().toLowerCase(Locale.ROOT));
        options.put("rows", request.rows().toString());
        ArrayNode files = root.putArray("inputs");
        progress.step("hashing the inputs");
        for (RunInput input : inputs) {
            ObjectNode file = files.addObject();
            file.put("name", input.name());
            try {
                file.put("bytes", Files.size(input.path()));
                file.put("sha256", sha256(input));
            } catch (IOException failed) {
                throw RunRefused.input(
                        "`" + input.name() + "` cannot be read: " + failed.getMessage(), "check the file and its disk");
            }
        }
        try {
            return (JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String sha256(RunInput input) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        byte[] buffer = new byte[BUFFER];
        try (InputStream stream = Files.newInputStream(input.path())) {
            int read;
            while ((read = stream.read(buffer)) >= 0) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
