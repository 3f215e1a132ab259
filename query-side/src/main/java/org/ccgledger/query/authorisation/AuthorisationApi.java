package org.ccgledger.query.authorisation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.query.http.Answer;
import org.ccgledger.query.http.Answers;
import org.ccgledger.query.http.Listing;
import org.ccgledger.query.http.Listing.Column;
import org.ccgledger.query.http.Lists;
import org.ccgledger.query.http.Row;
import org.ccgledger.query.http.TimeTravel;
import org.ccgledger.query.projection.QueryDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How many groups are authorised: as decided wave by wave, and as they stand.
@RestController
final class AuthorisationApi {

    private static final Listing WAVES =
            new Listing(
                    Set.of(AuthorisationProjector.NAME),
                    "reporting.authorisation_waves",
                    Map.of(),
                    Map.of(
                            "wave",
                            Column.number("wave"),
                            "authorised",
                            Column.number("authorised")),
                    List.of(Column.number("wave")),
                    Map.of());

    private final Answers answers;
    private final QueryDatabase database;

    AuthorisationApi(Answers answers, QueryDatabase database) {
        this.answers = answers;
        this.database = database;
    }

    @OpenTo(Callers.EVERYBODY)
    @Lists("WAVES")
    @GetMapping("/v1/authorisation/waves")
    ResponseEntity<byte[]> waves(HttpServletRequest request) {
        return answers.list(request, WAVES);
    }

    @OpenTo(Callers.EVERYBODY)
    @TimeTravel
    @GetMapping("/v1/authorisation/summary")
    ResponseEntity<byte[]> summary(HttpServletRequest request) {
        return answers.answer(
                request,
                Set.of(AuthorisationProjector.NAME, "conditions", "directions"),
                Set.of(),
                _ -> summary());
    }

    private Answer summary() {
        Row summary = rows("select * from reporting.authorisation_summary").getFirst();
        Map<String, @Nullable Object> all = new LinkedHashMap<>(summary.columns());
        all.put(
                "waves",
                rows(
                                "select wave, authorised, unconditional, conditions_only,"
                                        + " conditions_and_directions from"
                                        + " reporting.authorisation_waves where authorised > 0 order by"
                                        + " wave")
                        .stream()
                        .map(Row::columns)
                        .toList());
        return Answer.of(all, List.of(summary));
    }

    private List<Row> rows(String question) {
        return database.sql().sql(question).query(Row::of).list();
    }
}
