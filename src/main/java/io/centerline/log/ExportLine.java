package io.centerline.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One leaf of an export:
 * {@code {"index":0,"leaf":"<hex>","decision":{…}}} or, with the facts,
 * {@code {"index":0,"leaf":"<hex>","salt":"<hex>","facts":{…},"decision":{…}}}, in exactly these bytes. The decision is the
 * entry that was hashed: canonical JSON.
 *
 * <p>Whoever exports tells what is wrong in the database: behind the leaf, {@code "differs":["center",…]} names columns that
 * say something else than the decision, and {@code "withheld":true} stands in the place of what does not give the
 * leaf's hash.
 *
 * <p>A leaf that is no decision reads {@code {"index":0,"leaf":"<hex>","kind":"activation","record":{…}}}, and with what the
 * record commits to {@code …,"kind":"activation","salt":"<hex>","content":{…},"record":{…}}}; it differs when the row it is
 * about was {@code changed} or {@code deleted}, or when its {@code content} is gone. An opening differs when rows of its
 * kind are {@code unlogged}, which some of them follow.
 *
 * @param index the leaf's place
 * @param leaf the hash of the decision's bytes, as they are here
 * @param withFacts whether facts came with it
 * @param fault what is wrong with the line by itself; null when nothing is
 * @param contradicted how the database contradicts the leaf where lists are made; null when it does not
 * @param kind what kind of record it is; null for a decision
 */
