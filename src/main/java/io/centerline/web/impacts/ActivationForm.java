package io.centerline.web.impacts;

import io.centerline.activation.StoredRulebook;
import io.centerline.api.FormBody;
import io.centerline.facts.Issue;
import io.centerline.impact.runs.ImpactRun;
import io.centerline.web.FormField;
import io.centerline.web.FormField.Option;
import io.centerline.web.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that lets a stored rulebook serve.
 *
 * @param rulebook which one
 * @param who who activates, and why
 * @param correction why answers for past days may change
 * @param proposal the approved proposal
 * @param required whether a rulebook that never served needs one
 * @param report the impact report, and why decisions that it could not ask do not matter
 * @param refusal why nothing was activated; empty when nothing was refused, or the fields say it
 * @param started the impact report that was asked for; null when none was
 * @param pastChanges in how many places the rulebook chosen changes answers for past days
 */
record ActivationForm(
        FormField rulebook,
        List<FormField> who,
        FormField correction,
        FormField proposal,
        boolean required,
        List<FormField> report,
        String refusal,
        @Nullable ImpactRun started,
        int pastChanges) {

    /**
     * The form.
     *
     * @param typed what was typed
     * @param outcome what came of it
     * @param serving hash of the rulebook that serves
     * @param rulebooks the stored ones
     * @param required whether a rulebook that never served needs an approved proposal
     * @param runs runs over the journal, of which those are offered that can speak for the rulebook chosen
     */
    static ActivationForm of(
            FormBody typed,
            ActivationPages.Outcome outcome,
            String serving,
            List<StoredRulebook> rulebooks,
            List<ImpactRun> runs,
            int pastChanges,
            boolean required) {
        Reader reader = new Reader(typed, outcome.issues());
        String chosen = typed.text("rulebook");
        ImpactRun started = outcome.started();
        String quoted = started == null ? typed.text("impact") : started.id().toString();
        return new ActivationForm(
                reader.field("rulebook", "Rulebook", "select", "choose")
                        .choosing(rulebooks.stream()
                                .map(stored -> Option.of(stored, serving))
                                .toList()),
                List.of(reader.field("author", "Author", "text", ""), reader.field("reason", "Reason", "text", "")),
                reader.field("correction", "Correction: why answers for past days may change", "text", ""),
                reader.field("proposal", "Number of the approved proposal", "text", ""),
                required,
                List.of(
                        FormField.of("impact", "Impact report", "select", quoted, "none")
                                .judged(outcome.issues())
                                .choosing(runs.stream()
                                        .filter(run -> (run.state() == ImpactRun.State.DONE
                                                        || run.id().toString().equals(quoted))
                                                && !run.filtered()
                                                && run.baseline().equals(serving)
                                                && (chosen.isEmpty()
                                                        || run.candidate().equals(chosen)))
                                        .map(ActivationForm::option)
                                        .toList()),
                        reader.field("undecidedReason", "Why it may serve although some were not asked", "text", "")),
                outcome.refusal(),
                started,
                pastChanges);
    }

    private static Option option(ImpactRun run) {
        return new Option(
                run.id().toString(),
                Formats.us(run.askedAt()) + " · " + Formats.shortened(run.candidate()) + " · "
                        + (run.state() == ImpactRun.State.DONE
                                ? run.moved() + " of " + run.cases() + " would move"
                                : Formats.spoken(run.state())));
    }

    private record Reader(FormBody typed, List<Issue> issues) {
        FormField field(String name, String label, String type, String hint) {
            return FormField.of(name, label, type, typed.text(name), hint).judged(issues);
        }
    }
}
