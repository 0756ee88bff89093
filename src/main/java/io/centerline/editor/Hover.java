package io.centerline.editor;

/**
 * What is to be told of a word.
 *
 * @param from the offset of its first char
 * @param to the offset behind its last one
 * @param markdown what is told; texts of the folder are escaped
 */
public record Hover(int from, int to, String markdown) {}
