package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FormBodyTest {

    @Test
    void json_whatWasTyped_isTextsAndLeavesOutWhatWasNot() {
        FormBody form = form("author=Ann+%C3%89&reason=+&impact=&x=%7B%22");

        assertThat(form.json("author", "reason", "impact", "x", "y"))
                .hasToString("{\"author\":\"Ann É\",\"x\":\"{\\\"\"}");
        assertThat(form.text("reason")).isEqualTo(" ");
    }

    @Test
    void form_thatIsNoForm_isAProblem() {
        assertThat(form("").text("a")).isEmpty();
        assertThatThrownBy(() -> form("a=%zz")).isInstanceOf(ProblemException.class);
    }

    private static FormBody form(String body) {
        return FormBody.of(MediaType.APPLICATION_FORM_URLENCODED_TYPE, body.getBytes(StandardCharsets.ISO_8859_1));
    }
}
