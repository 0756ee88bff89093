package io.centerline.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.centerline.api.contract.Contract.Operation;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Holds every answer that any test with a running service gets to the document: its status, its media type and, where it is JSON,
 * its schema.
 */
public final class ContractWatch implements QuarkusTestBeforeEachCallback, Filter {
    private final Contract contract = Contract.read();

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (RestAssured.filters().stream().noneMatch(ContractWatch.class::isInstance)) {
            RestAssured.filters(this);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        contract.find(request.getMethod(), URI.create(request.getURI()).getRawPath())
                .ifPresent(operation -> hold(operation, response));
        return response;
    }

    private void hold(Operation operation, Response response) {
        String where = operation.name() + " answers " + response.statusCode();
        if (contract.answer(operation, response.statusCode()).isMissingNode()) {
            throw new AssertionError(where + ", which the document does not say: " + response.asString());
        }
        JsonNode content = contract.answers(operation, response.statusCode());
        if (content.isMissingNode()) {
            if (!response.asString().isEmpty()) {
                throw new AssertionError(where + " with a body, which the document does not say");
            }
            return;
        }
        String mediaType = response.contentType().replaceFirst(";.*", "").toLowerCase(Locale.ROOT);
        JsonNode schema = content.path(mediaType).path("schema");
        if (schema.isMissingNode()) {
            throw new AssertionError(where + " in " + mediaType + ", which the document does not say");
        }
        if (mediaType.endsWith("json")) {
            List<String> wrong = contract.contradictions(schema, mediaType, response.asString());
            if (!wrong.isEmpty()) {
                throw new AssertionError(where + " with " + response.asString() + ", but " + wrong);
            }
        }
    }
}
