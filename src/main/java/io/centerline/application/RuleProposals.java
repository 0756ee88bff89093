package io.centerline.application;

import io.centerline.activation.Activations;
import io.centerline.activation.Preparation;
import io.centerline.activation.RulebookStore;
import io.centerline.activation.UnknownRulebook;
import io.centerline.check.CheckReport;
import io.centerline.check.Diagnostic.Severity;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.impact.runs.CaseSelection;
import io.centerline.impact.runs.ImpactRun;
import io.centerline.proposals.LineComment;
import io.centerline.proposals.ProposalConflict;
import io.centerline.proposals.ProposalFile;
import io.centerline.proposals.ProposalRequest;
import io.centerline.proposals.ProposalStale;
import io.centerline.proposals.ProposalState;
import io.centerline.proposals.ProposalStore;
import io.centerline.proposals.ProposedChange;
import io.centerline.proposals.ProposedChange.CheckCount;
import io.centerline.proposals.ProposedChange.RuleDifference;
import io.centerline.proposals.ReviewRequest;
import io.centerline.proposals.ReviewVerdict;
import io.centerline.proposals.UnknownProposal;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.change.RulebookDiff;
import io.centerline.tariff.Schedule;
import io.centerline.text.Echo;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a stored rulebook a proposal that others review before it serves. A proposal keeps what it changes against what was
 * active then; a review is kept with the version it was made of.
 */
@Singleton
public final class RuleProposals {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private final ProposalStore store;
    private final ProposalPolicy policy;
    private final RulebookStore versions;
    private final RulebookChecks checks;
    private final RulebookHistory history;
    private final ImpactReports reports;
    private final Activations activations;
    private final Preparation preparation;
    private final Schedule schedule;

    RuleProposals(
            ProposalStore store,
            ProposalPolicy policy,
            RulebookStore versions,
            RulebookChecks checks,
            RulebookHistory history,
            ImpactReports reports,
            Activations activations,
            Preparation preparation,
            Schedule schedule) {
        this.store = store;
        this.policy = policy;
        this.versions = versions;
        this.checks = checks;
        this.history = history;
        this.reports = reports;
        this.activations = activations;
        this.preparation = preparation;
        this.schedule = schedule;
    }

    /**
     * Proposes a stored rulebook; its impact report is asked for.
     *
     * @param rulebook its hash
     * @param author who proposes it
     * @param reason why
     * @param draft id of the draft it came from; null when it came from none
     * @see #propose(ProposalRequest)
     */
    public ProposalFile propose(String rulebook, String author, String reason, @Nullable String draft) {
        return propose(new ProposalRequest(rulebook, author, reason, draft, null, null));
    }

    /**
     * Proposes a stored rulebook. Without an impact report one is asked for, unless too many others wait.
     *
     * @throws UnknownRulebook when it is not stored
     * @throws RefusedException when it is active already, is not sound any more, or the report is about something else
     * @throws ProposalConflict when it is proposed already and nobody has said no
     * @throws BusyException when its turn to be checked does not come
     */
    public ProposalFile propose(ProposalRequest asked) {
        String base = active();
        RuleFolder folder =
                versions.findFolder(asked.rulebook()).orElseThrow(() -> new UnknownRulebook(asked.rulebook()));
        hold(asked, base);
        store.holdNew(asked.rulebook(), base);
        CheckReport report = checks.check(folder);
        Rulebook candidate = report.rulebook();
        if (candidate == null || !report.sound()) {
            throw new RefusedException(FailureKind.UNSOUND_RULES, RulebookUploads.errors(report));
        }
        ProposedChange change = change(preparation.of(base), candidate, report);
        UUID impact = asked.impact() == null ? report(asked.rulebook()) : asked.impact();
        return store.add(
                new ProposalRequest(
                        asked.rulebook(), asked.author(), asked.reason(), asked.draft(), asked.correction(), impact),
                base,
                change);
    }

    private void hold(ProposalRequest asked, String base) {
        List<Issue> issues = new ArrayList<>();
        if (asked.rulebook().equals(base)) {
            issues.add(new Issue(
                    IssueCode.VALUE_UNKNOWN,
                    "/rulebook",
                    "rulebook `" + base + "` is active already",
                    "propose one that is not"));
        }
        UUID impact = asked.impact();
        if (impact != null) {
            ImpactRun run = reports.find(impact).map(ImpactReports.Report::run).orElse(null);
            if (run == null || !run.candidate().equals(asked.rulebook())) {
                issues.add(new Issue(
                        IssueCode.VALUE_UNKNOWN,
                        "/impact",
                        "impact report `" + impact + "` "
                                + (run == null
                                        ? "does not exist"
                                        : "is about another candidate, `" + run.candidate() + "`"),
                        "leave it out, and a report is asked for"));
            }
        }
        RefusedException.ifAny(issues);
    }

