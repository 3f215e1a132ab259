package org.ccgledger.query.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccgledger.access.AccessProblem;
import org.jspecify.annotations.Nullable;

/// Why a question gets no answer, as RFC 9457 has it.
public final class QueryProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String title;
    private final @Nullable String parameter;

    public QueryProblem(
            int status, String code, String title, String detail, @Nullable String parameter) {
        super(detail);
        this.status = status;
        this.code = code;
        this.title = title;
        this.parameter = parameter;
    }

    /// A parameter of the question that cannot be understood.
    ///
    /// @param parameter that is unknown or has a value that it cannot have
    public static QueryProblem invalidField(String parameter, String detail) {
        return new QueryProblem(
                400, "INVALID_FIELD", "A parameter is not valid", detail, parameter);
    }

    /// A cursor or token that is not of this ledger's making.
    public static QueryProblem invalidCursor(String parameter, String detail) {
        return new QueryProblem(
                400, "INVALID_CURSOR", "A cursor or token is not valid", detail, parameter);
    }

    public static QueryProblem notFound(String detail) {
        return new QueryProblem(404, "NOT_FOUND", "There is no such thing", detail, null);
    }

    /// @param forms in which the answer can be had
    static QueryProblem notAcceptable(List<String> forms) {
        return new QueryProblem(
                406,
                "NOT_ACCEPTABLE",
                "The answer has no such form",
                "It can be had as " + String.join(", ", forms),
                null);
    }

    public static QueryProblem behind(long position) {
        return new QueryProblem(
                503,
                "PROJECTION_BEHIND",
                "The read model has not caught up",
                "It has not applied position " + position + " yet",
                null);
    }

    /// More rows or events than are compared at once.
    public static QueryProblem tooMuch(String detail) {
        return new QueryProblem(
                400, "TOO_MUCH_TO_COMPARE", "There is too much to compare", detail, null);
    }

    /// More rows than are printed in one report.
    public static QueryProblem tooLong(String detail) {
        return new QueryProblem(
                400, "TOO_LONG_TO_PRINT", "There is too much to print", detail, null);
    }

    /// More is asked for at once than is written out at once.
    public static QueryProblem busy(String detail) {
        return new QueryProblem(503, "UNAVAILABLE", "The server is busy", detail, null);
    }

    static QueryProblem unavailable() {
        return new QueryProblem(
                503,
                "UNAVAILABLE",
                "The read models are not available",
                "Their database does not answer",
                null);
    }

    static QueryProblem internal() {
        return new QueryProblem(
                500,
                "INTERNAL_ERROR",
                "The question could not be answered",
                "The fault is the server's; its log says more",
                null);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /// @param instance the path that was asked for
    Map<String, Object> body(String instance) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", AccessProblem.typeOf(code));
        body.put("title", title);
        body.put("status", status);
        body.put("code", code);
        body.put("detail", String.valueOf(getMessage()));
        body.put("instance", instance);
        if (parameter != null) {
            body.put(
                    "errors",
                    List.of(
                            Map.of(
                                    "parameter",
                                    parameter,
                                    "message",
                                    String.valueOf(getMessage()))));
        }
        return body;
    }
}
