package io.centerline.rulebook.language;

import io.centerline.rulebook.language.RuleEdit.Facet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tells two readings of one rule apart, part by part, in words. */
public final class RuleEdits {
    private final Rule before;
    private final Rule after;
    private final List<RuleEdit> edits = new ArrayList<>();

    private RuleEdits(Rule before, Rule after) {
        this.before = before;
        this.after = after;
    }

    /**
     * What is otherwise in the second rule, in the order of {@link Facet}; empty when only layout, comments or names of
     * variables differ.
     */
    public static List<RuleEdit> between(Rule before, Rule after) {
        RuleEdits edits = new RuleEdits(before, after);
        edits.compare();
        return edits.edits.stream()
                .sorted((a, b) -> a.facet().compareTo(b.facet()))
                .toList();
    }

    private void compare() {
        boolean ranges = before.range().isPresent() && after.range().isPresent();
        if (ranges) {
            ranges(before.range().get(), after.range().get());
        } else if (!Wording.SENSE.of(before).equals(Wording.SENSE.of(after))) {
            edits.addAll(ConditionEdits.between(before, after));
            String concludedBefore = Wording.SHOWN.of(before.consequence());
            String concludes = Wording.SHOWN.of(after.consequence());
            add(Facet.CONCLUSION, concludedBefore, concludes, now("concludes", concludedBefore, concludes));
        }
        days(before.inForce(), after.inForce());
        String rested = before.standing().text();
        String rests = after.standing().text();
        add(Facet.STANDING, rested, rests, now("stands as", rested, rests));
        add(Facet.CITATION, before.citation(), after.citation(), now("cites", before.citation(), after.citation()));
        add(Facet.TITLE, before.title(), after.title(), now("is called", before.title(), after.title()));
        if (!before.sentence().template(false).equals(after.sentence().template(false))) {
            String said = said(before);
            String says = said(after);
            add(Facet.SENTENCE, said, says, now("says", said, says));
        }
        String stood = before.place().file();
        String stands = after.place().file();
        add(Facet.FILE, stood, stands, now("stands in", stood, stands));
    }

    private void ranges(NumberRange was, NumberRange is) {
        String covered = was.text();
        String covers = is.text();
        add(Facet.RANGE, covered, covers, after.id() + " now covers " + covers + ", before " + covered);
        add(
                Facet.CENTER,
                was.center().title(),
                is.center().title(),
                after.id() + " now gives its numbers to " + is.center().title() + ", before to "
                        + was.center().title());
    }

    private void days(InForce was, InForce is) {
        List<String> told = new ArrayList<>();
        if (!was.from().equals(is.from())) {
            told.add("now starts on " + is.from() + ", before on " + was.from());
        }
        if (!was.until().equals(is.until())) {
            told.add(
                    end(is.until())
                            ? "now ends on " + is.until() + ", before "
                                    + (end(was.until()) ? "on " + was.until() : "it had no end")
                            : "now has no end, before it ended on " + was.until());
        }
        add(Facet.DAYS, was.toString(), is.toString(), after.id() + " " + String.join("; it ", told));
    }

    private static boolean end(LocalDate day) {
        return !day.equals(InForce.OPEN);
    }

    /** What a rule without a sentence of its own says is its title, which is told as that. */
    private static String said(Rule rule) {
        String template = rule.sentence().template(true);
        return template.equals(rule.title()) ? "" : template;
    }

    private String now(String verb, String was, String is) {
        return after.id() + " now " + verb + " " + quoted(is) + ", before " + quoted(was);
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "nothing of its own" : "`" + text + "`";
    }

    private void add(Facet facet, String was, String is, String sentence) {
        if (!was.equals(is)) {
            edits.add(new RuleEdit(facet, was, is, sentence));
        }
    }
}