    private ProposedChange change(Rulebook before, Rulebook after, CheckReport report) {
        RulebookDiff diff = RulebookDiff.between(before, after, schedule);
        return new ProposedChange(
                new CheckCount(
                        report.summary().rules(),
                        report.summary().cases(),
                        report.summary().scenarios(),
                        report.summary().fired(),
                        report.count(Severity.WARNING),
                        report.count(Severity.NOTE)),
                diff.rules().stream()
                        .map(rule ->
                                new RuleDifference(rule.id().text(), rule.kind().name(), rule.sentences()))
                        .toList(),
                diff.movedNumbers(),
                history.findings(before, after).size());
    }

    /** A proposal is worth having without its report; whoever reviews it can ask for one. */
    private @Nullable UUID report(String rulebook) {
        try {
            return reports.start(rulebook, CaseSelection.ALL).run().id();
        } catch (BusyException busy) {
            return null;
        }
    }

    /**
     * Adds a review, or takes the proposal back.
     *
     * @param seen whether the person saw a version
     * @throws UnknownProposal when there is none
     * @throws ProposalStale when the proposal has another version
     * @throws ProposalConflict when the person may not say that, or the proposal does not stand so that it can be said
     * @throws RefusedException with every comment on a line that the files do not have
     */
    public ProposalFile review(long number, ReviewRequest said, LongPredicate seen) {
        ProposalFile proposed = store.find(number).orElseThrow(() -> new UnknownProposal(number));
        RefusedException.ifAny(strayComments(proposed, said.comments()));
        String active = active();
        return store.review(number, said, file -> {
            if (!seen.test(file.version())) {
                throw new ProposalStale(file);
            }
            hold(file, said, active);
            policy.holdReviewer(file, said);
        });
    }

    private static void hold(ProposalFile file, ReviewRequest said, String active) {
        long number = file.proposal().number();
        ProposalState state = file.state(active);
        switch (state) {
            case OPEN, APPROVED -> {
                // Anything may be said.
            }
            case OVERTAKEN -> {
                if (said.verdict() == ReviewVerdict.APPROVED) {
                    throw new ProposalConflict("proposal " + number + " was overtaken: " + file.overtaken(active));
                }
            }
            case RETURNED, WITHDRAWN, ACTIVATED ->
                throw new ProposalConflict("proposal " + number + " is " + state
                        + ", and nothing more is said of it; propose the rulebook again");
        }
    }

    private List<Issue> strayComments(ProposalFile file, List<LineComment> comments) {
        List<Issue> issues = new ArrayList<>();
        if (comments.isEmpty()) {
            return issues;
        }
        RuleFolder folder = versions.findFolder(file.proposal().rulebook()).orElseThrow();
        RuleFolder base = versions.findFolder(file.proposal().base()).orElseThrow();
        for (int i = 0; i < comments.size(); i++) {
            LineComment comment = comments.get(i);
            String text =
                    folder.files().getOrDefault(comment.file(), base.files().get(comment.file()));
            if (text == null) {
                issues.add(new Issue(
                        IssueCode.VALUE_UNKNOWN,
                        "/comments/" + i + "/file",
                        "neither rulebook has a file " + Echo.of(comment.file()),
                        "name a file as `GET /v1/rulebooks/{hash}` does, such as `membership/electronics.drl`"));
            } else if (comment.line() > text.lines().count()) {
                issues.add(new Issue(
                        IssueCode.VALUE_OUT_OF_RANGE,
                        "/comments/" + i + "/line",
                        Echo.of(comment.file()) + " has " + text.lines().count() + " lines",
                        "lines are counted from 1"));
            }
        }
        return issues;
    }

    /** The proposal with a number; empty when there is none. */
    public Optional<ProposalFile> find(long number) {
        return store.find(number);
    }

    /**
     * The proposal with a number, as an address has it.
     *
     * @throws RefusedException when there is none
     */
    public ProposalFile get(String number) {
        return Optional.of(number)
                .filter(text -> NUMBER.matcher(text).matches())
                .flatMap(text -> store.find(Long.parseLong(text)))
                .orElseThrow(() -> new RefusedException(
                        FailureKind.NOT_FOUND,
                        "no proposal has the number " + Echo.of(number)
                                + "; `GET /v1/proposals` lists those there are"));
    }

    /**
     * Proposals, the last one first.
     *
     * @param limit at most so many
     * @param before only those with a smaller number; {@link Long#MAX_VALUE} for all
     */
    public List<ProposalFile> list(int limit, long before) {
        return store.list(limit, before);
    }

    /** The hash of the rulebook that is active, by which it is told how proposals stand. */
    public String active() {
        return activations.active().orElseThrow().rulebook();
    }
}
