package io.centerline.api;

import io.centerline.api.Problem.Kind;

/**
 * What a kind of problem means, as the address that its {@code type} names tells it.
 *
 * @param code what stands behind {@code /problems/}
 * @param type the address
 * @param title the kind in words
 * @param status the HTTP status
 * @param meaning when the service answers so
 * @param help how to mend it
 */
public record ProblemPage(String code, String type, String title, int status, String meaning, String help) {

    /** The page of a kind. */
    static ProblemPage of(Kind kind) {
        return switch (kind) {
            case INVALID_FACTS ->
                page(
                        kind,
                        "The facts of a request cannot be read, so nothing was decided or recorded.",
                        "Mend every issue that the answer lists. Each has the place, the fault and what to write instead.");
            case INVALID_REQUEST ->
                page(
                        kind,
                        "The request cannot be read: its address, its query, a header or its body.",
                        "Mend every issue that the answer lists, or what its detail names.");
            case INVALID_RULES ->
                page(
                        kind,
                        "The rules that were sent cannot be read.",
                        "Mend every issue that the answer lists. Each has the file and the line.");
            case UNSOUND_RULES ->
                page(
                        kind,
                        "The rules can be read and fail the checks that rules must pass before they serve.",
                        "Send them to `POST /v1/rulebooks/check` for the whole report, and mend every error.");
            case WRONG_HOST ->
                page(
                        kind,
                        "The service has no sign-in and answers only requests whose header `Host` names the machine it runs on.",
                        "Call it as `localhost`, `127.0.0.1` or `[::1]`.");
            case CROSS_SITE ->
                page(
                        kind,
                        "A page of another site made the browser send a request that may change something here.",
                        "Send it from a page of this service, or from a program that sends no header `Origin`.");
            case UNMASKING_REFUSED ->
                page(
                        kind,
                        "The operator lets facts out with social security numbers masked only.",
                        "Ask for them without `masked=false` or `facts=true`, or ask the operator for"
                                + " `centerline.unmasking.allowed`.");
            case NOT_FOUND ->
                page(
                        kind,
                        "Nothing is served at the address, or nothing has the number, id or hash in it.",
                        "Compare the address with the contract at `/q/openapi`, and the id with the answer that gave it.");
            case METHOD_NOT_ALLOWED ->
                page(
                        kind,
                        "The address exists and does not take the method.",
                        "Use one of the methods that the header `Allow` of the answer lists.");
            case NOT_ACCEPTABLE ->
                page(
                        kind,
                        "The address has no answer in a media type that the header `Accept` names.",
                        "Name one of the media types that the detail lists, or leave the header out.");
            case FACTS_ERASED ->
                page(
                        kind,
                        "The facts of the decision were erased when they reached the age that the operator set.",
                        "Use the decision, its leaf and its proofs, which stay as they were.");
            case IDEMPOTENCY_CONFLICT ->
                page(
                        kind,
                        "The `Idempotency-Key` was used before with another body, another address or another `explain`.",
                        "Send a fresh key with each new request, and the same key only to repeat one.");
            case ACTIVE_CHANGED ->
                page(
                        kind,
                        "Another rulebook is active than the `expectedActive` of the request.",
                        "Look at `GET /v1/rulebooks/active`, and decide again.");
            case IMPACT_NEEDED ->
                page(
                        kind,
                        "The activation moves, or may move, more decisions than it may without a report.",
                        "Run `POST /v1/rulebooks/impact`, read the report, and name its id as `impact`.");
            case PAST_CHANGED ->
                page(
                        kind,
                        "The activation changes answers for past days, and does not say that it corrects them.",
                        "Give the changed rules new intervals, or say in `correction` why history was wrong.");
            case APPROVAL_NEEDED ->
                page(
                        kind,
                        "The activation needs a proposal that was approved, or the one it quotes does not speak for it.",
                        "Propose the rulebook with `POST /v1/proposals`, let it be approved, and name its number as `proposal`.");
            case PROPOSAL_CONFLICT ->
                page(
                        kind,
                        "What is asked of the proposal does not fit how it stands, so nothing was recorded.",
                        "Read the detail and `GET /v1/proposals/{proposal}`: they say how it stands and what may be said of it.");
            case PROPOSAL_CHANGED ->
                page(
                        kind,
                        "Something was said of the proposal that the header `If-Match` of the review does not know of.",
                        "Look at `current` in the answer, decide again, and send the new `ETag`.");
            case RULEBOOK_REFUSED ->
                page(
                        kind,
                        "The stored rulebook was altered, or this version of the program does not take it.",
                        "Use another rulebook, or send its rules again with `POST /v1/rulebooks`.");
            case ACCOUNT_CONFLICT ->
                page(
                        kind,
                        "The change contradicts what is on file, so nothing was recorded.",
                        "Mend every issue that the answer lists, with `GET /v1/accounts/{number}` beside it.");
            case ACCOUNT_CHANGED ->
                page(
                        kind,
                        "The account is not what the header `If-Match` or `If-None-Match` of the change expects.",
                        "Look at `current` in the answer, decide again, and send the new `ETag`.");
            case VERSION_NEEDED ->
                page(
                        kind,
                        "The account or proposal is on file, and the change does not say which version of it is meant.",
                        "Read it and send its `ETag` as the header `If-Match`.");
            case NOT_ROUTED ->
                page(
                        kind,
                        "No rule of the active rulebook says who handles the activity on that day.",
                        "Look at `GET /v1/centers` for the activities that rules assign, and tell the policy analysts.");
            case NOT_A_PLACEMENT ->
                page(
                        kind,
                        "The decision places no importer, so nothing can be drafted from it.",
                        "Use the id of a decision of `POST /v1/placements` whose status is PLACED.");
            case NOT_REPLAYABLE ->
                page(
                        kind,
                        "What the decision was made of is no longer all there, so it cannot be decided again.",
                        "Read the detail: it says what is missing. Decision and proofs stay valid.");
            case TOO_LARGE ->
                page(
                        kind,
                        "The body has more bytes, or more lines, than the service accepts. A compressed body is measured inflated.",
                        "Send several requests, or add alike entry lines up and give their number as `count`.");
            case UNSUPPORTED_MEDIA_TYPE ->
                page(
                        kind,
                        "The address does not take a body in this media type, or compressed in this way.",
                        "Send a header `Content-Type` that the detail names. A body may be compressed with gzip or zstd.");
            case UNAVAILABLE ->
                page(
                        kind,
                        "The database does not answer. What was to be recorded may be recorded or not.",
                        "Send the same request again after the seconds in `Retry-After`, with the same `Idempotency-Key`.");
            case RULEBOOK_UNCERTAIN ->
                page(
                        kind,
                        "This replica has not heard from the database for a while, so another rulebook may be active by now.",
                        "Send the same request again after the seconds in `Retry-After`.");
            case BUSY ->
                page(
                        kind,
                        "The service has as many requests of this kind as it takes at once. Nothing was done.",
                        "Send the same request again after the seconds in `Retry-After`.");
            case EVALUATORS_DISAGREE ->
                page(
                        kind,
                        "The two evaluators of the rules conclude different things. Nothing was decided or recorded.",
                        "Tell the operator the incident that the detail names: this is a fault of the program.");
            case JOURNAL_ALTERED ->
                page(
                        kind,
                        "The rows of the journal are not what its log signed.",
                        "Keep your checkpoints and exports, and tell the operator.");
            case INTERNAL ->
                page(
                        kind,
                        "The program failed.",
                        "Tell the operator the incident that the detail names: the log has what happened.");
        };
    }

    private static ProblemPage page(Kind kind, String meaning, String help) {
        Problem problem = Problem.of(kind, "");
        return new ProblemPage(
                problem.type().substring("/problems/".length()),
                problem.type(),
                problem.title(),
                problem.status(),
                meaning,
                help);
    }
}
