package io.centerline.activation;

import io.centerline.check.HistoryFinding;
import java.util.List;

/** A rulebook changes answers for past days, and nobody said that it corrects them. */
public final class PastChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<HistoryFinding> findings;

    /**
     * The refusal.
     *
     * @param findings what changes, at least one
     */
    public PastChanged(List<HistoryFinding> findings) {
        super(findings.get(0).finding().message());
        this.findings = List.copyOf(findings);
    }

    /** What changes. */
    public List<HistoryFinding> findings() {
        return findings;
    }
}
