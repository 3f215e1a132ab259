package org.ccgledger.query.http;

import java.util.Collection;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.interests.InterestEvent.PublicationWithheld;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.Slice;
import org.ccgledger.query.projection.Progress;
import org.ccgledger.query.projection.QueryDatabase;
import org.springframework.stereotype.Component;

/// What is withheld from publication is not shown again to those who ask for an earlier day or
/// earlier knowledge. So answers about interests, those about the past too, change with every
/// withholding.
@Component
final class Withholdings {

    private static final String INTERESTS = "interests";
    private static final Set<String> WITHHELD = EventTypes.namesOf(PublicationWithheld.class);

    private final Ledger ledger;
    private final Progress progress;
    private final QueryDatabase database;

    /// The last that is known of, and up to where the ledger was looked through for more.
    private final AtomicLong newest = new AtomicLong();

    private final AtomicLong head = new AtomicLong();

    Withholdings(Ledger ledger, Progress progress, QueryDatabase database) {
        this.ledger = ledger;
        this.progress = progress;
        this.database = database;
    }

    /// The last that an answer heeds; nothing if it is not about interests.
    ///
    /// @param projections that are asked
    /// @throws QueryProblem if they do not know all of them yet
    OptionalLong last(Collection<String> projections) {
        check(projections);
        if (!projections.contains(INTERESTS)) {
            return OptionalLong.empty();
        }
        long last =
                database.sql()
                        .sql(
                                "select coalesce(max(known_from), 0) from projection.interest_withholding")
                        .query(Long.class)
                        .single();
        newest.accumulateAndGet(last, Math::max);
        return OptionalLong.of(last);
    }

    /// In a replay interests are there again before what withholds them.
    ///
    /// @param projections that are asked
    /// @throws QueryProblem if they do not know all of them yet
    void check(Collection<String> projections) {
        if (projections.contains(INTERESTS)) {
            long reached = progress.of(INTERESTS).map(Progress.Reached::position).orElse(0L);
            Slice unknown = ledger.readTypes(WITHHELD, Math.max(reached, head.get()));
            unknown.events().forEach(event -> newest.accumulateAndGet(event.position(), Math::max));
            head.accumulateAndGet(unknown.head(), Math::max);
            if (newest.get() > reached) {
                throw QueryProblem.behind(newest.get());
            }
        }
    }
}
