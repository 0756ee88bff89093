package io.centerline.intake;

import org.jspecify.annotations.Nullable;

/**
 * What intake makes of a request in a batch.
 *
 * @param intake the request, as if it had come alone
 * @param key its own idempotency key; null without one, and when the request is refused
 * @param body the request without its key, as it would come alone
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record KeyedIntake(Intake intake, @Nullable String key, byte[] body) {}
