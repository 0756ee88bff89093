package io.centerline.batch;

import io.centerline.placement.Decision;

/**
 * The decision on one importer number.
 *
 * @param decision the decision; equal lines of its facts are added up
 * @param file the position of the file with its first row, from 0
 * @param row the number of that row
 * @param rows how many rows its lines stand for
 */
public record GroupDecision(Decision decision, int file, long row, long rows) {}
