package org.ccgledger.events.support;

import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventName;
import org.ccgledger.events.Money;
import org.ccgledger.events.Period;
import org.ccgledger.events.ServiceLine;
import org.ccgledger.events.Source;
import org.ccgledger.events.SupportId;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// Who supports groups in commissioning, by their own choice.
public sealed interface SupportEvent extends CcgEvent {

    /// For how long the Board stands in where there is no market.
    ///
    /// @param until the last day
    @EventName("ccg.support.BackstopPeriodSet")
    record BackstopPeriodSet(LocalDate from, LocalDate until, Source source, LocalDate effectiveOn)
            implements SupportEvent {}

    /// A group chose who supports it in a service.
    ///
    /// @param cost of a year
    @EventName("ccg.support.CommissioningSupportChosen")
    record CommissioningSupportChosen(
            SupportId support,
            CcgCode ccg,
            ServiceLine service,
            SupportProviderKind providerKind,
            BodyRef provider,
            Period period,
            Money cost,
            LocalDate effectiveOn)
            implements SupportEvent {}

    /// An arrangement ends before its period does, or ends at all.
    ///
    /// @param endsOn its last day
    /// @param successor the arrangement that takes its place
    @EventName("ccg.support.CommissioningSupportEnded")
    record CommissioningSupportEnded(
            SupportId support,
            CcgCode ccg,
            LocalDate endsOn,
            @Nullable SupportId successor,
            LocalDate effectiveOn)
            implements SupportEvent {}

    /// What the Board stands in for ends soon, and nothing is chosen for the time after.
    @EventName(value = "ccg.support.BackstopSuccessionRisk", fact = true)
    record BackstopSuccessionRisk(
            SupportId support,
            CcgCode ccg,
            ServiceLine service,
            LocalDate endsOn,
            LocalDate effectiveOn)
            implements SupportEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case BackstopPeriodSet _ -> Set.of();
            case CommissioningSupportChosen e -> Set.of(Tag.ccg(e.ccg()));
            case CommissioningSupportEnded e -> Set.of(Tag.ccg(e.ccg()));
            case BackstopSuccessionRisk e -> Set.of(Tag.ccg(e.ccg()));
        };
    }
}
