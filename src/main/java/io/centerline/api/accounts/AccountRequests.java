package io.centerline.api.accounts;

import io.centerline.accounts.AccountChanged;
import io.centerline.accounts.AccountFile;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.Amendment;
import io.centerline.accounts.ChangeRequest;
import io.centerline.accounts.Expectation;
import io.centerline.api.AccountChange;
import io.centerline.api.AccountPath;
import io.centerline.api.Bodies;
import io.centerline.api.Query;
import io.centerline.application.RefusedException;
import io.centerline.decision.Draft;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
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
public final class AccountRequests {
    private final Bodies bodies;
    private final Accounts accounts;
    private final Clock clock;
    private final VersionedAnswers versioned;

    AccountRequests(Bodies bodies, Accounts accounts, Clock clock, VersionedAnswers versioned) {
        this.bodies = bodies;
        this.versioned = versioned;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * A change that could be read.
     *
     * @param number the account's importer number
     * @param expected what must be on file
     * @param asked what the body says
     */
    public record Wanted<A extends AccountChange>(ImporterNumber number, Expectation expected, A asked) {}

    /**
     * Reads a change of an account on file, whose version {@code If-Match} says; everything wrong is refused at once.
     *
     * @param path the importer number in the path
     * @param issues what else is wrong with the path
     * @param intake reads the body
     */
    <A extends AccountChange> Wanted<A> read(
            String path,
            List<String> ifMatch,
            HttpServerRequest request,
            InputStream stream,
            List<Issue> issues,
            Function<byte[], A> intake) {
        return read(path, ifMatch, List.of(), request, stream, issues, intake);
    }

    /** The same of an account that may be new, for which {@code If-None-Match} says so. */
    <A extends AccountChange> Wanted<A> read(
            String path,
            List<String> ifMatch,
            List<String> ifNoneMatch,
            HttpServerRequest request,
            InputStream stream,
            List<Issue> issues,
            Function<byte[], A> intake) {
        List<Issue> all = new ArrayList<>(new Query(request.query()).issues());
        ImporterNumber number = AccountPath.number(path, all);
        all.addAll(issues);
        Expectation expected = Preconditions.read(ifMatch, ifNoneMatch, all);
        A asked = intake.apply(bodies.read(request, stream));
        all.addAll(asked.issues());
        RefusedException.ifAny(all);
        return new Wanted<>(Objects.requireNonNull(number), expected, asked);
    }

    /** Makes a change that was read; a broken expectation ends it. */
    public AccountChanged change(Wanted<?> wanted, Amendment amendment) {
        return change(
                wanted.number(),
                wanted.expected(),
                wanted.asked().author(),
                wanted.asked().reason(),
                amendment);
    }

    /** Changes an account; a broken expectation ends it. */
    public AccountChanged change(
            ImporterNumber number, Expectation expected, String author, String reason, Amendment amendment) {
        return accounts.change(List.of(new ChangeRequest(number, expected, amendment)), author, reason)
                .get(0);
    }

    /** The file of an account that a change is meant for; a broken expectation ends it. */
    public AccountFile expected(ImporterNumber number, Expectation expected) {
        AccountFile file = accounts.file(number);
        expected.check(file);
        return file;
    }

    /** Changes several accounts, all or none; a broken expectation ends it. */
    public List<AccountChanged> change(
            List<ChangeRequest> requests, String author, String reason, Supplier<List<Draft>> owed) {
        return accounts.change(requests, author, reason, owed);
    }

    /** What keeps changes of several accounts from being made; nothing is changed. */
    List<Issue> contradictions(List<ChangeRequest> requests) {
        return accounts.contradictions(requests);
    }

    /** An account as answered, with its tag unless it is shown as known in the past. */
    Response.ResponseBuilder respond(AccountFile file, LocalDate asOf, @Nullable Instant knownAt) {
        AccountAnswer answer = answer(file, asOf, knownAt);
        return knownAt == null ? versioned.of(file, answer) : Response.ok(answer);
    }

    /** An account as answered. */
    AccountAnswer answer(AccountFile file, LocalDate asOf, @Nullable Instant knownAt) {
        Instant instant = Optional.ofNullable(knownAt).orElse(Instant.MAX);
        return AccountAnswer.of(file, accounts.siblings(file.number(), instant), asOf, knownAt);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
