package io.centerline.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the program's exit codes mean. */
public final class ExitCode {
    /** Everything asked for was done; pending and not eligible are decisions too. */
    static final int DONE = 0;
    /** Something outside the program's contract failed, such as a full disk or a bug. */
    static final int FAILED = 1;
    /** The command line could not be understood. */
    static final int USAGE = 2;
    /** The rulebook or the schedule is refused. */
    static final int RULES_REFUSED = 3;
    /** The input is refused; nothing was decided. */
    static final int INPUT_REFUSED = 4;
    /** A candidate moves more cases than {@code --limit} lets pass. */
    static final int OVER_LIMIT = 5;
    /** An export does not verify. */
    static final int NOT_VERIFIED = 6;
    /** A decision comes out differently than it was recorded, or cannot be decided again. */
    static final int NOT_THE_SAME = 7;

    /** The same for {@code --help}. */
    static final Map<String, String> MEANINGS = meanings();

    private ExitCode() {}

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put(DONE + "", "done; pending and not eligible are decisions too");
        meanings.put(
                FAILED + "",
                "the output could not be written, the address or the database is refused, or the program failed");
        meanings.put(USAGE + "", "the command line was not understood");
        meanings.put(RULES_REFUSED + "", "the rulebook or the schedule is refused");
        meanings.put(INPUT_REFUSED + "", "the input is refused; nothing was decided");
        meanings.put(OVER_LIMIT + "", "the candidate moves more cases than --limit lets pass");
        meanings.put(NOT_VERIFIED + "", "the export or the audited decision does not verify");
        meanings.put(NOT_THE_SAME + "", "a decision differs when it is decided again, or it cannot be decided again");
        return Collections.unmodifiableMap(meanings);
    }
}
