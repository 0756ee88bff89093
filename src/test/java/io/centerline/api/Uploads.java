package io.centerline.api;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The shipped rules as files to change and to send. */
public final class Uploads {
    public static final String ELECTRONICS = "membership/electronics.drl";

    private static final Path RULES = Path.of("rules");

    private Uploads() {}

    public static Response zip(Map<String, String> files, String address) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("rules/" + file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return given().header("Content-Type", "application/zip")
                .body(bytes.toByteArray())
                .post(address);
    }

    public static byte[] document(Map<String, String> files) throws IOException {
        return new ObjectMapper().writeValueAsBytes(Map.of("files", files));
    }

    public static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(RULES)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(RULES.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }
}
