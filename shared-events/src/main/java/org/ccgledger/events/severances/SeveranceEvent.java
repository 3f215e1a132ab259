package org.ccgledger.events.severances;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventName;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.SeveranceId;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// What becomes of an agreement on somebody's leaving.
public sealed interface SeveranceEvent extends CcgEvent {

    SeveranceId severance();

    BodyRef employer();

    /// The draft takes the place of the one before.
    ///
    /// @param agreement the whole document, by its digest
    @EventName("ccg.severances.SeveranceDrafted")
    record SeveranceDrafted(
            SeveranceId severance,
            BodyRef employer,
            PersonId employee,
            SeverancePayment payment,
            List<SeveranceClause> clauses,
            DocRef agreement,
            LocalDate effectiveOn)
            implements SeveranceEvent {}

    /// To the Department of Health.
    ///
    /// @param employeeInformedOn when the employee confirmed in writing to know of the right to
    ///   disclose
    @EventName("ccg.severances.SeveranceSubmitted")
    record SeveranceSubmitted(
            SeveranceId severance,
            BodyRef employer,
            @Nullable LocalDate employeeInformedOn,
            LocalDate effectiveOn)
            implements SeveranceEvent {}

    @EventName("ccg.severances.SeveranceReturned")
    record SeveranceReturned(
            SeveranceId severance, BodyRef employer, ReturnCause cause, LocalDate effectiveOn)
            implements SeveranceEvent {}

    @EventName("ccg.severances.SeveranceApprovedByDH")
    record SeveranceApprovedByDH(SeveranceId severance, BodyRef employer, LocalDate effectiveOn)
            implements SeveranceEvent {}

    @EventName("ccg.severances.SeveranceApprovedByTreasury")
    record SeveranceApprovedByTreasury(
            SeveranceId severance, BodyRef employer, LocalDate effectiveOn)
            implements SeveranceEvent {}

    /// By the Department of Health or the Treasury, for good.
    @EventName("ccg.severances.SeveranceRefused")
    record SeveranceRefused(SeveranceId severance, BodyRef employer, LocalDate effectiveOn)
            implements SeveranceEvent {}

    /// By employer and employee.
    ///
    /// @param agreement as it was signed
    @EventName("ccg.severances.SeveranceSigned")
    record SeveranceSigned(
            SeveranceId severance, BodyRef employer, DocRef agreement, LocalDate effectiveOn)
            implements SeveranceEvent {}

    /// Not under the employee: what somebody is paid for leaving is found by who pays it.
    @Override
    default Set<Tag> tags() {
        return Stream.concat(
                        Stream.of(Tag.body(employer())), employer().asCcg().map(Tag::ccg).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
