package io.centerline.replay;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a decision. The arrays are read, never written to.
 *
 * @param index its place in the journal
 * @param body the decision as JSON, UTF-8, without {@code receipt.index} and {@code receipt.leaf}
 * @param leaf its leaf hash, 32 bytes
 * @param facts its facts as canonical JSON, nothing masked; null where they were erased or are not shown
 * @param salt what ties the facts to the receipt; null where the receipt was made without
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record KeptDecision(long index, byte[] body, byte[] leaf, byte @Nullable [] facts, byte @Nullable [] salt) {}
