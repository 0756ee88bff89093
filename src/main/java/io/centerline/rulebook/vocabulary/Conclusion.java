package io.centerline.rulebook.vocabulary;

/** What a rule inserts. A rule concludes exactly one of these each time it fires. */
public sealed interface Conclusion permits Membership, Counting, NotCounted, Proposal, NotEligible, Review, Handling {}
