package org.ccgledger.command.http;

import jakarta.servlet.http.HttpServletRequest;
import org.ccgledger.events.EventReader.UnknownEventType;
import org.ccgledger.ledger.LedgerException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// What senders are told when there is no receipt: problem details of RFC 9457.
@RestControllerAdvice(basePackages = "org.ccgledger.command")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CommandProblems {

    @ExceptionHandler
    ResponseEntity<byte[]> problem(Problem problem, HttpServletRequest request) {
        return problem.response(request.getRequestURI());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> ledger(LedgerException failure, HttpServletRequest request) {
        return Outcomes.problem(failure).response(request.getRequestURI());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unknown(UnknownEventType event, HttpServletRequest request) {
        return Outcomes.problem(event).response(request.getRequestURI());
    }
}
