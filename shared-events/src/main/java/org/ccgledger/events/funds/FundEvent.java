package org.ccgledger.events.funds;

import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CommitmentId;
import org.ccgledger.events.EventName;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.Money;
import org.ccgledger.events.Role;
import org.ccgledger.events.Tag;

/// What groups are allotted for health care in a year, and what of it they commit.
public sealed interface FundEvent extends CcgEvent {

    CcgCode ccg();

    FinancialYear fy();

    /// NHS Act 2006 s.223G.
    @EventName("ccg.funds.FundsAllotted")
    record FundsAllotted(CcgCode ccg, FinancialYear fy, Money amount, LocalDate effectiveOn)
            implements FundEvent {}

    /// NHS Act 2006 s.223G(4).
    ///
    /// @param change negative where funds are taken back
    /// @param allotted what the group has by then
    @EventName("ccg.funds.AllocationAdjusted")
    record AllocationAdjusted(
            CcgCode ccg, FinancialYear fy, Money change, Money allotted, LocalDate effectiveOn)
            implements FundEvent {}

    /// How much an officer of the group may commit at once.
    @EventName("ccg.funds.FinancialLimitSet")
    record FinancialLimitSet(
            CcgCode ccg, FinancialYear fy, Role role, Money limit, LocalDate effectiveOn)
            implements FundEvent {}

    /// The group decided to spend an amount on a subject.
    @EventName("ccg.funds.FundsCommitted")
    record FundsCommitted(
            CcgCode ccg,
            FinancialYear fy,
            CommitmentId commitment,
            String subject,
            Money amount,
            LocalDate effectiveOn)
            implements FundEvent {}

    /// The group was found to have committed an amount, whoever decided that.
    @EventName(value = "ccg.funds.CommitmentRecorded", fact = true)
    record CommitmentRecorded(
            CcgCode ccg,
            FinancialYear fy,
            CommitmentId commitment,
            String subject,
            Money amount,
            LocalDate effectiveOn)
            implements FundEvent {}

    @EventName("ccg.funds.CommitmentReleased")
    record CommitmentReleased(
            CcgCode ccg, FinancialYear fy, CommitmentId commitment, LocalDate effectiveOn)
            implements FundEvent {}

    /// More is committed than is allotted.
    @EventName(value = "ccg.funds.AllocationOvercommitted", fact = true)
    record AllocationOvercommitted(
            CcgCode ccg,
            FinancialYear fy,
            Money committed,
            Money allotted,
            Money excess,
            LocalDate effectiveOn)
            implements FundEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case FundsAllotted e -> Set.of(Tag.ccg(e.ccg()));
            case AllocationAdjusted e -> Set.of(Tag.ccg(e.ccg()));
            case FinancialLimitSet e -> Set.of(Tag.ccg(e.ccg()));
            case FundsCommitted e -> Set.of(Tag.ccg(e.ccg()));
            case CommitmentRecorded e -> Set.of(Tag.ccg(e.ccg()));
            case CommitmentReleased e -> Set.of(Tag.ccg(e.ccg()));
            case AllocationOvercommitted e -> Set.of(Tag.ccg(e.ccg()));
        };
    }
}
