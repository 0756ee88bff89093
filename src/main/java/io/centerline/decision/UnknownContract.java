package io.centerline.decision;

import java.math.BigInteger;

/** A decision was made under a contract that is newer than this program. */
public final class UnknownContract extends Exception {
    private static final long serialVersionUID = 1L;

    private final String program;

    UnknownContract(BigInteger contract, String program) {
        super(
                "it was decided under contract " + contract + ", and this program knows contracts up to "
                        + Contract.CURRENT.number(),
                null,
                false,
                false);
        this.program = program;
    }

    /** What to do. */
    public String help() {
        return "use program version `" + program + "`, which decided it, or a later one";
    }
}
