package io.centerline.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form (RFC 8785) of JSON that lacks nothing but the order of its members, as the decisions written here
 * do: one pass over the bytes, which only moves members.
 *
 * <p>Anything else, a blank between tokens, an escape, a number that is not a plain integer, a key that is not plain
 * ASCII, is left to the general canonicalizer; a test holds both to the same bytes.
 */
final class MemberOrder {
    private static final int DEEPEST = 64;

    private final byte[] json;
    private final byte[] sorted;
    private int at;
    private int written;

    private record Member(int keyStart, int start, int end) {}

    private MemberOrder(byte[] json) {
        this.json = json;
        this.sorted = new byte[json.length];
    }

    /** The canonical form; null when the text needs more than sorting. */
    static byte @Nullable [] sort(byte[] json) {
        MemberOrder order = new MemberOrder(json);
        return order.value(0) && order.at == json.length ? order.sorted : null;
    }

    /** Copies one value in canonical form; false when it needs more than sorting. */
    private boolean value(int depth) {
        if (at >= json.length || depth > DEEPEST) {
            return false;
        }
        return switch (json[at]) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> integer();
        };
    }

    private boolean object(int depth) {
        copy(1);
        if (taken('}')) {
            return true;
        }
        List<Member> members = new ArrayList<>();
        int first = written;
        do {
            int start = written;
            int key = at;
            if (at >= json.length
                    || json[at] != '"'
                    || !string()
                    || !plain(key, at)
                    || !taken(':')
                    || !value(depth + 1)) {
                return false;
            }
            members.add(new Member(key, start, written));
        } while (taken(','));
        return sortMembers(members, first) && taken('}');
    }

    private boolean array(int depth) {
        copy(1);
        if (taken(']')) {
            return true;
        }
        do {
            if (!value(depth + 1)) {
                return false;
            }
        } while (taken(','));
        return taken(']');
    }

    /** Moves the members just written, each but the last ended by a comma, into the order of their keys. */
    private boolean sortMembers(List<Member> members, int first) {
        boolean inOrder = true;
        for (int i = 1; i < members.size() && inOrder; i++) {
            inOrder = compareKeys(members.get(i - 1), members.get(i)) < 0;
        }
        if (inOrder) {
            return true;
        }
        byte[] region = Arrays.copyOfRange(sorted, first, written);
        members.sort(this::compareKeys);
        int to = first;
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (i > 0) {
                if (compareKeys(members.get(i - 1), member) == 0) {
                    return false;
                }
                sorted[to++] = ',';
            }
            int length = member.end() - member.start();
            System.arraycopy(region, member.start() - first, sorted, to, length);
            to += length;
        }
        return true;
    }

    // Keys are short and differ early: a plain loop beats the vectorized comparison.
    private int compareKeys(Member left, Member right) {
        int a = left.keyStart() + 1;
        int b = right.keyStart() + 1;
        while (json[a] == json[b] && json[a] != '"') {
            a++;
            b++;
        }
        // A quotation mark ends a key, and the shorter of two comes first.
        if (json[a] == json[b]) {
            return 0;
        }
        return json[a] == '"' ? -1 : json[b] == '"' ? 1 : json[a] - json[b];
    }

    private boolean string() {
        int end = at + 1;
        while (end < json.length && json[end] != '"') {
            if (json[end] == '\\' || (json[end] >= 0 && json[end] < 0x20)) {
                return false;
            }
            end++;
        }
        if (end >= json.length) {
            return false;
        }
        copy(end + 1 - at);
        return true;
    }

    private boolean plain(int start, int end) {
        for (int i = start; i < end; i++) {
            if (json[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= json.length || json[at + i] != word.charAt(i)) {
                return false;
            }
        }
        copy(word.length());
        return true;
    }

    /** A whole number of at most 15 digits without sign or leading zero, which every canonical form writes alike. */
    private boolean integer() {
        int end = at;
        while (end < json.length && json[end] >= '0' && json[end] <= '9') {
            end++;
        }
        int digits = end - at;
        if (digits == 0 || digits > 15 || (digits > 1 && json[at] == '0')) {
            return false;
        }
        copy(digits);
        return true;
    }

    private boolean taken(char symbol) {
        if (at >= json.length || json[at] != symbol) {
            return false;
        }
        copy(1);
        return true;
    }

    private void copy(int length) {
        System.arraycopy(json, at, sorted, written, length);
        at += length;
        written += length;
    }
}
