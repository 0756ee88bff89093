package io.centerline.activation;

import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;

/**
 * What serves when a program starts: what was activated last, not what happens to lie in the rule folder. Only where
 * nothing was ever activated the folder's rules are.
 *
 * @param activation the activation in force
 * @param rulebook its rulebook, ready
 * @param first whether nothing was active before
 */
public record InitialActivation(Activation activation, Rulebook rulebook, boolean first) {
    private static final String AUTHOR = "rule folder";

    /**
     * Tells the other replicas of this one and finds out what serves.
     *
     * @throws RulebookException when what is active cannot be read, or nothing is and the folder is not sound
     */
    public static InitialActivation of(
            FolderAtStart folder,
            RulebookStore versions,
            Activations activations,
            Replicas replicas,
            Preparation preparation,
            Replica self) {
        // First its row, then the question: whoever activates from here on waits for this replica.
        replicas.beat(self);
        Activation before = activations.active().orElse(null);
        Activation activation = before != null ? before : begin(folder, versions, activations);
        Rulebook lying = folder.rulebook();
        if (lying != null && lying.hash().equals(activation.rulebook())) {
            preparation.keep(lying);
        }
        return new InitialActivation(activation, preparation.of(activation.rulebook()), before == null);
    }

    private static Activation begin(FolderAtStart folder, RulebookStore versions, Activations activations) {
        if (folder.rulebook() == null) {
            throw new RulebookException(folder.findings());
        }
        versions.store(folder.reading().orThrow(), AUTHOR);
        return activations.activateFirst(folder.rulebook().hash(), AUTHOR, "first start, from `" + folder.path() + "`");
    }
}
