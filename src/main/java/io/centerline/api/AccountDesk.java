package io.centerline.api;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.AccountStale;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.Amendment;
import io.centerline.accounts.Changed;
import io.centerline.accounts.Expectation;
import io.centerline.accounts.OwedDecision;
import io.centerline.accounts.Wish;
import io.centerline.api.Problem.Kind;
import io.centerline.facts.AccountChange;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.ImporterNumberReader;
import io.centerline.facts.ImporterNumberReader.Reading;
import io.centerline.facts.Issue;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Between HTTP and the accounts on file: what a change asks for, answers with their tags, refusals. */
@Singleton
final class AccountDesk {
    private final Bodies bodies;
    private final Accounts accounts;
    private final Clock clock;

    AccountDesk(Bodies bodies, Accounts accounts, Clock clock) {
        this.bodies = bodies;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The importer number a path names; null after adding an issue. */
    static @Nullable ImporterNumber number(String path, List<Issue> issues) {
        Reading reading = new ImporterNumberReader().read(path);
        if (reading instanceof Reading.Unreadable unreadable) {
            issues.add(new Issue(unreadable.code(), "number", unreadable.message(), unreadable.help()));
            return null;
        }
        return ((Reading.Readable) reading).number();
    }

    /**
     * A change that could be read.
     *
     * @param number the account's importer number
     * @param expected what must be on file
     * @param asked what the body says
     */
    record Wanted<A extends AccountChange>(ImporterNumber number, Expectation expected, A asked) {}

    /**
     * Reads a change of an account on file, whose version {@code If-Match} says; everything wrong is refused at once.
     *
     * @param path the importer number in the path
     * @param issues what else is wrong with the path
     * @param intake reads the body
     */
    <A extends AccountChange> Wanted<A> read(
            String path,
            @Nullable String ifMatch,
            HttpServerRequest request,
            InputStream stream,
            List<Issue> issues,
            Function<byte[], A> intake) {
        return read(path, ifMatch, null, request, stream, issues, intake);
    }

    /** The same of an account that may be new, for which {@code If-None-Match} says so. */
    <A extends AccountChange> Wanted<A> read(
            String path,
            @Nullable String ifMatch,
            @Nullable String ifNoneMatch,
            HttpServerRequest request,
            InputStream stream,
            List<Issue> issues,
            Function<byte[], A> intake) {
        List<Issue> all = new ArrayList<>(new Query(request.query()).issues());
        ImporterNumber number = number(path, all);
        all.addAll(issues);
        Expectation expected = Preconditions.read(ifMatch, ifNoneMatch, new Expectation.Unsaid(), all);
        A asked = intake.apply(bodies.read(request, stream));
        all.addAll(asked.issues());
        RefusedException.ifAny(all);
        return new Wanted<>(Objects.requireNonNull(number), expected, asked);
    }

    /** Makes a change that was read; a broken expectation becomes a problem that shows what is there. */
    Changed change(Wanted<?> wanted, Amendment amendment) {
        return change(
                wanted.number(),
                wanted.expected(),
                wanted.asked().author(),
                wanted.asked().reason(),
                amendment);
    }

    /** Changes an account; a broken expectation becomes a problem that shows what is there. */
    Changed change(ImporterNumber number, Expectation expected, String author, String reason, Amendment amendment) {
        try {
            return accounts.change(List.of(new Wish(number, expected, amendment)), author, reason)
                    .get(0);
        } catch (AccountStale stale) {
            throw stale(stale);
        }
    }

    /** The file of an account that a change is meant for; a broken expectation becomes a problem that shows what is there. */
    AccountFile expected(ImporterNumber number, Expectation expected) {
        AccountFile file = accounts.file(number);
        try {
            expected.check(file);
            return file;
        } catch (AccountStale stale) {
            throw stale(stale);
        }
    }

    /** Changes several accounts, all or none; a broken expectation becomes a problem that shows what is there. */
    List<Changed> change(List<Wish> wishes, String author, String reason, Supplier<List<OwedDecision>> owed) {
        try {
            return accounts.change(wishes, author, reason, owed);
        } catch (AccountStale stale) {
            throw stale(stale);
        }
    }

    /** What keeps changes of several accounts from being made; nothing is changed. */
    List<Issue> contradictions(List<Wish> wishes) {
        return accounts.contradictions(wishes);
    }

    /** The refusal of a change that expected something else, with what is on file. */
    RefusedException stale(AccountStale stale) {
        AccountFile current = stale.current();
        String detail = current.exists()
                ? "the account is at version " + current.version()
                        + ", not what the change expects; look at `current` and decide again"
                : "nothing is on file for the importer number; send `If-None-Match: *` to enter the account";
        return new RefusedException(Problem.of(Kind.ACCOUNT_CHANGED, detail)
                .with(current.exists() ? answer(current, today(), null) : null));
    }

    static RefusedException unknown() {
        return new RefusedException(Problem.of(
                Kind.NOT_FOUND, "nothing is on file for this importer number; `PUT /v1/accounts/{number}` enters it"));
    }

    /** An account as answered, with its tag unless it is shown as known in the past. */
    Response.ResponseBuilder respond(AccountFile file, LocalDate asOf, @Nullable Instant knownAt) {
        Response.ResponseBuilder response = Response.ok(answer(file, asOf, knownAt));
        return knownAt == null ? response.header(HttpHeaders.ETAG, Preconditions.tag(file)) : response;
    }

    private AccountAnswer answer(AccountFile file, LocalDate asOf, @Nullable Instant knownAt) {
        Instant instant = Optional.ofNullable(knownAt).orElse(Instant.MAX);
        return AccountAnswer.of(file, accounts.siblings(file.number(), instant), asOf, knownAt);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
