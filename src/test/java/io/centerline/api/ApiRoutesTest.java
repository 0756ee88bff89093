package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.api.accounts.DriftResource;
import io.centerline.api.accounts.ReassessmentResource;
import io.centerline.api.rulebooks.ImpactResource;
import io.centerline.api.rulebooks.RulebooksResource;
import io.centerline.web.directory.CenterPages;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRoutesTest {
    private final ApiRoutes routes = new ApiRoutes(List.of(
            RulebooksResource.class,
            ImpactResource.class,
            ReassessmentResource.class,
            DriftResource.class,
            CenterPages.class));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/rulebooks | /v1/rulebooks | GET, HEAD, OPTIONS, POST",
                "//v1/rulebooks/ | /v1/rulebooks | GET, HEAD, OPTIONS, POST",
                "/v1/rulebooks;a=b | /v1/rulebooks | GET, HEAD, OPTIONS, POST",
                "/v1/rulebooks/sha256:0 | /v1/rulebooks/{hash} | GET, HEAD, OPTIONS",
                "/v1/rulebooks/impact | /v1/rulebooks/impact | OPTIONS, POST",
                "/v1/rulebooks/impact/diff/x | /v1/rulebooks/{hash}/diff/{other} | GET, HEAD, OPTIONS",
                "/v1/reassessments | /v1/reassessments | GET, HEAD, OPTIONS, POST",
                "/centers | /centers | GET, HEAD, OPTIONS"
            })
    void find_address_isTheClosestTemplateWithItsMethods(String path, String template, String allow) {
        ApiRoutes.Route route = routes.find(path).orElseThrow();

        assertThat(route.template()).isEqualTo(template);
        assertThat(route.allow()).isEqualTo(allow);
        for (String method : List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE")) {
            assertThat(route.takes(method))
                    .as(method)
                    .isEqualTo(List.of(allow.split(", ")).contains(method));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v1/rulebook", "/v1/rulebooks/a/diff/b/c", "/v2/rulebooks"})
    void find_otherPath_isNone(String path) {
        assertThat(routes.find(path)).isEmpty();
    }

    @Test
    void operation_ofAnAddress_isWhatItsMethodOrItsClassSays() {
        assertThat(routes.operation("POST", "/v1/rulebooks/check"))
                .isEqualTo(new ApiRoutes.Operation(
                        List.of("application/json", "application/zip"), List.of("application/json")));
        assertThat(routes.operation("POST", "/v1/reassessments"))
                .isEqualTo(new ApiRoutes.Operation(
                        List.of(
                                "application/x-ndjson",
                                "text/csv",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                        List.of("application/x-ndjson")));
        assertThat(routes.operation("HEAD", "/v1/reassessments"))
                .isEqualTo(new ApiRoutes.Operation(List.of(), List.of("application/json")));
        assertThat(routes.operation("PUT", "/v1/reassessments")).isNull();
        assertThat(routes.operation("GET", "/v2")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/rulebooks/{hash}, GET, /v1/rulebooks/{hash}, GET",
        "/v1/rulebooks/123-45-6789, GET, UNKNOWN, GET",
        "/v1/rulebooks, 123-45-6789, /v1/rulebooks, UNKNOWN",
        "NOT_FOUND, DELETE, UNKNOWN, DELETE"
    })
    void tags_ofHttp_areTemplatesAndMethodsAlone(String uri, String method, String shownUri, String shownMethod) {
        Tags tags = Tags.of("uri", uri, "method", method, "status", "403");
        Meter.Id id = new Meter.Id("http.server.requests", tags, null, null, Meter.Type.TIMER);

        assertThat(new RouteTags(routes).map(id).getTagsAsIterable())
                .containsExactlyElementsOf(Tags.of("uri", shownUri, "method", shownMethod, "status", "403"));
    }
}
