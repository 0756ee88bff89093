package io.centerline.application;

import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.text.Echo;
import java.util.ArrayList;
import java.util.List;

/** Counts the rows that are rejected, keeps the first of them to be shown, and hands all on. Not thread-safe. */
final class ListedRejects implements RejectedRows {
    private final RejectedRows next;
    private final int most;
    private final List<FilePlacements.Rejected> first = new ArrayList<>();

    ListedRejects(RejectedRows next, int most) {
        this.next = next;
        this.most = most;
    }

    List<FilePlacements.Rejected> first() {
        return List.copyOf(first);
    }

    @Override
    public void begin(List<String> titles) {
        next.begin(titles);
    }

    @Override
    public void reject(EntryRow row, String reason, String remedy) {
        if (first.size() < most) {
            first.add(new FilePlacements.Rejected(row.number(), Echo.clean(reason), Echo.clean(remedy)));
        }
        next.reject(row, reason, remedy);
    }
}
