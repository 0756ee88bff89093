package io.centerline.api;

/**
 * A line of a batch that was refused, as answers show it.
 *
 * @param line its number, counted from 1
 * @param problem what is wrong with it
 */
public record RefusedLine(long line, Problem problem) {}
