package io.centerline.rulebook.language;

import io.centerline.rulebook.language.Condition.Gathered;
import io.centerline.rulebook.language.Condition.Pattern;
import io.centerline.rulebook.language.RuleEdit.Facet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiPredicate;

/** Tells the conditions of two rules apart: a threshold where one was moved, else the whole condition. */
final class ConditionEdits {
    private final String subject;
    private final List<RuleEdit> edits = new ArrayList<>();

    private ConditionEdits(String subject) {
        this.subject = subject;
    }

    static List<RuleEdit> between(Rule before, Rule after) {
        ConditionEdits edits = new ConditionEdits(after.id().text());
        List<Condition> gone = new ArrayList<>(before.conditions());
        List<Condition> come = new ArrayList<>(after.conditions());
        match(gone, come, (was, is) -> Wording.SHOWN.of(was).equals(Wording.SHOWN.of(is)));
        match(gone, come, edits::inside);
        match(gone, come, edits::replaced);
        gone.forEach(was -> edits.add(Wording.SHOWN.of(was), ""));
        come.forEach(is -> edits.add("", Wording.SHOWN.of(is)));
        return edits.edits;
    }

    /** Takes pairs out of both lists, the first that fits each time. */
    private static <T> void match(List<T> gone, List<T> come, BiPredicate<T, T> fits) {
        for (Iterator<T> left = gone.iterator(); left.hasNext(); ) {
            T was = left.next();
            for (Iterator<T> right = come.iterator(); right.hasNext(); ) {
                if (fits.test(was, right.next())) {
                    left.remove();
                    right.remove();
                    break;
                }
            }
        }
    }

    /** Two conditions on the same facts: only what moved inside them is told. */
    private boolean inside(Condition was, Condition is) {
        if (was instanceof Pattern a && is instanceof Pattern b && sameFact(a, b)) {
            List<String> gone = new ArrayList<>(
                    a.constraints().stream().map(Wording.SHOWN::of).toList());
            List<String> come = new ArrayList<>(
                    b.constraints().stream().map(Wording.SHOWN::of).toList());
            tell(gone, come);
            return true;
        }
        if (was instanceof Gathered a && is instanceof Gathered b && head(a).equals(head(b))) {
            tell(
                    new ArrayList<>(a.tests().stream().map(Wording.SHOWN::of).toList()),
                    new ArrayList<>(b.tests().stream().map(Wording.SHOWN::of).toList()));
            return true;
        }
        return false;
    }

    private boolean replaced(Condition was, Condition is) {
        if (was.getClass() != is.getClass()
                || was.pattern().fact() != is.pattern().fact()) {
            return false;
        }
        add(Wording.SHOWN.of(was), Wording.SHOWN.of(is));
        return true;
    }

    private void tell(List<String> gone, List<String> come) {
        match(gone, come, String::equals);
        match(gone, come, (was, is) -> {
            boolean same = firstWord(was).equals(firstWord(is)) && isBinding(was) == isBinding(is);
            if (same) {
                add(was, is);
            }
            return same;
        });
        gone.forEach(was -> add(was, ""));
        come.forEach(is -> add("", is));
    }

    private void add(String was, String is) {
        String sentence;
        if (is.isEmpty()) {
            sentence = subject + " no longer asks for `" + was + "`";
        } else if (was.isEmpty()) {
            sentence = subject + " now also asks for `" + is + "`";
        } else {
            sentence = subject + " now asks for `" + is + "`, before `" + was + "`";
        }
        edits.add(new RuleEdit(Facet.CONDITION, was, is, sentence));
    }

    private static boolean sameFact(Pattern a, Pattern b) {
        Variable left = a.binds();
        Variable right = b.binds();
        boolean sameName =
                left == null ? right == null : right != null && left.name().equals(right.name());
        return sameName && a.fact() == b.fact();
    }

    private static String head(Gathered gathered) {
        return Wording.SHOWN.of(
                new Gathered(gathered.place(), gathered.text(), gathered.pattern(), gathered.aggregates(), List.of()));
    }

    private static String firstWord(String text) {
        return text.substring(0, text.indexOf(' '));
    }

    private static boolean isBinding(String text) {
        return text.contains(" : ");
    }
}
