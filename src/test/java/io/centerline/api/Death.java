package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;

/** The kinds of death that {@link KillIT} deals out in turn; what was acknowledged survives each. */
enum Death {
    PROGRAM_KILLED {
        @Override
        void strike(Program program) throws Exception {
            program.kill();
        }
    },
    DATABASE_KILLED {
        @Override
        void strike(Program program) throws Exception {
            program.killDatabase();
        }
    },
    BOTH_KILLED {
        @Override
        void strike(Program program) throws Exception {
            program.killDatabase();
            program.kill();
        }
    },
    PROGRAM_TERMINATED {
        @Override
        void strike(Program program) throws Exception {
            program.terminate();
            assertThat(program.exit()).isEqualTo(SIGTERM);
        }
    },
    DISK_FULL {
        @Override
        void strike(Program program) throws Exception {
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
    };

    private static final int SIGTERM = 128 + 15;

    /** Lets it happen, under load. */
    abstract void strike(Program program) throws Exception;

    /** Whether the program lives on, and its callers wait through it. */
    boolean isSurvived() {
        return this == DATABASE_KILLED || this == DISK_FULL;
    }
}
