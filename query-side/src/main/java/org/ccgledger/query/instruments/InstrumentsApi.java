package org.ccgledger.query.instruments;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.query.http.AboutOne;
import org.ccgledger.query.http.Answer;
import org.ccgledger.query.http.Answers;
import org.ccgledger.query.http.Listing;
import org.ccgledger.query.http.Listing.Column;
import org.ccgledger.query.http.Listing.Filter;
import org.ccgledger.query.http.Lists;
import org.ccgledger.query.http.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The instruments, and each with its divisions.
@RestController
final class InstrumentsApi {

    private static final Set<String> PROJECTIONS = Set.of(InstrumentProjector.NAME);

    private static final Listing INSTRUMENTS =
            new Listing(
                    PROJECTIONS,
                    "reporting.instruments",
                    Map.of(
                            "status", Filter.text("status"),
                            "procedure", Filter.text("procedure"),
                            "siNumber", Filter.text("si_number"),
                            "power", Filter.containing("powers")),
                    Map.of(
                            "instrument", Column.text("instrument"),
                            "laidOn", Column.date("laid_on"),
                            "inForceFrom", Column.date("coalesce(in_force_from, 'infinity')")),
                    List.of(Column.text("instrument")),
                    Map.of());

    private final Answers answers;

    InstrumentsApi(Answers answers) {
        this.answers = answers;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("INSTRUMENTS")
    @GetMapping("/v1/instruments")
    ResponseEntity<byte[]> instruments(HttpServletRequest request) {
        return answers.list(request, INSTRUMENTS);
    }

    @OpenTo(Callers.EVERYBODY)
    @AboutOne
    @GetMapping("/v1/instruments/{instrument}")
    ResponseEntity<byte[]> instrument(@PathVariable String instrument, HttpServletRequest request) {
        return answers.answer(request, PROJECTIONS, Set.of(), _ -> whole(instrument));
    }

    private Answer whole(String instrument) {
        Row found =
                answers.one(
                        "select * from reporting.instruments where instrument = ?",
                        instrument,
                        "No instrument " + instrument + " was laid by that day");
        Map<String, @Nullable Object> all = new LinkedHashMap<>(found.columns());
        all.put(
                "divisions",
                answers.part(
                        "select house, divided_on, ayes, noes, majority, resolution, position"
                                + " from reporting.divisions where instrument = ?"
                                + " order by divided_on, house",
                        instrument));
        return Answer.of(all, List.of(found));
    }
}
