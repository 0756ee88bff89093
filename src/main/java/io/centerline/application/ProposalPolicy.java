package io.centerline.application;

import io.centerline.activation.Activations;
import io.centerline.proposals.ApprovalNeeded;
import io.centerline.proposals.ProposalConflict;
import io.centerline.proposals.ProposalFile;
import io.centerline.proposals.ReviewRequest;
import io.centerline.proposals.ReviewVerdict;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says whether an activation needs an approved proposal, and whether one person may both propose and review. People are known
 * by the names they give, since the service asks nobody to sign in.
 */
@Singleton
public final class ProposalPolicy {
    /** The setting: whether an activation needs an approved proposal. */
    public static final String PROPOSAL = "centerline.activation.proposal";

    /** The setting: who may review a proposal. */
    public static final String REVIEWER = "centerline.proposal.reviewer";

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]|[\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}"
                    + "\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{E0100}-\\x{E01EF}]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\x{2800}]+");

    /** Whether an activation needs an approved proposal. */
    public enum Need {
        OPTIONAL,
        REQUIRED
    }

    /** Who may review a proposal. */
    public enum Reviewer {
        ANYONE,
        ANOTHER
    }

    private final Need need;
    private final Reviewer reviewer;

    ProposalPolicy(
            @ConfigProperty(name = PROPOSAL, defaultValue = "optional") String need,
            @ConfigProperty(name = REVIEWER, defaultValue = "anyone") String reviewer) {
        this.need = Need.valueOf(word(need));
        this.reviewer = Reviewer.valueOf(word(reviewer));
    }

    private static String word(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /** Whether an activation needs an approved proposal. */
    public boolean needsProposal() {
        return need == Need.REQUIRED;
    }

    /** Whether author and reviewer must be two. */
    public boolean needsAnother() {
        return reviewer == Reviewer.ANOTHER;
    }

    /**
     * Passes an activation that quotes no proposal, where it needs none. Going back to a rulebook that served before never
     * does.
     *
     * @param rulebook hash of the rulebook that is to serve
     * @throws ApprovalNeeded when it needs one
     */
    public void holdUnproposed(String rulebook, Activations activations) {
        if (needsProposal() && !activations.everActive(rulebook)) {
            throw new ApprovalNeeded(
                    "this service activates a rulebook that never served only with an approved proposal",
                    "propose it with `POST /v1/proposals`, let it be approved, and activate with the number as `proposal`");
        }
    }

    /**
     * Passes a proposal that was approved by a person who may.
     *
     * @throws ApprovalNeeded when its author alone approved it and may not
     */
    public void holdApprover(ProposalFile file) {
        boolean fit = !needsAnother()
                || file.reviews().stream()
                        .filter(review -> review.said().verdict() == ReviewVerdict.APPROVED)
                        .anyMatch(review -> !isAuthor(file, review.said().reviewer()));
        if (!fit) {
            throw new ApprovalNeeded(
                    "only its author approved proposal " + file.proposal().number(), "let another person review it");
        }
    }

    /**
     * Passes a review by a person who may say it.
     *
     * @throws ProposalConflict when the author reviews and may not
     */
    void holdReviewer(ProposalFile file, ReviewRequest said) {
        if (needsAnother() && said.verdict() != ReviewVerdict.WITHDRAWN && isAuthor(file, said.reviewer())) {
            throw new ProposalConflict("the author of proposal "
                    + file.proposal().number() + " may not review it; ask another person, or withdraw it");
        }
    }

    private static boolean isAuthor(ProposalFile file, String name) {
        return folded(file.proposal().asked().author()).equals(folded(name));
    }

    /** A name without what two spellings of it may differ in: form, case, blanks and unseen characters. */
    static String folded(String name) {
        String form =
                UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
        String lower = form.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return BLANKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
    }
}
