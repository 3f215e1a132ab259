package org.ccgledger.query.directions;

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

/// The directions in force.
@RestController
final class DirectionsApi {

    private static final Listing DIRECTIONS =
            new Listing(
                    Set.of(DirectionProjector.NAME, "ccgs"),
                    "reporting.directions",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "region", Filter.text("region"),
                            "power", Filter.text("power"),
                            "kind", Filter.text("kind"),
                            "function", Filter.containing("functions"),
                            "exerciser", Filter.containing("exercisers")),
                    Map.of("ccg", Column.text("ccg"), "from", Column.date("in_force_from")),
                    List.of(Column.text("ccg"), Column.text("direction")),
                    Map.of());

    private final Answers answers;

    DirectionsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("DIRECTIONS")
    @GetMapping("/v1/directions")
    ResponseEntity<byte[]> directions(HttpServletRequest request) {
        return answers.list(request, DIRECTIONS);
    }
}
