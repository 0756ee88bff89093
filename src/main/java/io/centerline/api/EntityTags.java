package io.centerline.api;

import io.centerline.text.Sha256;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes, reads and compares entity tags (RFC 9110, section 8.8.3). Each representation of an answer has a tag of its own. */
public final class EntityTags {
    /** The end of the tag of an answer that is compressed. */
    private static final String GZIP = "-gzip";

    private static final int HASHED = 8;
    private static final String TAG = "(W/)?+\"([!#-~\\x80-\\xFF]*+)\"";
    private static final Pattern LIST = Pattern.compile("[ \t,]*+" + TAG + "(?:[ \t]*+,[ \t,]*+" + TAG + ")*+[ \t,]*+");
    private static final Pattern ONE = Pattern.compile(TAG);

    private EntityTags() {}

    /**
     * An entity tag.
     *
     * @param weak whether it stands for representations that are merely alike
     * @param text what is between its quotation marks, without the mark of a compressed answer
     */
    public record EntityTag(boolean weak, String text) {}

    /** The strong tag of a representation, which begins with the version of what it shows. */
    public static String of(long version, byte[] representation) {
        return "\"" + version + "-"
                + HexFormat.of().formatHex(Sha256.of(representation)).substring(0, HASHED) + "\"";
    }

    /** The strong tag of a representation of what has no versions. */
    public static String of(byte[] representation) {
        return "\"" + HexFormat.of().formatHex(Sha256.of(representation)) + "\"";
    }

    /** Reads a list of tags; empty when it is none. */
    public static Optional<List<EntityTag>> read(String list) {
        if (!LIST.matcher(list).matches()) {
            return Optional.empty();
        }
        List<EntityTag> tags = new ArrayList<>();
        Matcher tag = ONE.matcher(list);
        while (tag.find()) {
            String text = tag.group(2);
            tags.add(new EntityTag(
                    tag.group(1) != null,
                    text.endsWith(GZIP) ? text.substring(0, text.length() - GZIP.length()) : text));
        }
        return Optional.of(tags);
    }

    /** The tag of the same representation, compressed. */
    static String ofGzip(String tag) {
        return tag.substring(0, tag.length() - 1) + GZIP + "\"";
    }

    /** Whether the header {@code If-None-Match} names a representation by its strong tag; one that cannot be read names none. */
    static boolean names(String ifNoneMatch, String tag) {
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        Matcher each = ONE.matcher(LIST.matcher(ifNoneMatch).matches() ? ifNoneMatch : "");
        while (each.find()) {
            if (tag.equals("\"" + each.group(2) + "\"")) {
                return true;
            }
        }
        return false;
    }
}
