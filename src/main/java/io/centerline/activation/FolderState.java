package io.centerline.activation;

import io.centerline.rulebook.language.Finding;
import java.util.List;

/**
 * What the rule folder held when it was last looked at, and whether it may serve.
 *
 * @param hash hash of its rules; empty when they cannot be read
 * @param errors what keeps it from serving, in file order; empty when it may serve
 */
public record FolderState(String hash, List<Finding> errors) {

    /** How the folder stands to the rulebook that serves. */
    public enum Standing {
        /** What lies in the folder serves. */
        SERVES,
        /** Something else serves: the folder changed while the service was down, or another rulebook was activated since. */
        DIFFERS,
        /** What lies in the folder may not serve, or not replace what is active; what served before goes on. */
        REFUSED
    }

    public FolderState {
        errors = List.copyOf(errors);
    }

    /** How the folder stands to what serves. */
    public Standing standing(Serving serving) {
        if (!errors.isEmpty()) {
            return Standing.REFUSED;
        }
        return hash.equals(serving.rulebook().hash()) ? Standing.SERVES : Standing.DIFFERS;
    }
}
