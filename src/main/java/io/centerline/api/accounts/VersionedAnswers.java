package io.centerline.api.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.accounts.AccountFile;
import io.centerline.api.EntityTags;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers that show an account, with tags by which a change names the version it is meant for. */
@Singleton
final class VersionedAnswers {
    private final ObjectMapper json;

    VersionedAnswers(ObjectMapper json) {
        this.json = json;
    }

    /** What is shown of an account, as JSON with its tag. */
    Response.ResponseBuilder of(AccountFile file, Object shown) {
        byte[] answer = write(shown);
        return Response.ok(answer).header(HttpHeaders.ETAG, EntityTags.of(file.version(), answer));
    }

    private byte[] write(Object shown) {
        try {
            return json.writeValueAsBytes(shown);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
