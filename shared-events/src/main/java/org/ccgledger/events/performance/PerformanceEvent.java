package org.ccgledger.events.performance;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventName;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.Money;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// How the Board holds groups to account for what they achieve with what they are given.
public sealed interface PerformanceEvent extends CcgEvent {

    CcgCode ccg();

    FinancialYear fy();

    /// NHS Act 2006 s.14Z16(1) to (4).
    ///
    /// @param resources what the group was allotted for the same year, as far as is known
    @EventName("ccg.performance.PerformanceAssessed")
    record PerformanceAssessed(
            CcgCode ccg,
            FinancialYear fy,
            List<DutyFinding> findings,
            List<BoardView> consulted,
            PerformanceRating rating,
            @Nullable Money resources,
            LocalDate effectiveOn)
            implements PerformanceEvent {}

    /// NHS Act 2006 s.14Z16(5).
    @EventName("ccg.performance.AssessmentPublished")
    record AssessmentPublished(CcgCode ccg, FinancialYear fy, DocRef summary, LocalDate effectiveOn)
            implements PerformanceEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case PerformanceAssessed e -> Set.of(Tag.ccg(e.ccg()));
            case AssessmentPublished e -> Set.of(Tag.ccg(e.ccg()));
        };
    }
}
