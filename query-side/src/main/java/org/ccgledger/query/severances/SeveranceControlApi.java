package org.ccgledger.query.severances;

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

/// Counts of the agreements on leaving.
@RestController
final class SeveranceControlApi {

    private static final Listing CONTROL =
            new Listing(
                    Set.of(SeveranceProjector.NAME),
                    "reporting.severance_control",
                    Map.of(
                            "employerKind", Filter.text("employer_kind"),
                            "status", Filter.text("status")),
                    Map.of("agreements", Column.number("agreements")),
                    List.of(Column.text("employer_kind"), Column.text("status")),
                    Map.of());

    private final Answers answers;

    SeveranceControlApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.TOKEN_HOLDERS)
    @Lists("CONTROL")
    @GetMapping("/v1/severance-control")
    ResponseEntity<byte[]> control(HttpServletRequest request) {
        return answers.list(request, CONTROL);
    }
}
