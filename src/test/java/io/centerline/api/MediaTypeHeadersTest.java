package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeHeadersTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , ,", "\t"})
    void accept_withoutAnyMediaType_countsAsNone(String accept) {
        MultiMap headers = headers("Accept", accept);

        assertThat(MediaTypeHeaders.tidy(headers)).isEmpty();
        assertThat(headers.contains("Accept")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "text/html, application/xhtml+xml, application/xml;q=0.9, image/avif, */*;q=0.8, application/signed-exchange;v=b3;q=0.7",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "text/plain; charset=\"utf-8\"; Q=1.000",
                "application/json;",
                "application/json ; ; q=0"
            })
    void accept_mediaTypes_areLeftAsTheyAre(String accept) {
        MultiMap headers = headers("Accept", accept);

        assertThat(MediaTypeHeaders.tidy(headers)).isEmpty();
        assertThat(headers.getAll("Accept")).containsExactly(accept);
    }

    @Test
    void accept_emptyPlacesAndSeveralHeaders_areOneList() {
        MultiMap headers = headers("Accept", ",text/csv;q=0.5,,");
        headers.add("Accept", "application/json");

        assertThat(MediaTypeHeaders.tidy(headers)).isEmpty();
        assertThat(headers.getAll("Accept")).containsExactly("text/csv;q=0.5, application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "text/csv;x=\"a,b\";q=0.5, */* | text/csv;q=0.5, */*",
                "text/csv ; x=\"a;\\\",b\" | text/csv",
                "text/csv;a=b;x=\",\" | text/csv;a=b"
            })
    void accept_quotedCommas_endNoMediaType(String accept, String left) {
        MultiMap headers = headers("Accept", accept);

        assertThat(MediaTypeHeaders.tidy(headers)).isEmpty();
        assertThat(headers.getAll("Accept")).containsExactly(left);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "junk | junk",
                "; | ;",
                "a/b/c | a/b/c",
                "/ | /",
                "a/ | a/",
                "text/ html | text/ html",
                "*;q | *;q",
                "*/*;q= | */*;q=",
                "*/*;q=x | */*;q=x",
                "*/*;q=2 | */*;q=2",
                "*/*;q=NaN | */*;q=NaN",
                "*/*;=1 | */*;=1",
                "*/*, text/caf\u00e9 | text/caf\u00e9"
            })
    void accept_noMediaType_isRefused(String accept, String named) {
        assertThat(MediaTypeHeaders.tidy(headers("Accept", accept)))
                .contains(Problem.of(
                        Problem.Kind.NOT_ACCEPTABLE,
                        "the header `Accept` names `" + named + "`, which is no media type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ",", ";", "a/b/c", "junk", "*", "a/b, c/d", "application/json;charset", "text/csv;q=x"})
    void contentType_noMediaType_countsAsNone(String type) {
        MultiMap headers = headers("Content-Type", type);

        assertThat(MediaTypeHeaders.tidy(headers)).isEmpty();
        assertThat(headers.contains("Content-Type")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "Application/JSON; charset=UTF-8", "multipart/form-data; boundary=\"a, b\""})
    void contentType_mediaType_isLeftAsItIs(String type) {
        MultiMap headers = headers("Content-Type", type);

        assertThat(MediaTypeHeaders.tidy(headers)).isEmpty();
        assertThat(headers.getAll("Content-Type")).containsExactly(type);
    }

    @Test
    void longHeaders_ofManyParts_areReadWithoutTrouble() {
        for (String part :
                List.of(";", " ;", "; ", ";a=b", ";a=\"", ";a=\",\"", ";a=\",", "\\,", ";q=0", "a", "*", "/", " ")) {
            String header = "a/b" + part.repeat(20_000) + "?";

            Optional<Problem> refusal = MediaTypeHeaders.tidy(headers("Accept", header));

            assertThat(refusal).isPresent();
        }
    }

    private static MultiMap headers(String name, String value) {
        return MultiMap.caseInsensitiveMultiMap().add(name, value);
    }
}
