package io.centerline.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.guides.Guide.Step;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link GuidesIT} relies on: a wrong output is found, and only times, hashes and ids may differ. */
class ShownTest {
    private static final String ID = "01a217be-d496-7723-8761-fc2411e7cae8";
    private static final String OTHER_ID = "01a217be-de8e-7f0c-839e-e0454a52f7da";
    private static final String HASH = "28c4".repeat(16);

    private final Map<String, String> names = new HashMap<>();

    @Test
    void differs_anotherWord_isFound() {
        assertThat(same("Verified  leaf 2\n", "Verified  leaf 17\n", Shown.Form.TEXT))
                .isTrue();
        assertThat(same("Verified  leaf 2\n", "Verified leaf 2\n", Shown.Form.TEXT))
                .isFalse();
        assertThat(same("Verified  leaf 2\n", "Verified  leaf 2\nmore\n", Shown.Form.TEXT))
                .isFalse();
        assertThat(same("Verified  leaf 2\n", "first\nVerified  leaf 2\n", Shown.Form.TEXT))
                .isFalse();
        assertThat(same("Verified  leaf 2\n", "first\nVerified  leaf 2\nmore\n", Shown.Form.EXCERPT))
                .isTrue();
        assertThat(same("on 2026-11-25", "on 2026-11-26", Shown.Form.TEXT)).isFalse();
        assertThat(same("at 2026-11-25T01:02:03Z", "at 2027-01-02T03:04:05.067Z", Shown.Form.TEXT))
                .isTrue();
    }

    @Test
    void differs_somethingLeftOut_keepsTheOrder() {
        String printed = "{\"status\":\"PLACED\",\"center\":{\"code\":\"CEE005\",\"name\":\"Base Metals\"}}\n";

        assertThat(same("{\"status\": \"PLACED\", …,\n  \"name\": \"Base\n  Metals\"}}", printed, Shown.Form.JSON))
                .isTrue();
        assertThat(same("{…, \"name\": \"Base Metals\"}, …}", printed, Shown.Form.JSON))
                .isFalse();
        assertThat(same("{…, \"name\": \"Base Metals\", …\"code\"…}", printed, Shown.Form.JSON))
                .isFalse();
        assertThat(same("{\"status\": \"PLACED\"}", printed, Shown.Form.JSON)).isFalse();
    }

    @Test
    void differs_idsAndHashes_standForTheSameThroughout() {
        assertThat(same("made a000aaaa-0000-7000-8000-000000000001\n", "made " + ID, Shown.Form.TEXT))
                .isTrue();
        assertThat(same("again a000aaaa-…", "again " + OTHER_ID, Shown.Form.TEXT))
                .isTrue();
        assertThat(same("again a000aaaa-0000-7000-8000-000000000001\n", "again " + OTHER_ID, Shown.Form.TEXT))
                .isFalse();
        assertThat(same("again a000aaaa-0000-7000-8000-000000000001\n", "again " + ID, Shown.Form.TEXT))
                .isTrue();
        assertThat(same("another b000aaaa-0000-7000-8000-000000000001\n", "another " + ID, Shown.Form.TEXT))
                .isFalse();
        assertThat(same("sha256:4b1f… and sha256:4b1f…", "sha256:" + HASH + " and sha256:" + HASH, Shown.Form.TEXT))
                .isTrue();
        assertThat(same("sha256:4b1f…", "sha256:" + HASH.replace('4', '5'), Shown.Form.TEXT))
                .isFalse();
        assertThat(same("sha256:none", "sha256:" + HASH, Shown.Form.TEXT)).isFalse();
    }

    @Test
    void fences_withMarks_becomeSteps() {
        Guide guide = Guide.of(
                "guide",
                "```sh\necho a\n```\nprints\n```text\na\n```\n```sh unchecked: it hangs\ncat\n```\n"
                        + "```drl rules/a.drl\nrule\n```\n");

        assertThat(guide.steps()).extracting(Step::line).containsExactly(1, 11);
        assertThat(guide.steps()).extracting(Step::commands).containsExactly("echo a\n", "cat 'rules/a.drl'\n");
        assertThat(guide.steps().get(0).shown()).contains(new Shown("guide:5", "a\n", Shown.Form.TEXT));
    }

    @Test
    void fences_nobodyChecks_areRefused() {
        for (String fence :
                new String[] {"```\n```\n", "```yaml\n```\n", "```text\n```\n", "```sh unchecked:\n```\n"}) {
            assertThatThrownBy(() -> Guide.of("guide", "text\n" + fence)).hasMessageStartingWith("guide:2: ");
        }
    }

    private boolean same(String shown, String printed, Shown.Form form) {
        return new Shown("guide:1", shown, form).differs(printed, names).isEmpty();
    }
}
