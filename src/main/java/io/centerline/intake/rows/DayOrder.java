package io.centerline.intake.rows;

/** The order of day and month in days that are written in numbers. */
public enum DayOrder {
    MONTH_FIRST("MM/DD/YYYY"),
    DAY_FIRST("DD/MM/YYYY");

    private final String form;

    DayOrder(String form) {
        this.form = form;
    }

    /** How a mapping writes it. */
    public String form() {
        return form;
    }
}
