package org.ccgledger.query.interests;

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

/// The public registers of interests.
@RestController
final class InterestsApi {

    private static final Listing INTERESTS =
            new Listing(
                    Set.of(InterestProjector.NAME, "ccgs"),
                    "reporting.interests",
                    Map.ofEntries(
                            entry("person", Filter.text("person")),
                            entry("body", Filter.text("body")),
                            entry("ccg", Filter.text("ccg")),
                            entry("declarant", Filter.text("declarant")),
                            entry("practice", Filter.text("practice")),
                            entry("category", Filter.text("category")),
                            entry("indirect", Filter.flag("indirect")),
                            entry("organisation", Filter.text("organisation")),
                            entry("live", Filter.flag("live")),
                            entry("nil", Filter.flag("nil")),
                            entry("withheld", Filter.flag("withheld"))),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "declaredOn", Column.date("coalesce(declared_on, '-infinity')"),
                            "category", Column.text("coalesce(category, '')")),
                    List.of(
                            Column.text("ccg"),
                            Column.text("coalesce(person, '')"),
                            Column.text("entry")),
                    Map.of());

    private final Answers answers;

    InterestsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("INTERESTS")
    @GetMapping("/v1/interests")
    ResponseEntity<byte[]> interests(HttpServletRequest request) {
        return answers.list(request, INTERESTS);
    }
}
