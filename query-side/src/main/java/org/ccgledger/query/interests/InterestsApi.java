package org.ccgledger.query.interests;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccgledger.query.http.Answers;
import org.ccgledger.query.http.Listing;
import org.ccgledger.query.http.Listing.Column;
import org.ccgledger.query.http.Listing.Filter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The public registers of interests.
@RestController
final class InterestsApi {

    private static final Listing INTERESTS =
            new Listing(
                    Set.of(InterestProjector.NAME, "ccgs"),
                    "reporting.interests",
                    Map.of(
                            "person", Filter.text("person"),
                            "body", Filter.text("body"),
                            "ccg", Filter.text("ccg"),
                            "declarant", Filter.text("declarant"),
                            "practice", Filter.text("practice"),
                            "category", Filter.text("category"),
                            "indirect", Filter.flag("indirect"),
                            "organisation", Filter.text("organisation"),
                            "live", Filter.flag("live"),
                            "nil", Filter.flag("nil")),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "declaredOn", Column.date("declared_on"),
                            "category", Column.text("coalesce(category, '')")),
                    List.of(Column.text("ccg"), Column.number("position")),
                    Map.of());

    private final Answers answers;

    InterestsApi(Answers answers) {
        this.answers = answers;
    }

    @GetMapping("/v1/interests")
    ResponseEntity<byte[]> interests(HttpServletRequest request) {
        return answers.list(request, INTERESTS);
    }
}
