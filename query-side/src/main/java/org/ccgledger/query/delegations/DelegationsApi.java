package org.ccgledger.query.delegations;

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

/// The delegations in force, and the functions that are reserved.
@RestController
final class DelegationsApi {

    private static final Listing DELEGATIONS =
            new Listing(
                    Set.of(DelegationProjector.NAME, "committees", "ccgs"),
                    "reporting.delegations",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "function", Filter.text("function"),
                            "committee", Filter.text("committee"),
                            "office", Filter.text("office")),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "function", Column.text("function"),
                            "since", Column.date("since")),
                    List.of(Column.text("ccg"), Column.text("delegation")),
                    Map.of());
    private static final Listing RESERVED =
            new Listing(
                    Set.of(DelegationProjector.NAME, "ccgs"),
                    "reporting.reserved_functions",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "function", Filter.text("function"),
                            "reservedTo", Filter.text("reserved_to")),
                    Map.of("ccg", Column.text("ccg"), "since", Column.date("since")),
                    List.of(Column.text("ccg"), Column.text("function")),
                    Map.of());

    private final Answers answers;

    DelegationsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("DELEGATIONS")
    @GetMapping("/v1/delegations")
    ResponseEntity<byte[]> delegations(HttpServletRequest request) {
        return answers.list(request, DELEGATIONS);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("RESERVED")
    @GetMapping("/v1/reserved-functions")
    ResponseEntity<byte[]> reserved(HttpServletRequest request) {
        return answers.list(request, RESERVED);
    }
}
