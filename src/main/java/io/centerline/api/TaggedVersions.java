package io.centerline.api;

import io.centerline.api.EntityTags.EntityTag;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.text.Echo;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the versions that entity tags of answers begin with from a header such as {@code If-Match}. */
public final class TaggedVersions {
    /** A tag of an answer, or a version alone: what follows the version tells representations of it apart. */
    private static final Pattern VERSION = Pattern.compile("([1-9][0-9]{0,17})(?:-[0-9a-f]+)?");

    private TaggedVersions() {}

    /**
     * The tags in a header; empty after adding an issue.
     *
     * @param name of the header
     * @param header its value
     */
    public static Optional<List<EntityTag>> tags(String name, String header, List<Issue> issues) {
        Optional<List<EntityTag>> tags = EntityTags.read(header);
        if (tags.isEmpty()) {
            issues.add(new Issue(
                    IssueCode.VALUE_MALFORMED,
                    "header " + name,
                    "the header `" + name + "` " + Echo.of(header) + " is neither `*` nor a list of entity tags",
                    "send the header `ETag` of the answer that was read, with its quotation marks"));
        }
        return tags;
    }

    /** The versions that tags begin with. */
    public static Set<Long> of(List<EntityTag> tags) {
        Set<Long> versions = new HashSet<>();
        for (EntityTag tag : tags) {
            Matcher version = VERSION.matcher(tag.text());
            if (version.matches()) {
                versions.add(Long.parseLong(version.group(1)));
            }
        }
        return versions;
    }
}
