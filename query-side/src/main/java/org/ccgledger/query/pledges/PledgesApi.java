package org.ccgledger.query.pledges;

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

/// Promises that were made to groups, with what of the ledger bears on them.
@RestController
final class PledgesApi {

    private static final Listing PLEDGES =
            new Listing(
                    Set.of(PledgeProjector.NAME),
                    "reporting.pledges",
                    Map.of(
                            "by", Filter.text("made_by"),
                            "contradicted", Filter.flag("(contradicting > 0)")),
                    Map.of("madeOn", Column.date("made_on"), "pledge", Column.text("pledge")),
                    List.of(Column.text("pledge")),
                    Map.of());
    private static final Listing EVIDENCE =
            new Listing(
                    Set.of(PledgeProjector.NAME),
                    "reporting.pledge_evidence",
                    Map.of(
                            "pledge", Filter.text("pledge"),
                            "bearing", Filter.text("bearing")),
                    Map.of("pledge", Column.text("pledge")),
                    List.of(Column.text("pledge"), Column.text("stream"), Column.number("version")),
                    Map.of());

    private final Answers answers;

    PledgesApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("PLEDGES")
    @GetMapping("/v1/pledges")
    ResponseEntity<byte[]> pledges(HttpServletRequest request) {
        return answers.list(request, PLEDGES);
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("EVIDENCE")
    @GetMapping("/v1/pledge-evidence")
    ResponseEntity<byte[]> evidence(HttpServletRequest request) {
        return answers.list(request, EVIDENCE);
    }
}
