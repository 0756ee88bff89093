package io.centerline.editor;

/**
 * A line that an editor shows above a rule.
 *
 * @param from the offset of the rule
 * @param text what is told
 */
public record Lens(int from, String text) {}
