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
    ///
    /// @param table of schema `projection`, with an index on both
    public static Map<String, Filter> filters(String table) {
        return Map.of(FROM, filter(table, ">=", "asc"), TO, filter(table, "<=", "desc"));
    }

    private static Filter filter(String table, String comparison, String order) {
        return new Filter(
                """
                position %2$s (select r.position from projection.%1$s r
                               where r.recorded_at %2$s cast(:value as timestamptz)
                               order by r.recorded_at %3$s, r.position %3$s limit 1)
                """
                        .formatted(table, comparison, order),
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
