package io.centerline.cli;

import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.sheet.EntryRow;
import java.util.List;

/** Rejected rows go to two places. */
record BothRejects(RejectedRows one, RejectedRows other) implements RejectedRows {
    @Override
    public void begin(List<String> titles) {
        one.begin(titles);
        other.begin(titles);
    }

    @Override
    public void reject(EntryRow row, String reason, String remedy) {
        one.reject(row, reason, remedy);
        other.reject(row, reason, remedy);
    }

    @Override
    public boolean isWanted() {
        return one.isWanted() || other.isWanted();
    }
}
