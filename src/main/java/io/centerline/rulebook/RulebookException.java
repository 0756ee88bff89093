package io.centerline.rulebook;

import io.centerline.rulebook.language.Finding;
import java.util.List;

/** A rulebook cannot serve; carries every finding. */
public final class RulebookException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public RulebookException(List<Finding> findings) {
        super(findings.size() + (findings.size() == 1 ? " finding" : " findings") + " in the rulebook\n\n"
                + Finding.renderAll(findings));
        this.findings = findings.stream().sorted().toList();
    }

    /** The findings in file order, at least one. */
    public List<Finding> findings() {
        return findings;
    }
}
