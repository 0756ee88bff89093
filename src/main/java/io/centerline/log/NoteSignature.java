package io.centerline.log;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;

/**
 * One signature line of a note.
 *
 * @param name of the key
 * @param hash of the key
 * @param bytes the signature; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; a note is compared by its text
record NoteSignature(String name, int hash, byte[] bytes) {
    private static final String DASH = "\u2014 ";

    static NoteSignature parse(String line) throws NoteRefused {
        String[] parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
        if (parts.length != 2 || !KeyName.isValid(parts[0])) {
            throw NoteRefused.malformed("a signature line of the note is not written `\u2014 name base64`");
        }
        byte[] data = Base64Text.decode(parts[1])
                .filter(bytes -> bytes.length > Integer.BYTES)
                .orElseThrow(() -> NoteRefused.malformed("the signature of `" + parts[0] + "` is not Base64"));
        ByteBuffer buffer = ByteBuffer.wrap(data);
        int hash = buffer.getInt();
        byte[] signature = new byte[buffer.remaining()];
        buffer.get(signature);
        return new NoteSignature(parts[0], hash, signature);
    }

    /** Who signed: the key's name and hash, as in its verifier key. */
    String signer() {
        return name + "+" + HexFormat.of().toHexDigits(hash);
    }

    String line() {
        byte[] data = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(hash)
                .put(bytes)
                .array();
        return DASH + name + " " + Base64.getEncoder().encodeToString(data) + "\n";
    }
}
