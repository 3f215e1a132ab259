package org.ccgledger.query.pressure;

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

/// The reports of pressure.
@RestController
final class PressureApi {

    private static final Listing REPORTS =
            new Listing(
                    Set.of(PressureProjector.NAME, "ccgs"),
                    "reporting.pressure_reports",
                    Map.of(
                            "ccg", Filter.text("ccg"),
                            "from", Filter.text("pressed_by"),
                            "jointCommittee", Filter.text("joint_committee"),
                            "status", Filter.text("status")),
                    Map.of(
                            "reportedOn", Column.date("reported_on"),
                            "ccg", Column.text("ccg")),
                    List.of(Column.text("pressure")),
                    Map.of());

    private final Answers answers;

    PressureApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(value = Callers.AUDITORS, personal = true)
    @Lists("REPORTS")
    @GetMapping("/v1/pressure-reports")
    ResponseEntity<byte[]> reports(HttpServletRequest request) {
        return answers.list(request, REPORTS);
    }
}
