package io.centerline.batch.data;

/** The forms in which entry lines are written. */
public enum DataForm {
    /** Parquet, one row for each line. */
    PARQUET("parquet", new ParquetPart()),
    /** CSV, one row for each line. */
    CSV("csv", new CsvPart()),
    /** The report ES-003 of ACE, a CSV with one row for each number of a line. */
    ES003("csv", new ReportPart());

    private final String ending;
    private final PartFile part;

    DataForm(String ending, PartFile part) {
        this.ending = ending;
        this.part = part;
    }

    /** How names of such files end, without the dot. */
    public String ending() {
        return ending;
    }

    PartFile part() {
        return part;
    }
}
