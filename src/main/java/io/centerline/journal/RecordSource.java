package io.centerline.journal;

import io.centerline.log.RecordKind;
import io.centerline.log.RecordText;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables whose rows are leaves of one kind, read to be compared with them. Methods throw what JDBC and Jdbi throw. */
public interface RecordSource {

    /** The kind of its leaves. */
    RecordKind kind();

    /** What a row says now; empty when it is gone. */
    Optional<RecordText> find(Handle handle, String ref);

    /**
     * Rows without a leaf that are newer than the first row with one.
     *
     * @param first the oldest row that has a leaf
     * @return some of them
     */
    List<String> withoutLeaf(Handle handle, String first);
}
