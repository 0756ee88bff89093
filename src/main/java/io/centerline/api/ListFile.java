package io.centerline.api;

import io.centerline.api.SheetStream.Column;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers with a file that a browser saves and no cache keeps for others. */
public final class ListFile {
    private ListFile() {}

    /**
     * An answer.
     *
     * @param content bytes, a text, or a {@link StreamingOutput} that writes the file
     * @param type its media type
     * @param name the name to save it under
     */
    public static Response of(Object content, String type, String name) {
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** Rows as CSV, below the titles of their columns, written while they are read. */
    public static <R> Response csv(List<Column<R>> columns, RowPages<R> rows, String name) {
        StreamingOutput written = out -> {
            out.write(utf8(Column.titles(columns)));
            rows.forEach(row -> out.write(utf8(Column.cells(columns, row))));
        };
        return of(written, ListFormat.CSV.contentType(), name);
    }

    /** Rows as a workbook, written while they are read. */
    public static Response workbook(SheetStream<?> workbook, String name) {
        return of(workbook, SheetStream.TYPE, name);
    }

    private static byte[] utf8(List<String> cells) {
        return CsvCells.row(cells).getBytes(StandardCharsets.UTF_8);
    }
}
