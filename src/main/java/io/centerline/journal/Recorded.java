package io.centerline.journal;

import io.centerline.decision.Draft;

/**
 * A durable decision.
 *
 * @param index its place in the journal, from 0; leaves that are no decisions have places there too
 * @param leaf its leaf hash, 32 bytes (RFC 6962): SHA-256 of a zero byte and the canonical JSON (RFC 8785) of the body
 * @param draft what was recorded
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Recorded(long index, byte[] leaf, Draft draft) {}
