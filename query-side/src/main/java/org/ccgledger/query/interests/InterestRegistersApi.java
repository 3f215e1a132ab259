package org.ccgledger.query.interests;

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

/// Who watches over registers of interests, when they were checked, and what was published.
@RestController
final class InterestRegistersApi {

    private static final Set<String> PROJECTIONS = Set.of(InterestRegisterProjector.NAME, "ccgs");

    private static final Listing REGISTERS =
            new Listing(
                    PROJECTIONS,
                    "reporting.interest_registers",
                    Map.of("ccg", Filter.text("ccg")),
                    Map.of("ccg", Column.text("ccg")),
                    List.of(Column.text("ccg")),
                    Map.of());

    private static final Listing EDITIONS =
            new Listing(
                    PROJECTIONS,
                    "reporting.register_editions",
                    Map.of("ccg", Filter.text("ccg"), "kind", Filter.text("kind")),
                    Map.of(
                            "ccg", Column.text("ccg"),
                            "asAt", Column.date("as_at"),
                            "publishedOn", Column.date("published_on")),
                    List.of(Column.text("ccg"), Column.number("position")),
                    Map.of());

    private final Answers answers;

    InterestRegistersApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("REGISTERS")
    @GetMapping("/v1/interest-registers")
    ResponseEntity<byte[]> registers(HttpServletRequest request) {
        return answers.list(request, REGISTERS);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("EDITIONS")
    @GetMapping("/v1/interest-registers/editions")
    ResponseEntity<byte[]> editions(HttpServletRequest request) {
        return answers.list(request, EDITIONS);
    }
}
