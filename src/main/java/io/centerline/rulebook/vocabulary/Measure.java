package io.centerline.rulebook.vocabulary;

/** What is counted to find the predominant number of goods. The law names none; a counting rule states it. */
public enum Measure {
    /** Commodity lines of entry summaries. */
    LINES
}
