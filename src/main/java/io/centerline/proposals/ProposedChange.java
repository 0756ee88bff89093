package io.centerline.proposals;

import java.util.List;

/**
 * What a proposed rulebook changes, as it was when it was proposed.
 *
 * @param check what the check counted
 * @param differences what became of each rule
 * @param movedNumbers how many numbers of the schedule change their Center
 * @param pastChanges in how many places answers for past days change
 */
public record ProposedChange(CheckCount check, List<RuleDifference> differences, int movedNumbers, int pastChanges) {

    public ProposedChange {
        differences = List.copyOf(differences);
    }

    /**
     * What a check counted; it found no error, or the rulebook would not be stored.
     *
     * @param rules rules
     * @param cases cases of single rules
     * @param scenarios stories
     * @param fired rules that fired in some case or scenario
     * @param warnings what a person should look at
     * @param notes what is good to know
     */
    public record CheckCount(int rules, int cases, int scenarios, int fired, long warnings, long notes) {}

    /**
     * What became of one rule.
     *
     * @param rule its id
     * @param kind ADDED, REMOVED or CHANGED
     * @param sentences the change in words, at least one sentence
     */
    public record RuleDifference(String rule, String kind, List<String> sentences) {
        public RuleDifference {
            sentences = List.copyOf(sentences);
        }
    }
}
