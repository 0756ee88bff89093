package io.centerline.log;

import io.centerline.text.Sha256;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A leaf that is no decision. Its entry is the kind and what is said in clear, canonical JSON (RFC 8785); what may name a person
 * is its content, to which the entry commits as a receipt does to facts.
 *
 * @param kind what it is about
 * @param said canonical JSON, with the member {@code content} when there is content; not to be changed
 * @param content what is not said in clear, canonical JSON, with its salt; null when there is none, and once it is erased
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record LogRecord(
        RecordKind kind, byte[] said, @Nullable Disclosed content) {
    // Within a JSON string a quotation mark is escaped, so no text can look like this.
    private static final String CONTENT = "\"content\":\"";

    /** SHA-256 over a zero byte, the kind and what is said. */
    public TreeHash leaf() {
        return leaf(kind.prefix(), said, 0, said.length, new TreeHasher());
    }

    /** The same for a kind that this program may not know. */
    public static TreeHash leaf(String kind, byte[] said) {
        return leaf(RecordKind.prefix(kind), said, 0, said.length, new TreeHasher());
    }

    static TreeHash leaf(byte[] prefix, byte[] bytes, int offset, int length, TreeHasher hasher) {
        byte[] entry = new byte[prefix.length + length];
        System.arraycopy(prefix, 0, entry, 0, prefix.length);
        System.arraycopy(bytes, offset, entry, prefix.length, length);
        return hasher.leaf(entry);
    }

    /** The commitment to its content, as {@link Disclosed#commitment} gives it; null when it has none. */
    @Nullable
    String commitment() {
        String text = new String(said, StandardCharsets.UTF_8);
        int start = text.indexOf(CONTENT);
        int end = start < 0 ? -1 : text.indexOf('"', start + CONTENT.length());
        return end < 0 ? null : text.substring(start + CONTENT.length(), end);
    }

    /** Whether the content is the one that is said to be there. */
    public boolean keepsContent() {
        String commitment = commitment();
        return content == null ? commitment == null : content.commitment().equals(commitment);
    }

    /** Whether what is said commits to a content with this hash. */
    static boolean commits(byte[] bytes, int from, int to, byte[] hash) {
        String said = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return said.contains(CONTENT + Sha256.name(hash) + "\"");
    }
}
