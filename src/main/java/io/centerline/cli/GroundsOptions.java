package io.centerline.cli;

import io.centerline.rulebook.edit.Grounds;
import io.centerline.rulebook.language.Standing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a new rule rests on. */
final class GroundsOptions {
    @Option(names = "--citation", required = true, paramLabel = "TEXT", description = "The source, in short.")
    private String citation = "";

    @Option(
            names = "--standing",
            paramLabel = "STANDING",
            description =
                    "What the change rests on: found, inferred:high, inferred:medium or inferred:low, which is the"
                            + " default.")
    private @Nullable String standing;

    @Option(names = "--reason", paramLabel = "TEXT", description = "A sentence for the comment above the new rule.")
    private String reason = "";

    Grounds grounds() {
        return new Grounds(citation, standing == null ? Standing.INFERRED_LOW : MoveOptions.standing(standing), reason);
    }
}
