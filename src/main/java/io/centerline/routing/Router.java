package io.centerline.routing;

import io.centerline.facts.Account;
import io.centerline.facts.Activity;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.facts.RoutingFacts;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.placement.Practice;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Firing;
import io.centerline.rulebook.RoutingQuestion;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.vocabulary.AccountStatus;
import io.centerline.rulebook.vocabulary.Handling;
import io.centerline.rulebook.vocabulary.Office;
import io.centerline.rulebook.vocabulary.Predominant;
import io.centerline.tariff.Center;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Routes activities under one rulebook.
 *
 * <p>Two questions are put to the placement rules: where the account lies, which no goods can change, and only when it lies
 * nowhere, what the goods of the entry point to. The routing rules see the two answers. Immutable but for a memory of
 * accounts; safe for any number of threads.
 */
public final class Router {
    /** A view with a summary takes a few kilobytes, one with a full explanation some tens; so callers cannot fill memory. */
    private static final int MOST_SUMMARIES = 8_192;

    private static final int MOST_EXPLANATIONS = 512;

    /** A view of an account with more directions and appeals is not kept. */
    private static final int MOST_RECORDS = 8;

    private final Rulebook rulebook;
    private final Practice practice;
    private final Placement placement;
    private final RecentAccounts summaries = new RecentAccounts(MOST_SUMMARIES);
    private final RecentAccounts explanations = new RecentAccounts(MOST_EXPLANATIONS);

    /** Routes under a rulebook as new decisions are made. */
    public Router(Rulebook rulebook) {
        this(rulebook, Practice.CURRENT);
    }

    /** Routes under a rulebook as recorded decisions with this practice were made. */
    public Router(Rulebook rulebook, Practice practice) {
        this.rulebook = rulebook;
        this.practice = practice;
        this.placement = new Placement(rulebook, practice);
    }

    /**
     * An answer and all that led to it.
     *
     * @param answer the answer
     * @param question what was put to the routing rules; null when nothing was
     * @param firings what fired of all stages, also what the answer does not show
     */
    public record Examined(RoutingAnswer answer, @Nullable RoutingQuestion question, List<Firing> firings) {}

    /**
     * The offices that can handle an activity on a day, whatever the account; empty when no rule in force says so or the day
     * is not covered.
     */
    public Set<Office> offices(Activity activity, LocalDate asOf) {
        Set<Office> offices = EnumSet.noneOf(Office.class);
        if (!asOf.isBefore(rulebook.firstCoveredDay())) {
            Edition edition = rulebook.edition(asOf);
            for (AccountStatus account : AccountStatus.values()) {
                edition.handling(activity, account).map(Router::office).ifPresent(offices::add);
            }
        }
        return offices;
    }

    /** Whether an activity on a day may be handled by a port director, whose port then has to be known. */
    public boolean needsPort(Activity activity, LocalDate asOf) {
        return offices(activity, asOf).stream().anyMatch(Office::hasPort);
    }

    /**
     * Routes an activity.
     *
     * @param facts the activity; its as-of date is not before the rulebook's first covered day
     * @param warnings what intake noted, carried into the routing
     * @param explain how much explanation is wanted; it changes nothing else
     */
    public RoutingAnswer route(RoutingFacts facts, List<Issue> warnings, Explain explain) {
        return examine(facts, warnings, explain).answer();
    }

    /** Routes as {@link #route} does, for who tests the rules. */
    public Examined examine(RoutingFacts facts, List<Issue> warnings, Explain explain) {
        Edition edition = rulebook.edition(facts.asOf());
        AccountView account = account(facts, explain);
        Optional<Firing> handling = edition.handling(facts.activity(), account.status());
        if (handling.isEmpty()) {
            return refused(nobody(facts), List.of());
        }
        Office office = office(handling.get());
        Placement.Examined goods = office.hasCenter() && account.leavesItToTheEntry()
                ? placement.examine(goods(facts), List.of(), explain)
                : null;
        if (goods != null && goods.decision().explanation().tallies().isEmpty()) {
            return refused(nothingToCount(facts, account, goods.decision()), account.firings());
        }
        Center indicated = goods == null ? null : goods.decision().indicated();
        RoutingQuestion question = new RoutingQuestion(
                account.matter(facts), account.onFile(), indicated == null ? null : new Predominant(indicated));
        RoutingReasons reasons = new RoutingReasons(edition, facts, office, account, goods, question, practice);
        return new Examined(
                new RoutingAnswer.Routed(reasons.routing(warnings, explain, rulebook.hash())),
                question,
                reasons.firings());
    }

