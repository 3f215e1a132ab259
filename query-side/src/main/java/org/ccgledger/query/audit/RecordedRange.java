package org.ccgledger.query.audit;

import java.util.Map;
import org.ccgledger.query.http.Listing.Filter;

/// The parameters `recordedFrom` and `recordedTo`, instants that both belong to what is asked for.
final class RecordedRange {

    /// Later events stand at later positions, so a range of instants is one of positions, in the
    /// order of which rows are read.
    static final Map<String, Filter> FILTERS =
            Map.of(
                    "recordedFrom", filter("position >", ""),
                    "recordedTo", filter("position <=", " + interval '1 us'"));

    private RecordedRange() {}

    private static Filter filter(String comparison, String more) {
        return new Filter(
                "%s (select ledger.recorded_before(cast(:value as timestamptz)%s))"
                        .formatted(comparison, more),
                Filter.Kind.INSTANT);
    }
}
