package io.centerline.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.api.Problem.Kind;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form as browsers send them, {@code multipart/form-data} or {@code application/x-www-form-urlencoded}, in memory.
 * Who reads the body holds it to the limits. Of fields with one name the first that is not empty is taken.
 */
public final class FormBody {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)[; ]filename=\"([^\"]*)\"");
    /** RFC 2046, section 5.1.1. */
    private static final int LONGEST_BOUNDARY = 70;

    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Map<String, Part> parts = new LinkedHashMap<>();

    /**
     * One field.
     *
     * @param file the name of a file; null for a field that is none
     * @param content its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Part(@Nullable String file, byte[] content) {}

    private FormBody() {}

    /**
     * Takes apart the form that a request carries, however it names its media type.
     *
     * @throws ProblemException when the body is no form
     */
    public static FormBody of(HttpServerRequest request, byte[] body) {
        return of(type(request.getHeader(HttpHeaders.CONTENT_TYPE)), body);
    }

    private static MediaType type(@Nullable String named) {
        try {
            MediaType type = MediaType.valueOf(Objects.requireNonNullElse(named, ""));
            if (type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                    || type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
                return type;
            }
        } catch (IllegalArgumentException malformed) {
            // As any other type that is not one of a form.
        }
        throw unsupported();
    }

    private static ProblemException unsupported() {
        return new ProblemException(
                Kind.UNSUPPORTED_MEDIA_TYPE,
                "a form has media type `multipart/form-data` with a boundary, or `application/x-www-form-urlencoded`");
    }

    /**
     * Takes a form apart.
     *
     * @throws ProblemException when the body is no form of this media type
     */
    public static FormBody of(MediaType type, byte[] body) {
        FormBody form = new FormBody();
        if (type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            form.pairs(new String(body, StandardCharsets.UTF_8));
        } else {
            form.parts(type.getParameters().get("boundary"), body);
        }
        return form;
    }

    /** The text of a field, with line feeds alone and without NUL, which the database takes in no text; empty when it is not there. */
    public String text(String name) {
        Part part = parts.get(name);
        return part == null
                ? ""
                : new String(part.content(), StandardCharsets.UTF_8)
                        .replace("\r\n", "\n")
                        .replace('\0', '\uFFFD');
    }

    /** A file; null when none was chosen. */
    public @Nullable Part file(String name) {
        Part part = parts.get(name);
        return part == null || part.file() == null || part.content().length == 0 ? null : part;
    }

    /** The text of a field without blanks around it; null when it says nothing. */
    public @Nullable String value(String name) {
        String value = text(name).strip();
        return value.isEmpty() ? null : value;
    }

    /**
     * Fields as the JSON object of texts that a program would send instead, so that both are read, and refused, in the same words.
     * Those that say nothing are left out.
     */
    public ObjectNode json(String... names) {
        ObjectNode json = JSON.createObjectNode();
        for (String name : names) {
            String value = value(name);
            if (value != null) {
                json.put(name, value);
            }
        }
        return json;
    }

    /** One field as a query has it, where it says something. */
    public Query query(String name) {
        String text = text(name);
        return Query.ofForm(text.isEmpty() ? null : name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private void pairs(String body) {
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            add(
                    decoded(equals < 0 ? pair : pair.substring(0, equals)),
                    null,
                    equals < 0
                            ? new byte[0]
                            : decoded(pair.substring(equals + 1)).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(Kind.INVALID_REQUEST, "the form is not percent-encoded UTF-8");
        }
    }

    private void parts(@Nullable String boundary, byte[] body) {
        if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw unsupported();
        }
        byte[] first = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        byte[] next = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        int start = find(body, first, 0);
        int from = start + first.length;
        while (start >= 0 && from < body.length && body[from] != '-') {
            int end = find(body, next, from);
            int head = find(body, END_OF_HEAD.getBytes(StandardCharsets.ISO_8859_1), from);
            if (end < 0 || head < 0 || head > end) {
                throw unreadable();
            }
            part(
                    new String(body, from, head - from, StandardCharsets.UTF_8),
                    Arrays.copyOfRange(body, Math.min(head + END_OF_HEAD.length(), end), end));
            from = end + next.length;
        }
    }

    private void part(String head, byte[] content) {
        Matcher name = NAME.matcher(head);
        Matcher file = FILE.matcher(head);
        if (!name.find()) {
            throw unreadable();
        }
        add(name.group(1), file.find() ? file.group(1) : null, content);
    }

    private void add(String name, @Nullable String file, byte[] content) {
        Part known = parts.get(name);
        if (known == null || known.content().length == 0) {
            parts.put(name, new Part(file, content));
        }
    }

    private static ProblemException unreadable() {
        return new ProblemException(Kind.INVALID_REQUEST, "the form cannot be read as `multipart/form-data`");
    }

    /** Where bytes stand from a place on; -1 where they do not. */
    private static int find(byte[] in, byte[] wanted, int from) {
        for (int i = from; i <= in.length - wanted.length; i++) {
            int same = 0;
            while (same < wanted.length && in[i + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return i;
            }
        }
        return -1;
    }
}
