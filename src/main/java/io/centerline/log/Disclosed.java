package io.centerline.log;

import io.centerline.text.Sha256;
import java.security.SecureRandom;

/**
 * Facts with the salt that ties them to a receipt. Neither array is to be changed.
 *
 * @param salt 32 random bytes
 * @param facts canonical JSON, nothing masked
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Disclosed(byte[] salt, byte[] facts) {
    public Disclosed {
        if (salt.length != ExportLine.SALT_LENGTH) {
            throw new IllegalArgumentException("a salt has " + ExportLine.SALT_LENGTH + " bytes, not " + salt.length);
        }
    }

    /** Facts with a salt of their own. */
    public static Disclosed salted(byte[] facts, SecureRandom random) {
        byte[] salt = new byte[ExportLine.SALT_LENGTH];
        random.nextBytes(salt);
        return new Disclosed(salt, facts);
    }

    /** What the receipt says of them: {@code sha256:} and the hex digest of salt and facts. */
    public String commitment() {
        return Sha256.name(new TreeHasher().salted(salt, facts, 0, facts.length));
    }
}
