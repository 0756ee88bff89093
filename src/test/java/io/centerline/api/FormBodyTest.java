package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FormBodyTest {
    private static final MediaType MULTIPART = MediaType.valueOf("multipart/form-data; boundary=xYz");

    @Test
    void of_partsWithAFile_haveTheirTextsAndBytes() {
        FormBody form = FormBody.of(
                MULTIPART,
                bytes("--xYz\r\nContent-Disposition: form-data; name=\"lines\"\r\n\r\na\r\nb é\r\n"
                        + "--xYz\r\nContent-Disposition: form-data; name=\"none\"\r\n\r\n\r\n"
                        + "--xYz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n1,2\r\n\r\n--xY\r\n"
                        + "--xYz--\r\n"));
        assertThat(form.text("lines")).isEqualTo("a\nb é");
        assertThat(form.text("none")).isEmpty();
        assertThat(form.text("absent")).isEmpty();
        FormBody.Part file = Objects.requireNonNull(form.file("file"));
        assertThat(file.file()).isEqualTo("x.csv");
        assertThat(file.content()).isEqualTo(bytes("1,2\r\n\r\n--xY"));
        assertThat(form.file("lines")).isNull();
    }

    @Test
    void of_pairs_areDecodedAndReadAsAQueryIs() {
        FormBody form = FormBody.of(
                MediaType.APPLICATION_FORM_URLENCODED_TYPE, bytes("asOf=2026-13-01&q=a+%26%3D%C3%A9&q=&flag"));
        assertThat(form.text("q")).isEqualTo("a &=é");
        assertThat(form.text("flag")).isEmpty();
        Query query = form.query("asOf");
        assertThat(query.day("asOf")).isNull();
        assertThat(query.issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.message()).startsWith("field `asOf` `2026-13-01`"));
        assertThat(form.query("absent").issues()).isEmpty();
    }

    @Test
    void text_withNul_hasNoneOfIt() {
        FormBody form = FormBody.of(MediaType.APPLICATION_FORM_URLENCODED_TYPE, bytes("key=a%00b"));
        assertThat(form.text("key")).isEqualTo("a\uFFFDb");
    }

    @Test
    void of_boundaryLongerThanTheStandardHasIt_isRefusedAtOnce() {
        String boundary = "-".repeat(71);
        assertThatThrownBy(() -> FormBody.of(
                        MediaType.valueOf("multipart/form-data; boundary=" + boundary), bytes("--" + boundary + "--")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void of_whatIsNoForm_isRefused() {
        for (String body : new String[] {
            "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nnever ends",
            "--xYz\r\nContent-Disposition: form-data\r\n\r\nx\r\n--xYz--",
            "--xYz\r\nno head\r\n--xYz--"
        }) {
            assertThatThrownBy(() -> FormBody.of(MULTIPART, bytes(body))).isInstanceOf(ProblemException.class);
        }
        assertThatThrownBy(() -> FormBody.of(MediaType.MULTIPART_FORM_DATA_TYPE, bytes("")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> FormBody.of(MediaType.APPLICATION_FORM_URLENCODED_TYPE, bytes("a=%zz")))
                .isInstanceOf(ProblemException.class);
        assertThat(FormBody.of(MULTIPART, bytes("nothing")).text("a")).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
