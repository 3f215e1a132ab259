package org.ccgledger.standalone;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.ccgledger.access.AccessProblem;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.command.http.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Errors that no controller answers for, as problem details like all others.
@RestControllerAdvice
@RestController
@Order(Ordered.LOWEST_PRECEDENCE)
class ContainerProblems extends ResponseEntityExceptionHandler implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerProblems.class);

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception ex,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String path = ((ServletWebRequest) request).getRequest().getRequestURI();
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(status.value(), path));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> problem(Problem problem, HttpServletRequest request) {
        return problem.response(request.getRequestURI());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unexpected(RuntimeException failure, HttpServletRequest request) {
        LOG.error(
                "{} {} could not be answered",
                request.getMethod(),
                request.getRequestURI(),
                failure);
        return response(500, request.getRequestURI());
    }

    @OpenTo(Callers.EVERYBODY)
    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<byte[]> error(HttpServletRequest request) {
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? code
                        : 404;
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return response(status, path == null ? request.getRequestURI() : path.toString());
    }

    private static ResponseEntity<byte[]> response(int status, String path) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(status, path));
    }

    static byte[] problem(int status, String path) {
        return said(status).body(path);
    }

    private static AccessProblem said(int status) {
        return switch (status) {
            case 401 ->
                    new AccessProblem(
                            status,
                            "UNAUTHENTICATED",
                            "Who acts cannot be told",
                            "Send the header Authorization: Bearer with a token.");
            case 403 ->
                    new AccessProblem(
                            status,
                            "ROLE_NOT_PERMITTED",
                            "This is not open to the role",
                            "Ask as another.");
            case 404 ->
                    new AccessProblem(
                            status,
                            "NOT_FOUND",
                            "There is nothing here",
                            "See /v1/commands for the commands there are.");
            case 405 ->
                    new AccessProblem(
                            status,
                            "METHOD_NOT_ALLOWED",
                            "The method is not allowed here",
                            "See the header Allow.");
            case 406 ->
                    new AccessProblem(
                            status,
                            "NOT_ACCEPTABLE",
                            "No form that would be accepted can be given",
                            "See the header Accept.");
            case 413 ->
                    new AccessProblem(
                            status,
                            "PAYLOAD_TOO_LARGE",
                            "The body is too large",
                            "Send a smaller one.");
            case 415 ->
                    new AccessProblem(
                            status,
                            "UNSUPPORTED_MEDIA_TYPE",
                            "The body is of a kind that is not read here",
                            "Send Content-Type: application/json.");
            case 414 ->
                    new AccessProblem(
                            status,
                            "URI_TOO_LONG",
                            "The address is too long",
                            "Ask with a shorter one.");
            case 431 ->
                    new AccessProblem(
                            status,
                            "HEADERS_TOO_LARGE",
                            "The headers are too large",
                            "Send less of them.");
            case 501 ->
                    new AccessProblem(
                            status,
                            "NOT_IMPLEMENTED",
                            "HTTP is not spoken here in that way",
                            "Send it as HTTP/1.1 has it.");
            case 503 ->
                    new AccessProblem(
                            status,
                            "UNAVAILABLE",
                            "This cannot be answered at the moment",
                            "Try again later.");
            default ->
                    status >= 500
                            ? new AccessProblem(
                                    status,
                                    "INTERNAL_ERROR",
                                    "This could not be answered",
                                    "The error has been logged.")
                            : new AccessProblem(
                                    status,
                                    "INVALID_FIELD",
                                    "The request cannot be read",
                                    "Mend it and send it again.");
        };
    }
}
