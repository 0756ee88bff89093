package io.centerline.decision;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Finds the receipt within the canonical JSON of a decision, without parsing it. */
public final class CanonicalReceipt {
    // Within a JSON string a quotation mark is escaped, so no text of a decision can look like these.
    private static final byte[] RECEIPT = ascii(",\"receipt\":{");
    private static final byte[] CONTRACT = ascii("\"contract\":");
    private static final byte[] FACTS = ascii("\"facts\":\"sha256:");

    private CanonicalReceipt() {}

    /**
     * Whether the receipt names facts with this hash.
     *
     * @param bytes hold the canonical JSON of one decision at {@code [from, to)}
     * @param hash SHA-256 over salt and facts, 32 bytes
     */
    public static boolean commits(byte[] bytes, int from, int to, byte[] hash) {
        int receipt = find(RECEIPT, bytes, from, to);
        int facts = receipt < 0 ? -1 : find(FACTS, bytes, receipt, to);
        if (facts < 0) {
            return false;
        }
        byte[] expected = ascii(HexFormat.of().formatHex(hash));
        int start = facts + FACTS.length;
        return to - start >= expected.length
                && Arrays.equals(bytes, start, start + expected.length, expected, 0, expected.length);
    }

    /**
     * Whether the receipt names the contract it was made under, as all do that commit to facts with a salt but the earliest.
     *
     * @param entry the canonical JSON of one decision
     */
    public static boolean namesContract(byte[] entry) {
        int receipt = find(RECEIPT, entry, 0, entry.length);
        return receipt >= 0 && find(CONTRACT, entry, receipt, entry.length) >= 0;
    }

    private static int find(byte[] wanted, byte[] bytes, int from, int to) {
        for (int i = from; i <= to - wanted.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
