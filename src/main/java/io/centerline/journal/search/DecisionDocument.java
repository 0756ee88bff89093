package io.centerline.journal.search;

/**
 * A decision whole.
 *
 * @param index its place in the journal
 * @param body its JSON in UTF-8, byte for byte as it was first answered
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record DecisionDocument(long index, byte[] body) implements Row {}
