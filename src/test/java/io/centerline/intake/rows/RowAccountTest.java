package io.centerline.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.intake.IntakeLimits;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.ListedRows;
import io.centerline.intake.sheet.RowSource;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** No row is lost: every one is in a line, set aside or rejected. */
class RowAccountTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 25);
    private static final Schedule SCHEDULE = Schedule.load();
    private static final RowIntake INTAKE = new RowIntake(
            new HtsReader(SCHEDULE), SCHEDULE, LocalDate.of(2013, 4, 4), new IntakeLimits(Integer.MAX_VALUE, 1));
    private static final List<String> TITLES = List.of(
            "Importer Number",
            "Kind",
            "Entry Number",
            "Line",
            "Entry Date",
            "Entry Type",
            "HTS",
            "Value",
            "Latest PSC Filed Date");

    /** Counts the rows that are rejected. */
    private static final class Counting implements RejectedRows {
        private final AtomicLong rows = new AtomicLong();

        @Override
        public void begin(List<String> titles) {}

        @Override
        public void reject(EntryRow row, String reason, String remedy) {
            assertThat(reason).isNotEmpty();
            rows.incrementAndGet();
        }
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        return Combinators.combine(
                        Arbitraries.of("12-345678900", "98-765432100", "12-345678900", "1"),
                        Arbitraries.of("", "", "", "BROKER"),
                        Arbitraries.of("A1", "a-1", "", "A1 Total"),
                        Arbitraries.of("1", "01", "2", "", "x"),
                        Arbitraries.of("2026-03-02", "3/2/2026", "03/04/2026", "", "13/13/2026"),
                        Arbitraries.of("", "01", "1", "21"),
                        Arbitraries.of("8471.30.0100", "8471.30.0100", "9503000073", "99038815", "", "84"),
                        Combinators.combine(
                                        Arbitraries.of("", "1", "$2.00", "(3)"),
                                        Arbitraries.of("", "", "04/15/2026", "05/15/2026", "x"))
                                .as((value, version) -> List.of(value, version)))
                .as((importer, kind, entry, line, day, type, hts, more) ->
                        List.of(importer, kind, entry, line, day, type, hts, more.get(0), more.get(1)))
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 500)
    void read_anyRows_areAllAccountedFor(@ForAll("rows") List<List<String>> cells, @ForAll OnConflict onConflict)
            throws IOException {
        List<EntryRow> rows = new ArrayList<>(List.of(new EntryRow(1, TITLES)));
        cells.forEach(row -> rows.add(new EntryRow(rows.size() + 1L, row)));
        Counting rejects = new Counting();

        FileIntake read = INTAKE.read(
                () -> new ListedRows("row", rows),
                new RowOptions(FileMapping.NONE, false, false, onConflict),
                AS_OF,
                rejects);

        RowAccount account = ((FileIntake.Accepted) read).reading().account();
        assertThat(account.read())
                .isEqualTo(cells.stream()
                        .filter(row -> !String.join("", row).isBlank())
                        .count());
        assertThat(account.titles() + account.sums() + account.dropped() + account.rejected() + account.inLines())
                .isEqualTo(account.read());
        assertThat(rejects.rows).hasValue(account.rejected());
    }

    @Example
    void read_aMillionRejects_areNotKept() throws IOException {
        long rows = 1_000_000;
        Counting rejects = new Counting();

        FileIntake read = INTAKE.read(() -> new Faulty(rows), RowOptions.LENIENT, AS_OF, rejects);

        RowAccount account = ((FileIntake.Accepted) read).reading().account();
        assertThat(account.rejected()).isEqualTo(rows);
        assertThat(account.rejects()).hasSize(20);
        assertThat(rejects.rows).hasValue(rows);
    }

    /** Rows that are made as they are asked for, each with a fault. */
    private static final class Faulty implements RowSource {
        private final long rows;
        private long given;

        Faulty(long rows) {
            this.rows = rows;
        }

        @Override
        public @Nullable EntryRow next() {
            given++;
            return given == 1
                    ? new EntryRow(1, TITLES)
                    : given <= rows + 1
                            ? new EntryRow(given, List.of("12-345678900", "", "A", "" + given, "", "", "84", "", ""))
                            : null;
        }

        @Override
        public void checkRest() {}

        @Override
        public String place(long row) {
            return "row " + row;
        }

        @Override
        public String place(long row, int column, String title) {
            return place(row) + ", column " + title;
        }
    }
}
