package org.ccgledger.query.conduct;

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

/// The registers of gifts and hospitality, and the breaches that are published.
@RestController
final class ConductApi {

    private static final Set<String> PROJECTIONS = Set.of(ConductProjector.NAME, "ccgs");

    private static final Listing GIFTS =
            new Listing(
                    PROJECTIONS,
                    "reporting.gifts",
                    Map.ofEntries(
                            entry("person", Filter.text("person")),
                            entry("body", Filter.text("body")),
                            entry("ccg", Filter.text("ccg")),
                            entry("kind", Filter.text("kind")),
                            entry("offeror", Filter.text("offeror")),
                            entry("accepted", Filter.flag("accepted"))),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "offeredOn", Column.date("offered_on")),
                    List.of(Column.text("ccg"), Column.text("gift")),
                    Map.of());

    private static final Listing BREACHES =
            new Listing(
                    PROJECTIONS,
                    "reporting.breaches",
                    Map.of("body", Filter.text("body"), "ccg", Filter.text("ccg")),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "publishedOn", Column.date("published_on")),
                    List.of(Column.text("ccg"), Column.text("breach")),
                    Map.of());

    private final Answers answers;

    ConductApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("GIFTS")
    @GetMapping("/v1/gifts")
    ResponseEntity<byte[]> gifts(HttpServletRequest request) {
        return answers.list(request, GIFTS);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("BREACHES")
    @GetMapping("/v1/breaches")
    ResponseEntity<byte[]> breaches(HttpServletRequest request) {
        return answers.list(request, BREACHES);
    }
}
