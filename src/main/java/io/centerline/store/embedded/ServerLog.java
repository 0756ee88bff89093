package io.centerline.store.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What the server or one of its programs wrote, and how to find the reason of a failure in it. */
final class ServerLog {

    private static final long ROTATE_AT = 10L << 20;

    private ServerLog() {}

    /** Returns the size of the log, after moving one that has grown large aside. */
    static long openedAt(Path log) throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        if (Files.size(log) > ROTATE_AT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            return 0;
        }
        return Files.size(log);
    }

    /** Returns the last line after {@code from} that names a fault, else the last line, without its time stamp. */
    static String lastFault(Path log, long from) throws IOException {
        List<String> lines = tail(log, from);
        String fault = "no reason given";
        boolean named = false;
        for (String line : lines) {
            boolean names = line.matches("(?s).*\\b(FATAL|PANIC|ERROR|error|fatal):.*");
            if (names || (!named && !line.isBlank())) {
                fault = line;
                named |= names;
            }
        }
        return fault.replaceFirst("^.*?\\b(?:FATAL|PANIC|ERROR|error|fatal): *", "")
                .strip();
    }

    static boolean mentions(Path log, long from, String text) throws IOException {
        return tail(log, from).stream().anyMatch(line -> line.contains(text));
    }

    private static List<String> tail(Path log, long from) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(from, file.length() - 65_536);
            byte[] bytes = new byte[(int) Math.max(0, file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
