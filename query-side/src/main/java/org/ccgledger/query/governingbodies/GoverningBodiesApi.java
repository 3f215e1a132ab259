package org.ccgledger.query.governingbodies;

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

/// Governing bodies and their members.
@RestController
final class GoverningBodiesApi {

    private static final Set<String> PROJECTIONS = Set.of(GoverningBodyProjector.NAME, "ccgs");
    private static final Listing BODIES =
            new Listing(
                    PROJECTIONS,
                    "reporting.governing_bodies",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "missing", Filter.containing("missing")),
                    Map.of("ccg", Column.text("ccg"), "members", Column.number("members")),
                    List.of(Column.text("ccg")),
                    Map.of());
    private static final Listing MEMBERS =
            new Listing(
                    PROJECTIONS,
                    "reporting.governing_body_members",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "seat", Filter.text("seat"),
                            "person", Filter.text("person")),
                    Map.of("ccg", Column.text("ccg"), "since", Column.date("since")),
                    List.of(Column.text("ccg"), Column.text("appointment")),
                    Map.of());

    private final Answers answers;

    GoverningBodiesApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("BODIES")
    @GetMapping("/v1/governing-bodies")
    ResponseEntity<byte[]> bodies(HttpServletRequest request) {
        return answers.list(request, BODIES);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("MEMBERS")
    @GetMapping("/v1/governing-body-members")
    ResponseEntity<byte[]> members(HttpServletRequest request) {
        return answers.list(request, MEMBERS);
    }
}
