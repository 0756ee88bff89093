package io.centerline.api.placements;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.api.Problem;
import io.centerline.application.DecisionAnswer;
import io.centerline.application.Failure;
import io.centerline.application.PlacementBatch.Placed;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the lines that a batch of placements is answered with. Thread-safe. */
final class BatchAnswers {
    private final ObjectMapper json;

    BatchAnswers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * An importer that was not placed.
     *
     * @param line the number of its line; of a file, its place among the importers
     * @param status the HTTP status that the request would have got alone
     * @param importer its number, masked where it is a social security number; null where the line says it
     * @param rows how many rows of a file it is; null for a line
     * @param problem what is wrong
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Refused(
            long line,
            int status,
            @Nullable String importer,
            @Nullable Long rows,
            Problem problem) {}

    /**
     * A row of a file that was rejected.
     *
     * @param row its number
     * @param status that of the problem
     * @param problem what is wrong
     */
    private record RejectedRow(long row, int status, Problem problem) {}

    /** What a file says of an importer: its number, masked where it is a social security number, and how many rows it has. */
    record OfFile(String importer, long rows) {}

    /** The answer to a line. */
    byte[] line(long line, Placed placed) {
        return line(line, placed, null);
    }

    /** The answer to an importer of a file. */
    byte[] line(long line, Placed placed, @Nullable OfFile file) {
        Failure failure = placed.failure();
        if (failure != null) {
            return refused(line, failure, file);
        }
        DecisionAnswer answer = Objects.requireNonNull(placed.answer());
        StringBuilder head = new StringBuilder(160)
                .append("{\"line\":")
                .append(line)
                .append(",\"status\":")
                .append(answer.id() == null ? 200 : 201);
        if (answer.replayed()) {
            head.append(",\"replayed\":true");
        }
        if (file != null) {
            head.append(",\"importer\":")
                    .append(new String(write(file.importer()), StandardCharsets.UTF_8))
                    .append(",\"rows\":")
                    .append(file.rows());
        }
        return around(head.append(",\"decision\":").toString(), answer.body());
    }

    private static byte[] around(String head, byte[] decision) {
        byte[] begin = head.getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[begin.length + decision.length + 1];
        System.arraycopy(begin, 0, whole, 0, begin.length);
        System.arraycopy(decision, 0, whole, begin.length, decision.length);
        whole[whole.length - 1] = '}';
        return whole;
    }

    private byte[] refused(long line, Failure failure, @Nullable OfFile file) {
        Problem problem = Problem.of(failure);
        return write(new Refused(
                line,
                problem.status(),
                file == null ? null : file.importer(),
                file == null ? null : file.rows(),
                problem));
    }

    /** The answer to a row that was rejected. */
    byte[] row(long row, Failure failure) {
        Problem problem = Problem.of(failure);
        return write(new RejectedRow(row, problem.status(), problem));
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
