package io.centerline.web.decisions;

import static io.restassured.RestAssured.given;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Evidence packs as the service gives them. */
final class UnpackedPack {
    private UnpackedPack() {}

    static byte[] zip(String id, String query) {
        return given().get("/decisions/" + id + "/evidence-pack" + query)
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
    }

    static SortedMap<String, byte[]> files(byte[] zip) throws Exception {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    /** Unpacks a pack into a folder. */
    static Path of(Path folder, String id, String query) throws Exception {
        for (Map.Entry<String, byte[]> file : files(zip(id, query)).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }
}
