package io.centerline.web.decisions;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
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

    static byte[] masked(String id) {
        return zip(given().get("/decisions/" + id + "/evidence-pack"));
    }

    /** With the facts as they are kept, as the button under "Auditor" gives it. */
    static byte[] unmasked(String id) {
        return zip(given().header("Sec-Fetch-Site", "same-origin").post("/decisions/" + id + "/evidence-pack"));
    }

    private static byte[] zip(Response pack) {
        return pack.then()
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
    static Path of(Path folder, byte[] zip) throws Exception {
        for (Map.Entry<String, byte[]> file : files(zip).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }
}
