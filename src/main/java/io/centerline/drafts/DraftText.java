package io.centerline.drafts;

/**
 * The text of a file in a draft.
 *
 * @param text the text
 * @param version of the draft when it was saved; 0 for a file that was not
 */
public record DraftText(String text, long version) {}
