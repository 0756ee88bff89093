package io.centerline.intake.rows;

import io.centerline.facts.EntryLine;
import io.centerline.facts.EntryTypes;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.IssueCode;
import io.centerline.intake.Intake;
import io.centerline.intake.Warnings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The case of one importer in the making, once the last row of the file was read. Not thread-safe. */
final class ImporterCase {

    /** Is told of lines that are rejected. */
    @FunctionalInterface
    interface Rejecting {
        void reject(ImporterRows importer, FileLine line, Rejection rejection);
    }

    private final ImporterRows importer;
    private final LineAssembly assembly;
    private final Rejecting rejecting;
    private final List<EntryLine> lines = new ArrayList<>();
    private int[] rows = {};
    private int undated;
    private final BitSet unknownTypes = new BitSet();
    private long dropped;

    ImporterCase(ImporterRows importer, LineAssembly assembly, Rejecting rejecting) {
        this.importer = importer;
        this.assembly = assembly;
        this.rejecting = rejecting;
    }

    /** Makes the lines out of the rows, which are gone afterwards. */
    void assemble() {
        importer.lines.forgetPlaces();
        rows = new int[importer.lines.size()];
        for (int i = 0; i < importer.lines.size(); i++) {
            FileLine line = importer.lines.take(i);
            if (line == null) {
                continue;
            }
            if (line.next == null) {
                add(assembly.single(line), 1);
            } else {
                assemble(line);
            }
        }
    }

    private void assemble(FileLine line) {
        LineAssembly.Assembled assembled = assembly.several(line, importer.warnings);
        if (assembled instanceof LineAssembly.Assembled.Made made) {
            dropped += line.size() - made.rows();
            add(made.line(), made.rows());
        } else if (assembled instanceof LineAssembly.Assembled.Rejected rejected) {
            rejecting.reject(importer, line, rejected.why());
        }
    }

    private void add(EntryLine line, int ofRows) {
        undated += line.date() == null ? 1 : 0;
        EntryTypes.addUnknown(line.entryTypeNumber(), unknownTypes);
        rows[lines.size()] = ofRows;
        lines.add(line);
    }

    List<EntryLine> lines() {
        return lines;
    }

    /** How many rows each line stands for. */
    int[] rows() {
        return Arrays.copyOf(rows, lines.size());
    }

    /** How many rows of other versions of its lines were not taken. */
    long dropped() {
        return dropped;
    }

    /** The case. */
    Intake.Accepted finish(LocalDate asOf, TableHeader header, CellPlace place) {
        Warnings warnings = importer.warnings;
        warnings.addUndated("", undated);
        warnings.addUnknownTypes("", unknownTypes);
        if (importer.rejectedRows > 0 && warnings.wants(IssueCode.ROWS_REJECTED)) {
            warnings.add(
                    IssueCode.ROWS_REJECTED,
                    "",
                    importer.rejectedRows
                            + (importer.rejectedRows == 1
                                    ? " row of the importer was rejected"
                                    : " rows of the importer were rejected")
                            + "; the decision rests on the others",
                    "mend the rows and place the file again");
        }
        Facts facts =
                new Facts(new Importer(importer.number, importer.name, importer.kind), asOf, lines, List.of(), null);
        return new Intake.Accepted(facts, warnings.list(""), true, kindAt(header, place));
    }

    private @Nullable String kindAt(TableHeader header, CellPlace place) {
        return importer.hasKind()
                ? place.at(importer.kindRow, header.get(RowField.KIND)).pointer()
                : null;
    }
}
