package org.ccgledger.events.tariffs;

import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventName;
import org.ccgledger.events.Period;
import org.ccgledger.events.Tag;
import org.ccgledger.events.TariffVariationId;
import org.jspecify.annotations.Nullable;

/// What becomes of a local change of the national tariff: Health and Social Care Act 2012 s.116 and
/// s.124.
public sealed interface TariffEvent extends CcgEvent {

    TariffVariationId variation();

    CcgCode ccg();

    /// By the group, for the interest of patients.
    ///
    /// @param change of the price or the currency, in words
    /// @param period for which it is to hold
    @EventName("ccg.tariffs.TariffVariationProposed")
    record TariffVariationProposed(
            TariffVariationId variation,
            CcgCode ccg,
            BodyRef provider,
            String service,
            TariffChangeKind kind,
            String change,
            TariffPurpose purpose,
            Period period,
            LocalDate effectiveOn)
            implements TariffEvent {}

    /// By the provider.
    @EventName("ccg.tariffs.TariffVariationAgreed")
    record TariffVariationAgreed(
            TariffVariationId variation, CcgCode ccg, BodyRef provider, LocalDate effectiveOn)
            implements TariffEvent {}

    /// Health and Social Care Act 2012 s.116(3): the commissioner publishes a written statement.
    ///
    /// @param submittedOn when Monitor was sent it, if it was by then
    @EventName("ccg.tariffs.TariffVariationPublished")
    record TariffVariationPublished(
            TariffVariationId variation,
            CcgCode ccg,
            DocRef statement,
            @Nullable LocalDate submittedOn,
            LocalDate effectiveOn)
            implements TariffEvent {}

    /// By Monitor.
    @EventName("ccg.tariffs.TariffModificationApproved")
    record TariffModificationApproved(
            TariffVariationId variation, CcgCode ccg, DocRef decision, LocalDate effectiveOn)
            implements TariffEvent {}

    /// By Monitor.
    @EventName("ccg.tariffs.TariffModificationRefused")
    record TariffModificationRefused(
            TariffVariationId variation, CcgCode ccg, DocRef decision, LocalDate effectiveOn)
            implements TariffEvent {}

    /// The day by which the statement was due has passed without it.
    @EventName(value = "ccg.tariffs.VariationPublicationOverdue", fact = true)
    record VariationPublicationOverdue(
            TariffVariationId variation, CcgCode ccg, LocalDate dueOn, LocalDate effectiveOn)
            implements TariffEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case TariffVariationProposed e -> Set.of(Tag.ccg(e.ccg()), Tag.body(e.provider()));
            case TariffVariationAgreed e -> Set.of(Tag.ccg(e.ccg()), Tag.body(e.provider()));
            case TariffVariationPublished _,
                    TariffModificationApproved _,
                    TariffModificationRefused _,
                    VariationPublicationOverdue _ ->
                    Set.of(Tag.ccg(ccg()));
        };
    }
}
