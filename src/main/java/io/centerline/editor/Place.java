package io.centerline.editor;

/**
 * A stretch of the text of a file.
 *
 * @param path the file, below the rule folder
 * @param from the offset of its first char
 * @param to the offset behind its last one
 */
public record Place(String path, int from, int to) {}
