package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ConnectionAbortTest {
    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch full = new CountDownLatch(1);

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Test
    void run_muchIsStillToBeSent_nothingSaidAfterwardsArrives() throws Exception {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> vertx.executeBlocking(() -> answerHalf(request)))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);

        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.setSoTimeout(20_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.actualPort()));
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(full.await(20, TimeUnit.SECONDS)).isTrue();
            Thread.sleep(200);

            String answer = everything(socket.getInputStream());

            assertThat(answer.startsWith("HTTP/1.1 200 OK\r\n")).isTrue();
            assertThat(answer.substring(answer.length() - 100)).doesNotContain("the end");
        }
    }

    /** Says as much as the connection takes, is cut, and says the end all the same. */
    private Void answerHalf(HttpServerRequest request) {
        HttpServerResponse response = request.response().setChunked(true);
        while (!response.writeQueueFull()) {
            response.write("rows".repeat(1_024));
            LockSupport.parkNanos(100_000);
        }
        full.countDown();
        new ConnectionAbort(request).run();
        response.end("the end");
        return null;
    }

    private static String everything(InputStream in) throws SocketTimeoutException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            in.transferTo(read);
        } catch (SocketTimeoutException neitherCutNorEnded) {
            throw neitherCutNorEnded;
        } catch (IOException reset) {
            // A reset cuts as well.
        }
        return read.toString(StandardCharsets.UTF_8);
    }
}