    private static Office office(Firing handling) {
        return ((Handling) handling.conclusion()).office();
    }

    private AccountView account(RoutingFacts facts, Explain explain) {
        Account onFile = facts.account();
        ImporterKind kind = facts.importer().kind();
        if (onFile != null && onFile.directed().size() + onFile.appeals().size() > MOST_RECORDS) {
            return ask(facts.asOf(), kind, onFile, explain);
        }
        RecentAccounts recent = explain == Explain.FULL ? explanations : summaries;
        return recent.get(
                new RecentAccounts.Key(facts.asOf(), kind, onFile, explain),
                () -> ask(facts.asOf(), kind, onFile, explain));
    }

    private AccountView ask(LocalDate asOf, ImporterKind kind, @Nullable Account onFile, Explain explain) {
        // No rule looks at a number or a name, and an answer that is remembered must hold nobody's.
        Facts alone = new Facts(Importer.anybody(kind), asOf, List.of(), List.of(), onFile);
        return AccountView.of(placement.examine(alone, List.of(), explain));
    }

    /**
     * The goods of the entry and nothing else. An entry is counted as a whole, so every line counts as of the day asked
     * about, which is in the window, and whatever its entry type: no other entry of the same goods is there to vote.
     */
    private Facts goods(RoutingFacts facts) {
        LocalDate day = practice == Practice.FIRST ? null : facts.asOf();
        List<EntryLine> lines = facts.entry().lines().stream()
                .map(line -> ofEntry(line, facts.entry().number()).on(day))
                .toList();
        return new Facts(Importer.anybody(ImporterKind.IMPORTER), facts.asOf(), lines, List.of(), null);
    }

    /** A line that is told apart by its number alone is known by that of its entry as well. */
    private EntryLine ofEntry(EntryLine line, String entry) {
        if (practice.compareTo(Practice.FOURTH) < 0) {
            return line;
        }
        boolean unnamed = line.entry().isEmpty() && line.line() != 0;
        return unnamed || !line.entryType().isEmpty()
                ? line.toBuilder()
                        .entry(unnamed ? entry : line.entry())
                        .entryType("")
                        .build()
                : line;
    }

    private static Examined refused(Issue issue, List<Firing> firings) {
        return new Examined(new RoutingAnswer.Refused(List.of(issue)), null, firings);
    }

    private Issue nobody(RoutingFacts facts) {
        return new Issue(
                IssueCode.NOT_ROUTED,
                "/activity",
                "no rule in force on " + facts.asOf() + " says who handles `" + facts.activity() + "`",
                rulebook.firstRoutedDay()
                        .map(day -> "the rules of routing begin on " + day)
                        .orElse("the rulebook that serves holds no rules of routing; activate one that does"));
    }

    private static Issue nothingToCount(RoutingFacts facts, AccountView account, Decision goods) {
        int lines = facts.entry().lines().size();
        String who = account.status() == AccountStatus.PENDING
                ? "the importer is not placed"
                : "a " + facts.importer().kind().name().toLowerCase(Locale.ROOT) + " is not placed";
        return new Issue(
                IssueCode.NO_CLASSIFIABLE_LINE,
                "/entry/lines",
                who + ", so its entry goes by its own goods, but "
                        + (lines == 0
                                ? "the entry has no line"
                                : "none of the " + lines + " " + (lines == 1 ? "line" : "lines")
                                        + " of the entry counts: " + reasons(goods)),
                lines == 0
                        ? "give the lines of the entry summary"
                                + (account.status() == AccountStatus.PENDING ? ", or the account on file" : "")
                        : "report the number of the goods, of chapters 1 to 97, with the importer as importer of record");
    }

    /** Such as {@code 2 NO_CENTER, 1 SET_COMPONENT (CNT-002)}. */
    private static String reasons(Decision goods) {
        return goods.explanation().notCounted().stream()
                .filter(missed -> missed.count() > 0)
                .map(missed -> missed.count() + " " + missed.reason()
                        + (missed.rules().isEmpty()
                                ? ""
                                : missed.rules().stream()
                                        .map(rule -> rule.id().text())
                                        .collect(Collectors.joining(", ", " (", ")"))))
                .collect(Collectors.joining(", "));
    }
}
