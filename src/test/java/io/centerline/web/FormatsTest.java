package io.centerline.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.api.DecisionWords;
import org.junit.jupiter.api.Test;

class FormatsTest {

    @Test
    void prose_textBetweenBackticks_isCode() {
        assertThat(Formats.prose("`count` is not a number; write `1`").getValue())
                .isEqualTo("<code>count</code> is not a number; write <code>1</code>");
        assertThat(Formats.prose("one ` alone").getValue()).isEqualTo("one ` alone");
    }

    @Test
    void prose_daysOutsideBackticks_areAsPeopleWriteThem() {
        assertThat(Formats.prose("applies on 2026-12-01; `2026-12-01` at 2026-12-01T01:02:03Z")
                        .getValue())
                .isEqualTo("applies on 12/01/2026; <code>2026-12-01</code> at 2026-12-01T01:02:03Z");
    }

    @Test
    void behind_idOfTheSentence_isLeftOut() {
        assertThat(Formats.behind("MEM-0923 now ends on 2029-12-31", "MEM-0923"))
                .isEqualTo("now ends on 2029-12-31");
        assertThat(Formats.behind("the rule MEM-0923", "MEM-0923")).isEqualTo("the rule MEM-0923");
    }

    @Test
    void centerTitle_anyPlaceOfADecision_isWords() {
        assertThat(DecisionWords.CENTERS)
                .allSatisfy(code -> assertThat(Formats.centerTitle(code)).matches("[A-Z][a-z].*"));
        assertThat(Formats.centerTitle("DRAWBACK_OFFICE")).isEqualTo("Drawback office");
        assertThat(Formats.centerTitle("CEE099")).isEqualTo("CEE099");
    }

    @Test
    void prose_hostileText_isTextWithinBackticksAndWithout() {
        assertThat(Formats.prose("`" + HostileText.TEXT + "` and " + HostileText.TEXT)
                        .getValue()
                        .replaceAll("</?code>", ""))
                .doesNotContain("<", ">", "\"", "'")
                .contains("&lt;script&gt;", "&amp;lt;b&amp;gt;");
    }
}
