package io.centerline.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The same table gives the same rows in whatever file it comes. */
class SameRowsTest {
    private static final List<String> TITLES = List.of("Importer Number", "Entry", "HTS", "Name");
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    @Property(tries = 200)
    void rows_ofOneTableInEachDialectAndAsWorkbook_areTheSame(@ForAll("tables") List<List<String>> table)
            throws IOException {
        List<List<String>> all = new ArrayList<>(List.of(TITLES));
        all.addAll(table);
        List<String> dialects = List.of(",\n", ";\n", "\t\r\n", "|\r", ";\r\n");

        for (String dialect : dialects) {
            String text = csv(all, dialect.substring(0, 1), dialect.substring(1));
            for (Charset charset : CHARSETS) {
                assertThat(read(("\uFEFF" + text).getBytes(charset))).as(text).isEqualTo(all);
                assertThat(read(("sep=" + dialect + text).getBytes(charset)))
                        .as(text)
                        .isEqualTo(all);
            }
        }
        assertThat(read(MadeUpWorkbook.of("Main Report", all))).isEqualTo(all);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> plain = Arbitraries.of(
                "12-345678900",
                "ABC12345678",
                "8471.30.0100",
                "Acme, Inc",
                "a;b",
                "say \"so\"",
                "Café €",
                "two\nlines",
                "1,50");
        Arbitrary<String> any = Arbitraries.strings()
                .withChars("ab1,;|\t\"'\n é€.$")
                .ofMinLength(1)
                .ofMaxLength(8)
                .filter(text -> !text.isBlank() && !text.startsWith("'"));
        Arbitrary<List<String>> row = Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, plain), net.jqwik.api.Tuple.of(1, any))
                .list()
                .ofSize(TITLES.size());
        return row.list().ofMinSize(1).ofMaxSize(8);
    }

    private static String csv(List<List<String>> rows, String separator, String end) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(String.join(
                            separator,
                            row.stream()
                                    .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                                    .toList()))
                    .append(end);
        }
        return text.toString();
    }

    private static List<List<String>> read(byte[] file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (RowSource source = RowSources.open(new ByteArrayInputStream(file), new SheetChoice("", row -> true))) {
            EntryRow row;
            while ((row = source.next()) != null) {
                rows.add(row.cells());
            }
        }
        return rows;
    }
}
