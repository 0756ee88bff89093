package io.centerline.web.ask;

import io.centerline.api.CenterName;
import io.centerline.application.FileWords;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.placement.Decision;
import io.centerline.placement.Explanation;
import io.centerline.placement.Explanation.CenterTally;
import io.centerline.placement.Outcome;
import io.centerline.placement.ReviewNote;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A decision that is not recorded, as the page shows it.
 *
 * @param place of the importer in its file, from 1
 * @param decision the decision
 */
record PlacedImporter(int place, Decision decision) {
    private static final int MOST_WARNINGS = 20;
    private static final int SHARE_DECIMALS = 6;

    /**
     * What a Center has.
     *
     * @param center its code
     * @param count how many lines
     * @param share of the lines, from 0 to 1
     * @param value in US dollars; null without values
     * @param valueShare of the value; null without values
     */
    record ShareRow(
            String center,
            long count,
            BigDecimal share,
            @Nullable BigDecimal value,
            @Nullable BigDecimal valueShare) {}

    /**
     * A rule that concluded.
     *
     * @param rule the rule
     * @param sentence what it said
     */
    record StepRow(Rule rule, String sentence) {
        /** What the rule cites, unless the sentence says it. */
        public String citation() {
            return sentence.contains(rule.citation()) ? "" : rule.citation();
        }
    }

    /**
     * Lines that were not counted.
     *
     * @param reason why
     * @param count how many
     * @param examples some of them
     * @param rules that say so
     */
    record MissedRow(String reason, long count, List<String> examples, List<Rule> rules) {}

    /** The number as it may be shown. */
    public String number() {
        return importer().number().masked();
    }

    /** Whether it is nobody in particular. */
    public boolean isNobody() {
        return importer()
                .number()
                .equals(Importer.anybody(ImporterKind.IMPORTER).number());
    }

    /** The name as it may be shown. */
    public String name() {
        return importer().number().shownName(importer().name());
    }

    static String shown(@Nullable ImporterNumber number) {
        return number == null ? "" : number.masked();
    }

    private Importer importer() {
        return decision.facts().importer();
    }

    /** The status as a class and a word: placed, pending, not eligible or conflict. */
    public String state() {
        return decision.reviews().stream()
                        .anyMatch(review -> review.code().name().equals("CONFLICT"))
                ? "conflict"
                : decision.outcome().status().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The Center; null where there is none. */
    public @Nullable CenterName center() {
        return decision.outcome() instanceof Outcome.Placed placed ? CenterName.of(placed.center()) : null;
    }

    /** The code of the outcome. */
    public String code() {
        return decision.outcome().code();
    }

    /** The ground in words. */
    public String basis() {
        return FileWords.basis(decision.outcome());
    }

    /** What was decided. */
    public String heading() {
        return decision.explanation().finding();
    }

    /** Why. */
    public String reason() {
        String ground = decision.explanation().ground();
        return ground.isEmpty() ? "" : ground.substring(0, 1).toUpperCase(Locale.ROOT) + ground.substring(1);
    }

    /** What the Centers have, most lines first. */
    public List<ShareRow> shares() {
        return decision.explanation().tallies().stream()
                .map(CenterTally::tally)
                .map(PlacedImporter::share)
                .toList();
    }

    private static ShareRow share(Tally tally) {
        boolean valued = tally.value().signum() > 0;
        return new ShareRow(
                tally.center().code(),
                tally.count(),
                tally.share(),
                valued ? tally.value() : null,
                valued ? tally.valueShare() : null);
    }

    /** The row of the Center that was decided, or of the first one; null when nothing counts. */
    public @Nullable ShareRow leading() {
        List<ShareRow> all = shares();
        return all.stream()
                .filter(row -> row.center().equals(code()))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.get(0));
    }

    /** How many lines count. */
    public long counted() {
        List<CenterTally> tallies = decision.explanation().tallies();
        return tallies.isEmpty() ? 0 : tallies.get(0).tally().total();
    }

    /** How many lines do not. */
    public long uncounted() {
        return missed().stream().mapToLong(MissedRow::count).sum();
    }

    /** What would change it. */
    public List<String> flips() {
        Explanation.Detail detail = decision.explanation().detail();
        return detail == null
                ? List.of()
                : detail.flips().stream().map(Explanation.Flip::sentence).toList();
    }

    /** The rules that concluded. */
    public List<StepRow> steps() {
        Explanation.Detail detail = decision.explanation().detail();
        return detail == null
                ? List.of()
                : detail.steps().stream()
                        .map(step -> new StepRow(step.rule(), step.sentence()))
                        .toList();
    }

    /** What was not counted. */
    public List<MissedRow> missed() {
        return decision.explanation().notCounted().stream()
                .filter(missed -> missed.count() > 0)
                .map(missed -> new MissedRow(
                        FileWords.words(missed.reason()), missed.count(), missed.examples(), missed.rules()))
                .toList();
    }

    /** Why a person should look. */
    public List<ReviewNote> reviews() {
        return decision.reviews();
    }

    /** The codes of the reviews in one line. */
    public String reviewCodes() {
        return decision.reviews().stream().map(review -> review.code().name()).collect(Collectors.joining(" "));
    }

    /** The first warnings. */
    public List<Issue> warnings() {
        return decision.warnings().stream().limit(MOST_WARNINGS).toList();
    }

    /** How many warnings there are beside those. */
    public int moreWarnings() {
        return decision.warnings().size() - warnings().size();
    }

    /** The row of the decision in a table of many, under {@link #TITLES}. */
    List<String> cells() {
        CenterName center = center();
        ShareRow leading = leading();
        boolean placed = center != null && leading != null && leading.center().equals(code());
        return List.of(
                number(),
                name(),
                decision.outcome().status(),
                code(),
                center == null ? "" : center.name(),
                basis(),
                reviewCodes(),
                Long.toString(counted()),
                Long.toString(uncounted()),
                placed ? share(Objects.requireNonNull(leading).share()) : "",
                Integer.toString(decision.warnings().size()),
                decision.explanation().summary());
    }

    /** Rounded as in the workbook. */
    private static String share(BigDecimal share) {
        return share.setScale(SHARE_DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    static final List<String> TITLES = List.of(
            "importer",
            "name",
            "status",
            "code",
            "center",
            "basis",
            "reviews",
            "counted",
            "notCounted",
            "share",
            "warnings",
            "why");
}
