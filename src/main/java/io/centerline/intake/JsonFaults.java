package io.centerline.intake;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.centerline.facts.IssueCode;
import io.centerline.text.Echo;
import io.centerline.text.Utf8;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts what the JSON parser throws into our own words: line, column and the character, never the parser's text. */
final class JsonFaults {

    private static final Pattern CHARACTER =
            Pattern.compile("^(?:Unexpected|Unrecognized) character.*?\\(code ([0-9]+)");
    private static final Pattern RAW_CONTROL = Pattern.compile("^Illegal unquoted character");
    private static final Pattern WORD = Pattern.compile("^Unrecognized token '([A-Za-z]{1,20})");

    private JsonFaults() {}

    static void report(JsonProcessingException broken, byte[] body, Issues issues) {
        if (broken instanceof JsonEOFException) {
            issues.add(
                    IssueCode.JSON_SYNTAX,
                    "",
                    "the body ends in the middle of its JSON, at " + Utf8.position(body, body.length),
                    "send the whole request; a bracket, brace or quotation mark may be missing");
            return;
        }
        String message = String.valueOf(broken.getOriginalMessage());
        issues.add(
                IssueCode.JSON_SYNTAX,
                "",
                "the body is not well-formed JSON at " + position(broken.getLocation()) + reason(message),
                RAW_CONTROL.matcher(message).find()
                        ? "write control characters as `\\n` or `\\u000a`"
                        : "write the request with a JSON library, or check it with one");
    }

    static void reportTrailing(JsonLocation location, Issues issues) {
        issues.add(
                IssueCode.JSON_SYNTAX,
                "",
                "more follows after the request, at " + position(location),
                "send one request at a time; where an address takes several, one a line, keep the line breaks (`curl"
                        + " --data-binary`)");
    }

    private static String reason(String message) {
        Matcher character = CHARACTER.matcher(message);
        if (character.find()) {
            int code = Integer.parseInt(character.group(1));
            return Character.isValidCodePoint(code) ? ": unexpected " + Echo.of(Character.toString(code)) : "";
        }
        Matcher word = WORD.matcher(message);
        if (word.find()) {
            return ": unexpected " + Echo.of(word.group(1));
        }
        return RAW_CONTROL.matcher(message).find() ? ": a control character stands in a string" : "";
    }

    private static String position(@Nullable JsonLocation location) {
        return location == null ? "its start" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
