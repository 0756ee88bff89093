package io.centerline.batch;

/** Names the places of rows for people: {@code lines.csv, line 12}. Safe for any number of threads. */
public interface RowPlaces {

    /**
     * The place of a row.
     *
     * @param file the position of its file among the inputs, from 0
     * @param row its number in the file
     */
    String place(int file, long row);
}
