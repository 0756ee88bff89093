package io.centerline.activation;

import io.centerline.check.CheckReport;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import java.util.function.Function;

/**
 * What serves when a program starts: what was activated last, not what happens to lie in the rule folder. Only where
 * nothing was ever activated the folder's rules are, once they have passed the check that every rulebook passes.
 *
 * @param activation the activation in force
 * @param rulebook its rulebook, ready
 */
public record InitialActivation(Activation activation, Rulebook rulebook) {
    private static final String AUTHOR = "rule folder";

    /**
     * Tells the other replicas of this one and finds out what serves.
     *
     * @param check checks a folder
     * @throws RulebookException when what is active cannot be read, or nothing is and the folder is not sound
     */
    public static InitialActivation of(
            FolderAtStart folder,
            Function<RuleFolder, CheckReport> check,
            RulebookStore versions,
            Activations activations,
            Replicas replicas,
            Preparation preparation,
            Replica self) {
        // First its row, then the question: whoever activates from here on waits for this replica.
        replicas.beat(self);
        Activation before = activations.active().orElse(null);
        Activation activation = before != null ? before : begin(folder, check, versions, activations);
        Rulebook lying = folder.rulebook();
        if (lying != null && lying.hash().equals(activation.rulebook())) {
            preparation.keep(lying);
        }
        return new InitialActivation(activation, preparation.of(activation.rulebook()));
    }

    private static Activation begin(
            FolderAtStart folder,
            Function<RuleFolder, CheckReport> check,
            RulebookStore versions,
            Activations activations) {
        if (folder.rulebook() == null) {
            throw new RulebookException(folder.findings());
        }
        RuleFolder files = folder.reading().orThrow();
        CheckReport report = check.apply(files);
        if (!report.sound()) {
            throw new RulebookException(report.errors());
        }
        versions.store(files, AUTHOR);
        return activations.activateFirst(folder.rulebook().hash(), AUTHOR, "first start, from `" + folder.path() + "`");
    }
}
