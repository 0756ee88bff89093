package io.centerline.rulebook;

import io.centerline.rulebook.language.Rule;
import java.util.List;

/** The rules of one stage in force together, ready to answer. Safe for any number of threads. */
interface StageRules {

    List<Rule> rules();

    /** Everything the rules conclude from these facts, in the order of rule ids. */
    List<Firing> fire(List<?> facts);
}
