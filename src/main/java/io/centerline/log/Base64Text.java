package io.centerline.log;

import java.util.Base64;
import java.util.Optional;

/** Standard Base64 (RFC 4648, section 4) in its one strict spelling: padded, no stray bits, no blanks. */
final class Base64Text {
    private Base64Text() {}

    static Optional<byte[]> decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            // The decoder forgives missing padding and bits that no byte uses; two spellings of one note must not both
            // pass.
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
