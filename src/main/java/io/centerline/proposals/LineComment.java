package io.centerline.proposals;

/**
 * What a reviewer says of one line.
 *
 * @param file path in the rule folder
 * @param line from 1
 * @param text what is said
 */
public record LineComment(String file, int line, String text) {}
