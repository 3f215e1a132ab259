package org.ccgledger.standalone;

import java.util.Arrays;
import java.util.Optional;

/// Why a request gets no answer, where no rule of the domain is the reason.
enum GeneralProblem {
    ACTOR_NOT_OF_THIS_BODY(
            403,
            "The command or the answer is for those of one body, and the token names another.",
            "Ask with a token of that body."),
    CONTENTION(
            409,
            "Others kept changing what the decision depends on, longer than it was tried again.",
            "Nothing was recorded. Send it again with the same key."),
    HEADERS_TOO_LARGE(
            431, "The headers are larger than is read.", "Send less of them: 16 KB at most."),
    IDEMPOTENCY_KEY_MISSING(
            400,
            "A command is sent with a key of its own, so that it is decided once however often it"
                    + " is sent.",
            "Send the header Idempotency-Key with 16 to 128 visible ASCII characters."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The key was used by this client for a command with another body.",
            "Use a new key for each command, and the same one for the same command sent again."),
    INSUFFICIENT_STORAGE(
            507,
            "The disk has too little space left for what was asked for.",
            "Tell whoever runs the ledger; ask again when there is space."),
    INTERNAL_ERROR(500, "The fault is the server's.", "Its log says more; tell whoever runs it."),
    INVALID_CURSOR(
            400,
            "A cursor or token is not of this ledger's making, or is of a history that is no more.",
            "Begin again without it."),
    INVALID_FIELD(
            400,
            "A field or parameter is missing, unknown, given twice, or has a value that it cannot"
                    + " have.",
            "`errors` names each. GET /v1/commands/{name}/schema and /v3/api-docs say what there"
                    + " is."),
    METHOD_NOT_ALLOWED(405, "The path does not take this method.", "See the header Allow."),
    NOT_ACCEPTABLE(
            406,
            "The answer has no form that would be accepted.",
            "Accept application/json; lists are also given as text/csv and application/x-ndjson,"
                    + " reports as text/html and application/pdf."),
    NOT_FOUND(
            404,
            "What is asked for or decided on does not exist, or not yet on the day asked for, or"
                    + " is not the sender's to see.",
            "Look at the id and at asOf and knownAt."),
    NOT_IMPLEMENTED(501, "HTTP is not spoken here in that way.", "Send it as HTTP/1.1 has it."),
    OUTCOME_UNKNOWN(
            503,
            "The database was lost while the outcome was being recorded, and whether it was cannot"
                    + " be known yet.",
            "Send it again with the same key: it is decided once at most."),
    PAYLOAD_TOO_LARGE(413, "The body is larger than is read.", "Send less at once."),
    PROJECTION_BEHIND(
            503,
            "The read model has not applied what the Consistency-Token names, within the time that"
                    + " Prefer: wait allows.",
            "Ask again after Retry-After."),
    RATE_LIMITED(429, "The client sends more than its share.", "Wait as long as Retry-After says."),
    ROLE_NOT_PERMITTED(
            403,
            "The role in the token may not do this.",
            "docs/access.md and GET /v1/commands say who may."),
    TOO_LONG_TO_PRINT(
            400,
            "A report would have more rows than are printed at once.",
            "Ask for one group with ccg=, for an earlier day, or for the list itself, which has"
                    + " pages."),
    TOO_MUCH_TO_COMPARE(
            400,
            "More rows would have to be compared, or more events be told of, than is done at once.",
            "Narrow it with the parameters of the list, or take versions that are closer together."),
    UNAUTHENTICATED(
            401,
            "There is no token, or none that is believed: its issuer, audience, algorithm,"
                    + " signature, times and claims are checked.",
            "Send the header Authorization: Bearer with a valid token."),
    UNAVAILABLE(
            503,
            "A part that is needed, such as a database, does not answer.",
            "Nothing was recorded. Send it again, a command with the same key."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The body is of a kind, or packed in a way, that is not read here.",
            "Send Content-Type: application/json in UTF-8 without Content-Encoding."),
    URI_TOO_LONG(414, "The address is longer than is read.", "Ask with a shorter one."),
    VERSION_CONFLICT(
            412,
            "The boundary has another version than the one that If-Match names.",
            "Read it again and decide on `currentVersion`.");

    private final int status;
    private final String says;
    private final String cure;

    GeneralProblem(int status, String says, String cure) {
        this.status = status;
        this.says = says;
        this.cure = cure;
    }

    static Optional<GeneralProblem> of(String code) {
        return Arrays.stream(values()).filter(problem -> problem.name().equals(code)).findFirst();
    }

    int status() {
        return status;
    }

    String says() {
        return says;
    }

    String cure() {
        return cure;
    }
}
