package org.ccgledger.query.practices;

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

/// The register of practices' memberships.
@RestController
final class PracticesApi {

    private static final Listing PRACTICES =
            new Listing(
                    Set.of(MembershipProjector.NAME, "ccgs"),
                    "reporting.practices",
                    Map.of(
                            "practice", Filter.text("practice"),
                            "ccg", Filter.text("ccg"),
                            "contract", Filter.text("contract")),
                    Map.of(
                            "practice", Column.text("practice"),
                            "ccg", Column.text("ccg"),
                            "memberSince", Column.date("member_since")),
                    List.of(Column.text("practice")),
                    Map.of());

    private final Answers answers;

    PracticesApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("PRACTICES")
    @GetMapping("/v1/practices")
    ResponseEntity<byte[]> practices(HttpServletRequest request) {
        return answers.list(request, PRACTICES);
    }
}
