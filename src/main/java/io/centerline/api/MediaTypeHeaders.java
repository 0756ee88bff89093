package io.centerline.api;

import io.centerline.api.Problem.Kind;
import io.centerline.text.Echo;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The headers of a request that name media types. What lies behind, our own code as well as the framework, reads only those
 * that this class leaves in place, because the framework fails over others.
 */
final class MediaTypeHeaders {
    private static final String ACCEPT = "Accept";
    private static final String CONTENT_TYPE = "Content-Type";

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String WEIGHT = "[qQ]=(?:0(?:\\.[0-9]*+)?+|1(?:\\.0*+)?+|\\.[0-9]++)(?=[ \t;]|$)";
    private static final String PARAMETER = "(?![qQ]=)" + TOKEN + "=(?:" + TOKEN + "|\"[^\"\\\\]*+\")";
    // Repetitions are possessive, so that no header, however long, takes much time or stack.
    private static final String PARAMETERS = "(?:[ \t]*+;[ \t]*+(?:" + WEIGHT + "|" + PARAMETER + ")?+)*+";

    private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN + PARAMETERS);
    /** Also the single star that some clients send for all types. */
    private static final Pattern RANGE = Pattern.compile("(?:" + TOKEN + "/" + TOKEN + "|\\*)" + PARAMETERS);

    /** A parameter whose quoted value holds a separator of lists. No such parameter chooses the form of an answer. */
    private static final Pattern ODD = Pattern.compile(
            "[ \t]*+;[ \t]*+" + TOKEN + "=\"[^\"\\\\,;]*+(?:\\\\.|[,;])(?:\\\\.|[^\"\\\\])*+\"(?=[ \t]*+(?:;|$))");

    private MediaTypeHeaders() {}

    /**
     * Tidies the headers of a request.
     *
     * <p>An {@code Accept} without any media type counts as none, as RFC 9110 has it, and empty places in its list are passed
     * over. A {@code Content-Type} that is no media type counts as none as well: an address that takes a body then says which
     * it takes.
     *
     * @param headers changed where they need it
     * @return the refusal, when {@code Accept} names something that is no media type
     */
    static Optional<Problem> tidy(MultiMap headers) {
        String type = headers.get(CONTENT_TYPE);
        if (type != null && !TYPE.matcher(type.strip()).matches()) {
            headers.remove(CONTENT_TYPE);
        }
        List<String> accept = headers.getAll(ACCEPT);
        if (accept.isEmpty()) {
            return Optional.empty();
        }
        List<String> ranges = accept.stream()
                .flatMap(header -> places(header).stream())
                .map(range -> ODD.matcher(range.strip()).replaceAll(""))
                .filter(range -> !range.isEmpty())
                .toList();
        for (String range : ranges) {
            if (!RANGE.matcher(range).matches()) {
                return Optional.of(Problem.of(
                        Kind.NOT_ACCEPTABLE,
                        "the header `Accept` names " + Echo.of(range) + ", which is no media type"));
            }
        }
        if (ranges.isEmpty()) {
            headers.remove(ACCEPT);
        } else {
            headers.set(ACCEPT, String.join(", ", ranges));
        }
        return Optional.empty();
    }

    /** The elements of a list; a comma between quotation marks does not end one. */
    private static List<String> places(String list) {
        List<String> places = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                places.add(list.substring(start, i));
                start = i + 1;
            }
        }
        places.add(list.substring(start));
        return places;
    }
}
