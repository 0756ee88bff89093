package io.centerline.journal.log;

/**
 * Facts with the salt that ties them to a receipt. Neither array is to be changed.
 *
 * @param salt 16 random bytes
 * @param facts canonical JSON, nothing masked
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Disclosed(byte[] salt, byte[] facts) {
    public Disclosed {
        if (salt.length != ExportLine.SALT_LENGTH) {
            throw new IllegalArgumentException("a salt has 16 bytes, not " + salt.length);
        }
    }
}
