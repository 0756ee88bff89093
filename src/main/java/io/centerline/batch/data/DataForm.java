package io.centerline.batch.data;

/** The forms in which entry lines are written. */
public enum DataForm {
    /** Parquet, one row for each line. */
    PARQUET("parquet"),
    /** CSV, one row for each line. */
    CSV("csv"),
    /** The report ES-003 of ACE, a CSV with one row for each number of a line. */
    ES003("csv");

    private final String ending;

    DataForm(String ending) {
        this.ending = ending;
    }

    /** How names of such files end, without the dot. */
    public String ending() {
        return ending;
    }

    PartFile part() {
        return switch (this) {
            case PARQUET -> new ParquetPart();
            case CSV -> new CsvPart();
            case ES003 -> new ReportPart();
        };
    }
}
