package io.centerline.api.accounts;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.AccountStale;
import io.centerline.accounts.Accounts;
import io.centerline.api.Problem;
import io.centerline.application.Failure;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a change that expected another version of an account with what is on file. */
public final class StaleAccountMapping {
    private final Accounts accounts;
    private final Clock clock;

    StaleAccountMapping(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @ServerExceptionMapper
    Response stale(AccountStale stale) {
        AccountFile current = stale.current();
        return Problem.of(Failure.of(stale))
                .with(current.exists() ? answer(current) : null)
                .response();
    }

    private AccountAnswer answer(AccountFile file) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return AccountAnswer.of(file, accounts.siblings(file.number(), Instant.MAX), today, null);
    }
}
