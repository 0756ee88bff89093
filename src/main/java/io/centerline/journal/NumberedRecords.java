package io.centerline.journal;

import io.centerline.log.RecordKind;
import io.centerline.log.RecordText;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * A table whose rows are leaves by a number that grows from row to row.
 *
 * @param kind of its leaves
 * @param table its name
 * @param number its column, indexed
 * @param text what the log says of a row
 */
public record NumberedRecords(RecordKind kind, String table, String number, RowMapper<RecordText> text)
        implements RecordSource {

    @Override
    public Optional<RecordText> find(Handle handle, String ref) {
        return handle.createQuery("select * from " + table + " where " + number + " = ?::bigint")
                .bind(0, ref)
                .map(text)
                .findOne();
    }

    @Override
    public Part withoutLeaf(Handle handle, String after, int rows) {
        return Part.of(
                handle.createQuery("select number::text as key, number::text as ref, not exists"
                                + " (select from log_record where kind = :kind and ref = number::text) as lost"
                                + " from (select " + number + " as number from " + table + " where " + number
                                + " > :after::bigint order by " + number
                                + " limit :rows) looked order by looked.number")
                        .bind("kind", kind.word())
                        .bind("after", after.isEmpty() ? "-1" : after)
                        .bind("rows", rows),
                rows);
    }

    @Override
    public boolean isBefore(Handle handle, String ref, String other) {
        return Long.parseLong(ref) < Long.parseLong(other);
    }
}
