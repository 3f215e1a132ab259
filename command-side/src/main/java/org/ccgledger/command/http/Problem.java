package org.ccgledger.command.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ccgledger.access.AccessProblem;
import org.ccgledger.command.decision.Command.FieldError;
import org.ccgledger.events.EventJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A problem detail, RFC 9457, with the code by which callers know it.
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cs}\\p{Cc}]");

    private final int status;
    private final String code;
    private final String title;
    private final transient List<FieldError> errors = new ArrayList<>();
    private @Nullable Integer retryAfter;
    private @Nullable Long currentVersion;

    /// @param code by which callers know it
    public Problem(int status, String code, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
    }

    static Problem invalid(List<FieldError> errors) {
        Problem problem =
                new Problem(
                        400,
                        "INVALID_FIELD",
                        "The request cannot be read as what it should be",
                        "See `errors` for each field and what is wrong with it.");
        problem.errors.addAll(errors);
        return problem;
    }

    /// A field that cannot be read.
    ///
    /// @param pointer to it, as RFC 6901 has it
    public static Problem invalid(String pointer, String message) {
        return invalid(List.of(new FieldError(pointer, message)));
    }

    /// The same, with when to ask again.
    public Problem retryAfter(int seconds) {
        retryAfter = seconds;
        return this;
    }

    Problem currentVersion(long version) {
        currentVersion = version;
        return this;
    }

    /// The answer.
    ///
    /// @param instance the path that was asked for
    public ResponseEntity<byte[]> response(String instance) {
        ObjectNode body = EventJson.MAPPER.createObjectNode();
        body.put("type", AccessProblem.typeOf(code));
        body.put("title", title);
        body.put("status", status);
        body.put("code", code);
        body.put("detail", clean(String.valueOf(getMessage())));
        body.put("instance", instance);
        if (currentVersion != null) {
            body.put("currentVersion", currentVersion);
        }
        if (!errors.isEmpty()) {
            ArrayNode list = body.putArray("errors");
            errors.forEach(error ->
                    list.addObject()
                            .put("pointer", clean(error.pointer()))
                            .put("message", clean(error.message())));
        }
        var response =
                ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        return response.body(EventJson.MAPPER.writeValueAsBytes(body));
    }

    /// What was sent is told again, as far as it can be written.
    private static String clean(String text) {
        return UNWRITABLE.matcher(text).replaceAll("?");
    }
}
