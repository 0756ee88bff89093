package io.centerline.batch;

import io.centerline.facts.Facts;
import io.centerline.intake.Intake;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.rows.FileIntake;
import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.rows.RowAccount;
import io.centerline.intake.rows.RowField;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.RowOptions;
import io.centerline.intake.rows.StagedTable;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.placement.Siblings;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides the rows of one EIN. Immutable; safe for any number of threads. */
public final class GroupPlacement {
    private static final IntakeLimits LIMITS = new IntakeLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final RowIntake intake;
    private final Placement placement;
    private final StagedTable table;
    private final RowOptions options;
    private final LocalDate asOf;
    private final Explain explain;
    private final int kindColumn;

    /**
     * A placement.
     *
     * @param table what the columns of rows hold
     * @param options how rows are read; rows with faults are rejected
     * @param asOf the day decided for
     * @param explain how much of the decisions is explained
     */
    public GroupPlacement(
            Rulebook rulebook,
            Schedule schedule,
            StagedTable table,
            RowOptions options,
            LocalDate asOf,
            Explain explain) {
        this.intake = new RowIntake(new HtsReader(schedule), schedule, rulebook.firstCoveredDay(), LIMITS);
        this.placement = new Placement(rulebook);
        this.table = table;
        this.options = options;
        this.asOf = asOf;
        this.explain = explain;
        this.kindColumn = column(table, RowField.KIND);
    }

    private static int column(StagedTable table, RowField field) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).field() == field) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Decides all rows of one EIN, or of a number that is none.
     *
     * @param rows the rows in the order of the files, rows that were added up at the place of the first
     * @param rejects takes the rows that are rejected; none when the group is to come again
     */
    public PlacedGroup place(List<GroupRow> rows, RowPlaces places, RejectedRows rejects) {
        boolean added = rows.stream().anyMatch(row -> row.stands() > 1);
        GroupSource source = new GroupSource(rows, places, kindColumn);
        // Rows that stand for several are named one by one, when the group comes again.
        FileIntake.Accepted read = read(source, added ? RejectedRows.NOBODY : rejects);
        if (added && source.isVague()) {
            return new PlacedGroup.Apart();
        }
        RowAccount account = read.reading().account();
        if (added && account.rejected() > 0 && rejects.isWanted()) {
            // No row that stands for several is among them, or it would have been named.
            read(source.again(), rejects);
        }
        Map<NotCountedReason, Long> notCounted = new EnumMap<>(NotCountedReason.class);
        List<Decision> decisions = new ArrayList<>();
        List<Long> rowsOf = new ArrayList<>();
        long counted = 0;
        for (int i = 0; i < read.cases().size(); i++) {
            Intake.Accepted each = read.cases().get(i);
            RowAccount.LineRows lines = account.rowsOfLines().get(i);
            long ofLines = lines.all();
            long silent = 0;
            for (Map.Entry<NotCountedReason, BitSet> entry :
                    placement.notVoting(each.facts()).entrySet()) {
                if (added && isVague(each.facts(), entry.getValue())) {
                    return new PlacedGroup.Apart();
                }
                long missed = entry.getValue().stream().mapToLong(lines::of).sum();
                notCounted.merge(entry.getKey(), missed, Long::sum);
                silent += missed;
            }
            counted += ofLines - silent;
            rowsOf.add(ofLines);
            decisions.add(placement.decide(each.facts(), each.warnings(), explain));
        }
        long more = rows.stream().mapToLong(row -> row.stands() - 1).sum();
        RowCounts counts = new RowCounts(
                counted + more, notCounted, account.titles(), account.sums(), account.dropped(), account.rejected());
        return new PlacedGroup.Decided(importers(rows, Siblings.compare(decisions), rowsOf), counts);
    }

    private FileIntake.Accepted read(GroupSource source, RejectedRows rejects) {
        boolean[] first = {true};
        try {
            FileIntake read = intake.read(
                    table,
                    () -> {
                        GroupSource rows = first[0] ? source : source.again();
                        first[0] = false;
                        return rows;
                    },
                    options,
                    asOf,
                    rejects);
            return (FileIntake.Accepted) read;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Whether a line that does not vote has no entry number: it may have been made of several rows, and an explanation names it by
     * its place among all lines.
     */
    private static boolean isVague(Facts facts, BitSet lines) {
        return lines.stream()
                .anyMatch(position -> facts.lines().get(position).entry().isEmpty());
    }

    /** The importers, each with the place of its first row and the number of its rows. */
    private List<GroupDecision> importers(List<GroupRow> rows, List<Decision> decisions, List<Long> rowsOf) {
        List<GroupDecision> importers = new ArrayList<>(decisions.size());
        Map<String, GroupRow> firsts = new HashMap<>();
        Map<String, Long> more = new HashMap<>();
        if (decisions.size() == 1) {
            long stand = rows.stream().mapToLong(row -> row.stands() - 1).sum();
            GroupRow first = rows.get(0);
            return List.of(new GroupDecision(decisions.get(0), first.file(), first.row(), rowsOf.get(0) + stand));
        }
        int column = column(table, RowField.IMPORTER);
        for (GroupRow row : rows) {
            String number = ImporterText.bare(row.cells().get(column));
            firsts.putIfAbsent(number, row);
            more.merge(number, row.stands() - 1, Long::sum);
        }
        for (int i = 0; i < decisions.size(); i++) {
            Decision decision = decisions.get(i);
            String number = decision.facts().importer().number().text();
            GroupRow first = firsts.getOrDefault(number, rows.get(0));
            importers.add(new GroupDecision(
                    decision, first.file(), first.row(), rowsOf.get(i) + more.getOrDefault(number, 0L)));
        }
        return importers;
    }
}
