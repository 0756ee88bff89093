package io.centerline.check;

import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.yaml.Fields;
import java.time.LocalDate;

/** One case of one rule: facts with which it fires, and facts with which it nearly does. */
sealed interface RuleCase permits MembershipCase, RuleCase.Decided {

    /** The rule's id, where the case names it. */
    Fields.Told rule();

    /** The day on which it fires. */
    LocalDate firesOn();

    /** Runs both halves and says where they come out otherwise. */
    void check(CaseContext bench);

    /** A case of a stage that is asked by deciding; membership is compared by intervals instead. */
    sealed interface Decided extends RuleCase permits CountingCase, PlacementCase, RoutingCase {

        /** Whether both halves have the answers they tell; the rule's name and sentence are no part of them. */
        boolean sameAnswers(Rulebook rulebook, SampleNumbers goods);
    }
}
