package io.centerline.bench;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;

/** The floor: an endpoint that only parses a placement request and echoes it. Built into the bench profile alone. */
@Path("/bench/echo")
public class EchoResource {

    public record Importer(String number, String name, String kind) {}

    public record Line(
            String entry,
            int line,
            String date,
            List<String> hts,
            String set,
            String role,
            int count,
            String quantity,
            String value) {}

    public record Request(
            Importer importer,
            String asOf,
            List<Line> lines,
            List<Map<String, String>> evidence,
            Map<String, Object> account) {}

    @POST
    @Blocking
    public Request echo(Request request) {
        return request;
    }
}
