package io.centerline.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.centerline.facts.IssueCode;
import io.centerline.text.Echo;
import io.centerline.text.Nearest;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks one JSON body from value to value, knows where it stands, and reports what does not have the expected shape.
 *
 * <p>Every reading method starts on the first token of a value and leaves the parser on its last. Nothing is allocated
 * for the way; pointers are built when an issue asks for one. Entry lines and other elements are named in messages by
 * their position in their list, counted from 1, whatever line number they carry themselves. Not thread-safe.
 */
public final class JsonCursor implements InputPlace {

    /** The deepest nesting of objects and lists; the contract itself needs five levels. */
    static final int MOST_LEVELS = 20;

    private static final int MOST_KNOWN_LEVELS = 8;
    private static final Map<String, String> ELEMENT_NAMES = Map.of(
            "lines", "entry line",
            "evidence", "evidence",
            "directed", "direction",
            "appeals", "appeal",
            "numbers", "number",
            "headings", "heading row",
            "entries", "entry");

    private final JsonParser parser;
    private final Issues issues;
    // The way from the root to the current value: a name for each object, an index for each list.
    private final @Nullable String[] names = new @Nullable String[MOST_KNOWN_LEVELS];
    private final int[] indexes = new int[MOST_KNOWN_LEVELS];
    private final long[] seen = new long[MOST_KNOWN_LEVELS];
    private int levels;

    JsonCursor(JsonParser parser, Issues issues) {
        this.parser = parser;
        this.issues = issues;
    }

