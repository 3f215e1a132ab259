package org.ccgledger.query.advice;

import static java.util.Map.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.query.http.Answers;
import org.ccgledger.query.http.Listing;
import org.ccgledger.query.http.Listing.Column;
import org.ccgledger.query.http.Listing.Filter;
import org.ccgledger.query.http.Lists;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Advice, and what groups make of it.
@RestController
final class AdviceApi {

    private static final Listing ADVICE =
            new Listing(
                    Set.of(AdviceProjector.NAME, "ccgs"),
                    "reporting.advice",
                    Map.ofEntries(
                            entry("advice", Filter.text("advice")),
                            entry("ccg", Filter.text("ccg")),
                            entry("body", Filter.text("body")),
                            entry("kind", Filter.text("kind")),
                            entry("status", Filter.text("status")),
                            entry("response", Filter.text("response")),
                            entry("overreach", Filter.flag("overreach"))),
                    Map.of(
                            "advice", Column.text("advice"),
                            "requestedOn", Column.date("requested_on")),
                    List.of(Column.text("advice")),
                    Map.of());

    private final Answers answers;

    AdviceApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("ADVICE")
    @GetMapping("/v1/advice")
    ResponseEntity<byte[]> advice(HttpServletRequest request) {
        return answers.list(request, ADVICE);
    }
}