public record ExportLine(
        long index,
        TreeHash leaf,
        boolean withFacts,
        @Nullable String fault,
        @Nullable String contradicted,
        @Nullable String kind) {

    /** How many bytes a salt has. */
    public static final int SALT_LENGTH = 32;

    private static final byte[] INDEX = ascii("{\"index\":");
    private static final byte[] LEAF = ascii(",\"leaf\":\"");
    private static final byte[] QUOTE = ascii("\"");
    private static final byte[] WITHHELD = ascii(",\"withheld\":true}");
    private static final byte[] DIFFERS = ascii(",\"differs\":[\"");
    private static final String UNLOGGED = "unlogged\",\"";
    private static final byte[] DIFFERS_END = ascii("\"]");
    private static final byte[] SALT = ascii(",\"salt\":\"");
    private static final byte[] KIND = ascii(",\"kind\":\"");
    private static final byte[] CONTENT = ascii("\",\"content\":{");
    private static final byte[] RECORD = ascii(",\"record\":{");
    private static final byte[] FACTS = ascii("\",\"facts\":{");
    // Within a JSON string a quotation mark is escaped, so no text of the facts can look like this.
    private static final byte[] DECISION = ascii(",\"decision\":{");
    private static final int HEX_HASH = 2 * TreeHash.LENGTH;
    private static final int MOST_DIGITS = 18;

    /**
     * The line with its newline.
     *
     * @param differs names of columns that say something else than the decision; usually none
     * @param decision canonical JSON of the decision, as hashed
     * @param disclosed the facts behind it; null to leave them out
     */
    public static byte[] print(
            long index, TreeHash leaf, List<String> differs, byte[] decision, @Nullable Disclosed disclosed) {
        int more = disclosed == null ? 0 : disclosed.facts().length;
        ByteArrayOutputStream out = start(index, leaf, decision.length + more);
        differs(out, differs);
        if (disclosed != null) {
            out.writeBytes(SALT);
            out.writeBytes(ascii(HexFormat.of().formatHex(disclosed.salt())));
            out.writeBytes(ascii("\",\"facts\":"));
            out.writeBytes(disclosed.facts());
        }
        out.writeBytes(ascii(",\"decision\":"));
        out.writeBytes(decision);
        out.writeBytes(ascii("}\n"));
        return out.toByteArray();
    }

    /**
     * The line of a leaf that is no decision.
     *
     * @param differs what became of the row it is about; empty when it is as it was
     * @param kind its kind
     * @param said what it says, as hashed
     * @param content what it commits to; null to leave it out
     */
    public static byte[] record(
            long index, TreeHash leaf, List<String> differs, String kind, byte[] said, @Nullable Disclosed content) {
        int more = content == null ? 0 : content.facts().length;
        ByteArrayOutputStream out = start(index, leaf, said.length + more);
        differs(out, differs);
        out.writeBytes(KIND);
        out.writeBytes(ascii(kind));
        out.writeBytes(QUOTE);
        if (content != null) {
            out.writeBytes(SALT);
            out.writeBytes(ascii(HexFormat.of().formatHex(content.salt())));
            out.writeBytes(ascii("\",\"content\":"));
            out.writeBytes(content.facts());
        }
        out.writeBytes(ascii(",\"record\":"));
        out.writeBytes(said);
        out.writeBytes(ascii("}\n"));
        return out.toByteArray();
    }

    private static void differs(ByteArrayOutputStream out, List<String> differs) {
        if (!differs.isEmpty()) {
            out.writeBytes(DIFFERS);
            out.writeBytes(ascii(String.join("\",\"", differs)));
            out.writeBytes(DIFFERS_END);
        }
    }

    /** The line of a leaf whose decision or record does not give its hash any more and is not given out. */
    public static byte[] withheld(long index, TreeHash leaf) {
        ByteArrayOutputStream out = start(index, leaf, 0);
        out.writeBytes(WITHHELD);
        out.write('\n');
        return out.toByteArray();
    }

    private static ByteArrayOutputStream start(long index, TreeHash leaf, int more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(more + 256);
        out.writeBytes(INDEX);
        out.writeBytes(ascii(Long.toString(index)));
        out.writeBytes(LEAF);
        out.writeBytes(ascii(leaf.hex()));
        out.writeBytes(QUOTE);
        return out;
    }

    /** Reads the line {@code [from, to)}, newline not included, and checks what can be checked by itself. */
    static ExportLine read(byte[] bytes, int from, int to, TreeHasher hasher, Commitment commitment) {
        return new Reader(bytes, from, to, hasher, commitment).read();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static final class Reader {
        private final byte[] bytes;
        private final int end;
        private final TreeHasher hasher;
        private final Commitment commitment;
        private int at;
        private @Nullable String contradicted;
        private boolean contentGone;
        private @Nullable String unlogged;

        Reader(byte[] bytes, int from, int to, TreeHasher hasher, Commitment commitment) {
            this.bytes = bytes;
            this.at = from;
            this.end = to;
            this.hasher = hasher;
            this.commitment = commitment;
        }

        ExportLine read() {
            long index = take(INDEX) ? number() : -1;
            if (index < 0 || !take(LEAF) || end - at < HEX_HASH) {
                return broken(index);
            }
            int stated = at;
            at += HEX_HASH;
            if (!take(QUOTE)) {
                return broken(index);
            }
            if (take(WITHHELD)) {
                return at == end ? withheld(index, stated) : broken(index);
            }
            if (take(DIFFERS) && !differs(index)) {
                return broken(index);
            }
            if (take(KIND)) {
                return record(index, stated);
            }
            if (take(DECISION)) {
                return decision(index, stated, at - 1, null);
            }
            byte[] salt = new byte[SALT_LENGTH];
            if (!take(SALT) || end - at < 2 * SALT_LENGTH || !Hex.decode(bytes, at, salt)) {
                return broken(index);
            }
            at += 2 * SALT_LENGTH;
            if (!take(FACTS)) {
                return broken(index);
            }
            int facts = at - 1;
            int behind = find(DECISION, facts, end);
            if (behind < 0) {
                return broken(index);
            }
            byte[] hash = hasher.salted(salt, bytes, facts, behind - facts);
            return decision(index, stated, behind + DECISION.length - 1, hash);
        }

        private ExportLine withheld(long index, int stated) {
            byte[] leaf = new byte[TreeHash.LENGTH];
            return Hex.decode(bytes, stated, leaf)
                    ? new ExportLine(
                            index,
                            TreeHash.owned(leaf),
                            false,
                            "the service withheld leaf " + index
                                    + ", as what its database holds of it does not give the leaf's hash: it or its hash"
                                    + " was altered",
                            null,
                            null)
                    : broken(index);
        }

        /** Takes the names up to the end of their list. */
        private boolean differs(long index) {
            int stop = find(DIFFERS_END, at, end);
            if (stop < 0) {
                return false;
            }
            String names = new String(bytes, at, stop - at, StandardCharsets.ISO_8859_1);
            at = stop + DIFFERS_END.length;
            contentGone = names.equals("content");
            unlogged = names.startsWith(UNLOGGED)
                    ? names.substring(UNLOGGED.length()).replace("\",\"", ", ").replaceAll("[^0-9a-f/, -]", "?")
                    : null;
            contradicted =
                    "the decision of leaf " + index + " is as it was recorded, but the database lists it with other `"
                            + names.replace("\",\"", "`, `").replaceAll("[^A-Za-z`, ]", "?") + "`";
            return true;
        }

        private ExportLine decision(long index, int stated, int start, byte @Nullable [] facts) {
            int stop = end - 1;
            if (stop - start < 2 || bytes[stop] != '}' || bytes[stop - 1] != '}') {
                return broken(index);
            }
            TreeHash leaf = hasher.leaf(bytes, start, stop - start);
            if (!Hex.matches(bytes, stated, leaf.raw())) {
                return altered(index, stated, leaf, "decision", facts != null, null);
            }
            String fault = facts == null || commitment.holds(bytes, start, stop, facts)
                    ? null
                    : "the facts of leaf " + index
                            + " are not those its receipt commits to: facts or salt were altered";
            return new ExportLine(index, leaf, facts != null, fault, contradicted, null);
        }

        private ExportLine altered(
                long index, int stated, TreeHash leaf, String what, boolean facts, @Nullable String kind) {
            String said = new String(bytes, stated, HEX_HASH, StandardCharsets.ISO_8859_1);
            String message = "leaf " + index + " has the hash `" + leaf.hex() + "`, not `"
                    + said.replaceAll("[^0-9a-f]", "?") + "` as it states: the " + what + " or its hash was altered";
            return new ExportLine(index, leaf, facts, message, null, kind);
        }

        /** Reads the rest of a line from its kind on. */
        private ExportLine record(long index, int stated) {
            int start = at;
            while (at < end && bytes[at] >= 'a' && bytes[at] <= 'z') {
                at++;
            }
            String kind = new String(bytes, start, at - start, StandardCharsets.US_ASCII);
            if (!take(QUOTE)) {
                return broken(index);
            }
            byte[] content = null;
            if (take(SALT)) {
                byte[] salt = new byte[SALT_LENGTH];
                if (end - at < 2 * SALT_LENGTH || !Hex.decode(bytes, at, salt)) {
                    return broken(index);
                }
                at += 2 * SALT_LENGTH;
                int begin = take(CONTENT) ? at - 1 : -1;
                int behind = begin < 0 ? -1 : find(RECORD, begin, end);
                if (behind < 0) {
                    return broken(index);
                }
                content = hasher.salted(salt, bytes, begin, behind - begin);
                at = behind;
            }
            int said = take(RECORD) ? at - 1 : -1;
            int stop = end - 1;
            if (said < 0 || stop - said < 2 || bytes[stop] != '}' || bytes[stop - 1] != '}') {
                return broken(index);
            }
            TreeHash leaf = LogRecord.leaf(RecordKind.prefix(kind), bytes, said, stop - said, hasher);
            if (!Hex.matches(bytes, stated, leaf.raw())) {
                return altered(index, stated, leaf, "record", false, kind);
            }
            String fault = content == null || LogRecord.commits(bytes, said, stop, content)
                    ? null
                    : "the content of leaf " + index
                            + " is not what its record commits to: content or salt was altered";
            if (unlogged != null) {
                contradicted =
                        "leaf " + index + " says that the log holds every row of a kind, but the database has rows"
                                + " without a leaf: " + unlogged;
            } else if (contradicted != null) {
                contradicted = contentGone
                        ? "the content of leaf " + index
                                + " is gone from the database or another, so that nobody can tell"
                                + " whether the row it is about was changed"
                        : "the " + kind + " of leaf " + index
                                + " was recorded, but the row it is about was changed or deleted in the database";
            }
            return new ExportLine(index, leaf, false, fault, contradicted, kind);
        }

        private ExportLine broken(long index) {
            String message = end > 0 && at <= end && end - 1 >= 0 && bytes[end - 1] == '\r'
                    ? "the line ends with a carriage return, so the file was converted"
                    : "the line is not a leaf of an export";
            return new ExportLine(index, TreeHash.owned(new byte[TreeHash.LENGTH]), false, message, null, null);
        }

        private boolean take(byte[] expected) {
            if (end - at < expected.length
                    || !Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length)) {
                return false;
            }
            at += expected.length;
            return true;
        }

        /** A whole number without leading zeros; -1 for anything else. */
        private long number() {
            int start = at;
            long value = 0;
            while (at < end && at - start < MOST_DIGITS && bytes[at] >= '0' && bytes[at] <= '9') {
                value = 10 * value + (bytes[at++] - '0');
            }
            return at == start || (bytes[start] == '0' && at - start > 1) ? -1 : value;
        }

        private int find(byte[] wanted, int from, int to) {
            for (int i = from; i <= to - wanted.length; i++) {
                if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                    return i;
                }
            }
            return -1;
        }
    }
}