    /** Reading stops here: the issue is recorded and nothing after it is worth reading. */
    public static final class Stop extends IOException {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /** Steps into the object at hand; false, with an issue, when there is no object. */
    public boolean enterObject() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            wrongType("an object");
            return false;
        }
        names[levels] = null;
        seen[levels] = 0;
        levels++;
        return true;
    }

    /**
     * Steps to the next field of the object entered and onto its value; null at the end of the object. Unknown and
     * repeated fields are reported and passed over, optional fields that are null are passed over, and required ones
     * that never came are reported at the end.
     */
    public <F extends Enum<F>> @Nullable F nextField(ObjectShape<F> shape) throws IOException {
        int level = levels - 1;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            F field = shape.find(key);
            names[level] = key;
            JsonToken value = parser.nextToken();
            if (field == null) {
                unknownField(key, shape);
            } else if ((seen[level] & ObjectShape.bit(field)) != 0) {
                repeatedField();
            } else {
                seen[level] |= ObjectShape.bit(field);
                if (value != JsonToken.VALUE_NULL || shape.requires(field)) {
                    return field;
                }
            }
        }
        for (F field : shape.missing(seen[level])) {
            names[level] = shape.key(field);
            issues.add(IssueCode.FIELD_MISSING, this, subject() + " is required", "send the field with its value");
        }
        levels--;
        return null;
    }

    /** Whether the object just left, through the end of its fields, had the field, be it null. */
    public boolean left(Enum<?> field) {
        return (seen[levels] & ObjectShape.bit(field)) != 0;
    }

    /** Steps into the list at hand; false, with an issue, when there is no list. */
    public boolean enterList() throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            wrongType("a list");
            return false;
        }
        names[levels] = null;
        indexes[levels] = -1;
        levels++;
        return true;
    }

    /** Steps onto the next element of the list entered; false at its end. */
    public boolean nextElement() throws IOException {
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            levels--;
            return false;
        }
        indexes[levels - 1]++;
        return true;
    }

    /** The index of the element at hand. */
    public int index() {
        return indexes[levels - 1];
    }

    /** Where the value at hand begins, in bytes behind the byte order mark. */
    int start() {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    /** Where the text at hand ends, once it was read, in bytes behind the byte order mark. */
    int end() {
        return (int) parser.currentLocation().getByteOffset();
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    boolean isList() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /** The boolean at hand; false, with an issue, when the value is none. */
    public boolean flag() throws IOException {
        boolean isTrue = parser.currentToken() == JsonToken.VALUE_TRUE;
        if (!isTrue && parser.currentToken() != JsonToken.VALUE_FALSE) {
            wrongType("true or false");
        }
        return isTrue;
    }

    /** The text at hand; null, with an issue, when the value is no text. */
    @Nullable
    public String text() throws IOException {
        return text("a string");
    }

    /** The text at hand; null, with an issue that says what was expected, when the value is no text. */
    @Nullable
    public String text(String expected) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            wrongType(expected);
            return null;
        }
        return parser.getText();
    }

    /** The digits of the integer at hand, perhaps with a sign; null, with an issue, when it is none. */
    @Nullable
    String integer() throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            wrongType("an integer");
            return null;
        }
        return parser.getText();
    }

    /** Passes over the value at hand, whatever it is. */
    public void skip() throws IOException {
        int open = 0;
        JsonToken token = parser.currentToken();
        while (true) {
            if (token == null) {
                return;
            }
            if (token.isStructStart()) {
                open++;
                if (levels + open > MOST_LEVELS) {
                    tooDeep();
                }
            } else if (token.isStructEnd()) {
                open--;
            }
            if (open == 0) {
                return;
            }
            token = parser.nextToken();
        }
    }

    /** The current place with one more field behind it. */
    public InputPlace at(String key) {
        return new Child(pointer() + "/" + key, prefix(), dotted(key));
    }

    @Override
    public String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < levels; i++) {
            String name = names[i];
            pointer.append('/');
            if (name == null) {
                pointer.append(indexes[i]);
            } else {
                pointer.append(Echo.token(name).replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }

    @Override
    public String prefix() {
        int element = innermostElement();
        return element < 0 ? "" : elementName(element) + ": ";
    }

    @Override
    public String subject() {
        String field = dotted("");
        int element = innermostElement();
        if (!field.isEmpty()) {
            return prefix() + Echo.of(field);
        }
        return element < 0 ? "the request" : elementName(element);
    }

    private record Child(String pointer, String prefix, String field) implements InputPlace {
        @Override
        public String subject() {
            return prefix + "`" + field + "`";
        }
    }

    /** The names after the innermost named element, as in {@code account.center}. */
    private String dotted(String last) {
        StringBuilder dotted = new StringBuilder();
        for (int i = innermostElement() + 1; i < levels; i++) {
            if (names[i] != null) {
                dotted.append(dotted.isEmpty() ? "" : ".").append(names[i]);
            }
        }
        if (!last.isEmpty()) {
            dotted.append(dotted.isEmpty() ? "" : ".").append(last);
        }
        return dotted.toString();
    }

    /** The level of the innermost list whose elements have a name of their own, -1 when there is none. */
    private int innermostElement() {
        for (int i = levels - 1; i > 0; i--) {
            if (names[i] == null && ELEMENT_NAMES.containsKey(String.valueOf(names[i - 1]))) {
                return i;
            }
        }
        return -1;
    }

    private String elementName(int level) {
        return ELEMENT_NAMES.get(String.valueOf(names[level - 1])) + " " + (indexes[level] + 1);
    }

    private void unknownField(String key, ObjectShape<?> shape) throws IOException {
        issues.add(
                IssueCode.FIELD_UNKNOWN,
                this,
                prefix() + "field " + Echo.of(key) + " is not known",
                Nearest.advise(key, shape.keys()));
        skip();
    }

    private void repeatedField() throws IOException {
        issues.add(
                IssueCode.JSON_DUPLICATE_KEY,
                this,
                subject() + " is there twice",
                "keep one; readers of JSON disagree on which of the two counts");
        skip();
    }

    private void wrongType(String expected) throws IOException {
        issues.add(
                IssueCode.FIELD_WRONG_TYPE,
                this,
                subject() + " is " + found() + ", expected " + expected,
                typeHelp(expected));
        skip();
    }

    private String typeHelp(String expected) {
        boolean number = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                || parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT;
        return number && expected.startsWith("a string")
                ? "put it in quotation marks; a JSON number can lose digits"
                : "send " + expected;
    }

    private String found() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? "an integer" : "a decimal number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            default -> "null";
        };
    }

    private void tooDeep() throws Stop {
        issues.add(
                IssueCode.JSON_TOO_DEEP,
                this,
                subject() + " is nested more than " + MOST_LEVELS + " levels deep",
                "no request needs more than five levels");
        throw new Stop();
    }
}
