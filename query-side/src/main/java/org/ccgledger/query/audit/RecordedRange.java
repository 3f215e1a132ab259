package org.ccgledger.query.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import org.ccgledger.query.http.Listing.Filter;
import org.ccgledger.query.http.QueryProblem;

/// The parameters `recordedFrom` and `recordedTo`, instants that both belong to what is asked for.
public final class RecordedRange {

    private static final String FROM = "recordedFrom";
    private static final String TO = "recordedTo";

    private RecordedRange() {}

    /// Later events stand at later positions, so a range of instants is one of positions, in the
    /// order of which rows are read.
    static final Map<String, Filter> FILTERS =
            Map.of(FROM, filter("position >", ""), TO, filter("position <=", " + interval '1 us'"));

    private static Filter filter(String comparison, String more) {
        return new Filter(
                "%s (select ledger.recorded_before(cast(:value as timestamptz)%s))"
                        .formatted(comparison, more),
                Filter.Kind.TEXT);
    }

    /// Refuses what is no instant.
    ///
    /// @throws QueryProblem if one of them is no instant
    public static void check(HttpServletRequest request) {
        check(request, FROM);
        check(request, TO);
    }

    private static void check(HttpServletRequest request, String parameter) {
        String text = request.getParameter(parameter);
        try {
            if (text != null) {
                OffsetDateTime.parse(text);
            }
        } catch (DateTimeException _) {
            throw QueryProblem.invalidField(
                    parameter, "It is an instant such as 2013-03-14T12:00:00Z");
        }
    }
}
