package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.centerline.store.embedded.Frozen;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Consumer;

/** The kinds of death that {@link KillIT} deals out in turn; what was acknowledged survives each. */
enum Death {
    PROGRAM_KILLED {
        @Override
        void strike(Program program, Consumer<HttpResponse<String>> answered) throws Exception {
            program.kill();
        }
    },
    DATABASE_KILLED {
        @Override
        void strike(Program program, Consumer<HttpResponse<String>> answered) throws Exception {
            program.killDatabase();
        }
    },
    BOTH_KILLED {
        @Override
        void strike(Program program, Consumer<HttpResponse<String>> answered) throws Exception {
            program.killDatabase();
            program.kill();
        }
    },
    PROGRAM_TERMINATED {
        @Override
        void strike(Program program, Consumer<HttpResponse<String>> answered) throws Exception {
            program.terminate();
            assertThat(program.exit()).isEqualTo(SIGTERM);
        }
    },
    DISK_FULL {
        @Override
        void strike(Program program, Consumer<HttpResponse<String>> answered) throws Exception {
            SmallDisk disk = SmallDisk.on(program.data());
            disk.fill();
            try {
                await().atMost(Duration.ofSeconds(30)).until(() -> {
                    HttpResponse<String> ready = program.get("/q/health/ready");
                    return ready.statusCode() == 503 && ready.body().contains("full");
                });
            } finally {
                disk.widen();
            }
        }
    },
    DATABASE_FROZEN {
        @Override
        void strike(Program program, Consumer<HttpResponse<String>> answered) throws Exception {
            try (Frozen frozen = program.freezeDatabase()) {
                long begun = System.nanoTime();
                HttpResponse<String> ready = program.get("/q/health/ready");
                assertThat(ready.statusCode()).as(ready.body()).isEqualTo(503);
                HttpResponse<String> answer = program.post("/v1/placements?explain=summary", Requests.EXAMPLE);
                answered.accept(answer);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
            }
        }
    },
    REPLICA_PAUSED {
        @Override
        void strike(Program program, Consumer<HttpResponse<String>> answered) throws Exception {
            try (Program other = program.beside();
                    Frozen paused = program.freeze()) {
                // The paused one may hold the lock of the journal, in the midst of its rows too.
                await().atMost(Duration.ofSeconds(60)).until(() -> {
                    HttpResponse<String> answer = other.post("/v1/placements?explain=summary", Requests.EXAMPLE);
                    answered.accept(answer);
                    return answer.statusCode() == 201;
                });
                other.awaitReady();
            }
        }
    };

    private static final int SIGTERM = 128 + 15;

    /**
     * Lets it happen, under load.
     *
     * @param answered gets the answer to each decision that the death itself asks for
     */
    abstract void strike(Program program, Consumer<HttpResponse<String>> answered) throws Exception;

    /** Whether the program lives on, and its callers wait through it. */
    boolean isSurvived() {
        return this == DATABASE_KILLED || this == DISK_FULL || this == DATABASE_FROZEN || this == REPLICA_PAUSED;
    }
}
