package org.ccgledger.query.http;

import jakarta.servlet.http.HttpServletRequest;
import org.ccgledger.events.EventJson;
import org.ccgledger.ledger.LedgerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Answers with problems where a question of this side cannot be answered.
@RestControllerAdvice(basePackages = "org.ccgledger.query")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    @ExceptionHandler
    ResponseEntity<byte[]> problem(QueryProblem problem, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .header("Cache-Control", "no-store");
        if (problem.status() == 503) {
            answer.header("Retry-After", "1");
        }
        return answer.body(
                EventJson.MAPPER.writeValueAsBytes(problem.body(request.getRequestURI())));
    }

    @ExceptionHandler({
        DataAccessException.class,
        TransactionException.class,
        LedgerException.class
    })
    ResponseEntity<byte[]> unavailable(RuntimeException failure, HttpServletRequest request) {
        LOG.error("The read models cannot answer {}", request.getRequestURI(), failure);
        return problem(QueryProblem.unavailable(), request);
    }

    /// A value that the database cannot take is none of those that are let through to it.
    @ExceptionHandler({RuntimeException.class, DataIntegrityViolationException.class})
    ResponseEntity<byte[]> internal(RuntimeException failure, HttpServletRequest request) {
        LOG.error("{} could not be answered", request.getRequestURI(), failure);
        return problem(QueryProblem.internal(), request);
    }
}
