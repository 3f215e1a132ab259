package org.ccgledger.events.procurement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.ComplaintId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventName;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Money;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.ProcurementId;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// What a group decides about a service, from the need that it identifies on.
public sealed interface ProcurementEvent extends CcgEvent {

    ProcurementId procurement();

    CcgCode ccg();

    @EventName("ccg.procurement.ServiceNeedIdentified")
    record ServiceNeedIdentified(
            ProcurementId procurement,
            CcgCode ccg,
            FunctionCode function,
            String service,
            @Nullable String weakness,
            LocalDate effectiveOn)
            implements ProcurementEvent {}

    /// Whether and how competition is used.
    ///
    /// @param provider who goes on or is alone capable
    /// @param existingService what was found of the present service
    /// @param noOtherCapable why nobody else is capable
    /// @param collaborators groups that procure together with this one
    /// @param committee that decided, by its name
    /// @param decision its minutes
    @EventName("ccg.procurement.ProcurementRouteDecided")
    record ProcurementRouteDecided(
            ProcurementId procurement,
            CcgCode ccg,
            ProcurementRoute route,
            List<SelectionGround> grounds,
            @Nullable BodyRef provider,
            @Nullable String existingService,
            @Nullable String noOtherCapable,
            List<CcgCode> collaborators,
            @Nullable PersonId clinicalLead,
            @Nullable PersonId contractManager,
            @Nullable String committee,
            DocRef decision,
            LocalDate effectiveOn)
            implements ProcurementEvent {}

    /// SI 2013/500 reg 4: an opportunity to provide services is published.
    @EventName("ccg.procurement.OpportunityAdvertised")
    record OpportunityAdvertised(
            ProcurementId procurement, CcgCode ccg, String url, LocalDate effectiveOn)
            implements ProcurementEvent {}

    /// A provider offers.
    @EventName(value = "ccg.procurement.BidRecorded", fact = true)
    record BidRecorded(
            ProcurementId procurement,
            CcgCode ccg,
            BodyRef provider,
            String providerName,
            LocalDate effectiveOn)
            implements ProcurementEvent {}

    /// Somebody without an interest in a bidder judges an offer; several may judge the same.
    @EventName("ccg.procurement.BidEvaluated")
    record BidEvaluated(
            ProcurementId procurement,
            CcgCode ccg,
            BodyRef provider,
            BigDecimal score,
            PersonId evaluator,
            LocalDate effectiveOn)
            implements ProcurementEvent {}

    /// A contract is awarded: SI 2013/500 reg 9.
    ///
    /// @param ownShare what of the amount this group pays, where several do
    /// @param deciders who took the decision
    /// @param conflicts that came up, with the ruling on each
    /// @param conflictsSummary what is published of the conflicts; it names nobody
    @EventName("ccg.procurement.ContractAwarded")
    record ContractAwarded(
            ProcurementId procurement,
            CcgCode ccg,
            AwardRecord award,
            @Nullable Money ownShare,
            List<SelectionGround> grounds,
            List<PersonId> deciders,
            List<ManagedConflict> conflicts,
            @Nullable String conflictsSummary,
            @Nullable String committee,
            DocRef decision,
            @Nullable String comments,
            LocalDate effectiveOn)
            implements ProcurementEvent {}

    /// SI 2013/500 reg 9(1): the record of a contract is published.
    @EventName("ccg.procurement.AwardPublished")
    record AwardPublished(
            ProcurementId procurement,
            CcgCode ccg,
            BodyRef provider,
            DocRef publication,
            LocalDate effectiveOn)
            implements ProcurementEvent {}

    /// Services, amount and period take the place of those before.
    @EventName("ccg.procurement.ContractVaried")
    record ContractVaried(
            ProcurementId procurement,
            CcgCode ccg,
            BodyRef provider,
            String services,
            Money amount,
            Period period,
            String change,
            LocalDate effectiveOn)
            implements ProcurementEvent {}

    @EventName("ccg.procurement.ContractEnded")
    record ContractEnded(
            ProcurementId procurement,
            CcgCode ccg,
            BodyRef provider,
            LocalDate lastDay,
            ContractEndCause cause,
            LocalDate effectiveOn)
            implements ProcurementEvent {}

    /// Somebody complains to Monitor about a procurement.
    @EventName(value = "ccg.procurement.CompetitionComplaintRecorded", fact = true)
    record CompetitionComplaintRecorded(
            ProcurementId procurement,
            CcgCode ccg,
            ComplaintId complaint,
            BodyRef by,
            String text,
            LocalDate effectiveOn)
            implements ProcurementEvent {}

    @EventName(value = "ccg.procurement.MonitorFindingRecorded", fact = true)
    record MonitorFindingRecorded(
            ProcurementId procurement,
            CcgCode ccg,
            ComplaintId complaint,
            MonitorFinding finding,
            String text,
            LocalDate effectiveOn)
            implements ProcurementEvent {}

    /// The group has ceased to exist, and the procurement with its contracts is its successor's.
    @EventName("ccg.procurement.ProcurementNovated")
    record ProcurementNovated(
            ProcurementId procurement, CcgCode ccg, BodyRef successor, LocalDate effectiveOn)
            implements ProcurementEvent {}

    /// Under a provider all of its offers and contracts are found, whatever the group.
    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case ServiceNeedIdentified e ->
                    Set.of(Tag.ccg(e.ccg()), Tag.function(e.ccg(), e.function()));
            case ProcurementRouteDecided _,
                    OpportunityAdvertised _,
                    CompetitionComplaintRecorded _,
                    MonitorFindingRecorded _ ->
                    Set.of(Tag.ccg(ccg()));
            case BidRecorded e -> tags(e.provider());
            case BidEvaluated e -> tags(e.provider());
            case ContractAwarded e -> tags(e.award().provider());
            case AwardPublished e -> tags(e.provider());
            case ContractVaried e -> tags(e.provider());
            case ContractEnded e -> tags(e.provider());
            case ProcurementNovated e ->
                    Stream.concat(
                                    Stream.of(Tag.ccg(e.ccg())),
                                    e.successor().asCcg().stream().map(Tag::ccg))
                            .collect(Collectors.toUnmodifiableSet());
        };
    }

    private Set<Tag> tags(BodyRef provider) {
        return Set.of(Tag.ccg(ccg()), Tag.body(provider));
    }
}
