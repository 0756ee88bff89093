package io.centerline.spark;

import io.centerline.batch.RowPlaces;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The names of the files of a job, and of the places in them. Immutable. */
final class FilePlaces implements RowPlaces, Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> names;
    private final String unit;

    FilePlaces(List<String> names, boolean parquet) {
        this.names = new ArrayList<>(names);
        this.unit = parquet ? ", row " : ", line ";
    }

    /** The name of a file. */
    String name(int file) {
        return names.get(file);
    }

    @Override
    public String place(int file, long row) {
        return names.get(file) + unit + row;
    }
}
