package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TypedFormTest {

    @Test
    void json_whatWasTyped_isTextsAndLeavesOutWhatWasNot() {
        TypedForm form = form("author=Ann+%C3%89&reason=+&impact=&x=%7B%22");

        assertThat(form.json("author", "reason", "impact", "x", "y"))
                .hasToString("{\"author\":\"Ann É\",\"x\":\"{\\\"\"}");
        assertThat(form.typed("reason")).isEqualTo(" ");
    }

    @Test
    void form_thatIsNoForm_isAProblem() {
        assertThat(form("").typed("a")).isEmpty();
        assertThatThrownBy(() -> form("a=%zz")).isInstanceOf(ProblemException.class);
    }

    private static TypedForm form(String body) {
        return new TypedForm(body.getBytes(StandardCharsets.ISO_8859_1));
    }
}
