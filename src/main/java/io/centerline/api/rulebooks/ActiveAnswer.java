package io.centerline.api.rulebooks;

import io.centerline.activation.FolderState;
import io.centerline.activation.Replica;
import io.centerline.activation.Serving;
import io.centerline.rulebook.language.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What serves, as answers show it.
 *
 * @param rulebook hash of the rulebook that serves here
 * @param activation the activation that let it serve
 * @param rules how many rules it has
 * @param firstCoveredDay the first day it can decide for
 * @param doubt why nothing is decided here now; null when decisions are made
 * @param replicas the programs that serve from the same database, with what each serves
 * @param folder the rule folder that is watched; null when none is
 */
public record ActiveAnswer(
        String rulebook,
        ActivationAnswer activation,
        int rules,
        String firstCoveredDay,
        @Nullable String doubt,
        List<Replica> replicas,
        @Nullable Folder folder) {

    /**
     * The rule folder.
     *
     * @param standing SERVES, DIFFERS or REFUSED
     * @param hash hash of its rules; null when they cannot be read
     * @param errors what keeps it from serving
     */
    public record Folder(String standing, @Nullable String hash, List<Fault> errors) {}

    /**
     * One error.
     *
     * @param place file, line and column
     * @param message what is wrong
     * @param help how to mend it; null when the message says it
     */
    public record Fault(
            String place, String message, @Nullable String help) {

        static Fault of(Finding finding) {
            return new Fault(
                    finding.place().toString(),
                    finding.message(),
                    finding.help().isEmpty() ? null : finding.help());
        }
    }

    static ActiveAnswer of(
            Serving serving, @Nullable String doubt, List<Replica> replicas, @Nullable FolderState folder) {
        return new ActiveAnswer(
                serving.rulebook().hash(),
                ActivationAnswer.of(serving.activation()),
                serving.rulebook().rules().size(),
                serving.rulebook().firstCoveredDay().toString(),
                doubt,
                replicas,
                folder == null ? null : folder(folder, serving));
    }

    private static Folder folder(FolderState state, Serving serving) {
        return new Folder(
                state.standing(serving).name(),
                state.hash().isEmpty() ? null : state.hash(),
                state.errors().stream().map(Fault::of).toList());
    }
}
