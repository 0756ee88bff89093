package io.centerline.api;

/**
 * A line of a batch.
 *
 * @param number its number, counted from 1
 * @param text its bytes; the beginning of a line that is too long
 * @param tooLong whether it is longer than a request may be
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record BatchLine(long number, byte[] text, boolean tooLong) {}
