package io.centerline.api;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies to send, and ways to send them. */
public final class Requests {

    /** The contract's own example. */
    public static final String EXAMPLE = """
            { "importer": {"number": "12-345678900", "name": "Acme", "kind": "IMPORTER"},
              "asOf": "2026-11-25",
              "lines": [ {"entry": "ABC12345678", "line": 1, "date": "2026-03-02", "hts": ["9903.88.15", "8471.30.0100"],
                          "set": null, "role": "IMPORTER_OF_RECORD", "count": 1, "quantity": "12", "value": "5400.00"} ],
              "evidence": [], "account": null }
            """;

    private Requests() {}

    public static RequestSpecification json(String body) {
        return json(body.getBytes(StandardCharsets.UTF_8));
    }

    public static RequestSpecification json(byte[] body) {
        return given().header("Content-Type", "application/json").body(body);
    }

    public static ValidatableResponse place(String body) {
        return json(body).post("/v1/placements").then();
    }

    /** A sound request for an importer number. */
    public static String of(String number, String kind, int lines) {
        return "{\"importer\":{\"number\":\"" + number + "\",\"kind\":\"" + kind
                + "\"},\"asOf\":\"2026-11-25\",\"lines\":["
                + IntStream.range(0, lines)
                        .mapToObj(i -> "{\"hts\":\"8471.30.0100\",\"date\":\"2026-03-02\"}")
                        .collect(Collectors.joining(","))
                + "]}";
    }
}
