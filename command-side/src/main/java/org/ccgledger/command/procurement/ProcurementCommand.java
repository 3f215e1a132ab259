package org.ccgledger.command.procurement;

import static org.ccgledger.events.Role.CCG_ACCOUNTABLE_OFFICER;
import static org.ccgledger.events.Role.CCG_GOVERNANCE_LEAD;
import static org.ccgledger.events.Role.MONITOR;
import static org.ccgledger.events.Role.SYSTEM;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.ComplaintId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Money;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.ProcurementId;
import org.ccgledger.events.procurement.ContractEndCause;
import org.ccgledger.events.procurement.ManagedConflict;
import org.ccgledger.events.procurement.MonitorFinding;
import org.ccgledger.events.procurement.ProcurementRoute;
import org.ccgledger.events.procurement.SelectionGround;
import org.jspecify.annotations.Nullable;

/// What can be asked for about the services that a group commissions.
public sealed interface ProcurementCommand extends Command {

    ProcurementId procurement();

    CcgCode ccg();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.ccg(ccg()));
    }

    /// The group has ceased to exist: its procurement is the successor's.
    @SentBy(SYSTEM)
    record NovateProcurement(ProcurementId procurement, CcgCode ccg) implements ProcurementCommand {
        @Override
        public Set<BodyRef> senders() {
            return Set.of();
        }
    }

    /// SI 2013/500 reg 3: a group commissions for needs.
    ///
    /// @param function the function in whose exercise the need is identified
    /// @param weakness of the present service, where there is one
    @SentBy(CCG_ACCOUNTABLE_OFFICER)
    record IdentifyServiceNeed(
            ProcurementId procurement,
            CcgCode ccg,
            FunctionCode function,
            String service,
            @Nullable String weakness)
            implements ProcurementCommand {}

    /// The group alone decides when and how competition is used, if at all, in the interest of
    /// patients.
    ///
    /// @param grounds what speaks for the route
    /// @param provider who goes on, or is alone capable
    /// @param existingService what was found of the present service: its weakness, or satisfaction
    /// @param noOtherCapable why nobody else, or nobody outside the NHS, is capable
    /// @param collaborators groups that procure together with this one
    /// @param committee that decided, by its name
    /// @param decision its minutes
    @SentBy(value = CCG_ACCOUNTABLE_OFFICER, leftToRule = true, bodyLeftToRule = true)
    record DecideProcurementRoute(
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
            DocRef decision)
            implements ProcurementCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return !route.isCompetitive() && provider == null
                    ? List.of(new FieldError("/provider", "is required without competition"))
                    : List.of();
        }
    }

    /// SI 2013/500 reg 4.
    @SentBy(CCG_GOVERNANCE_LEAD)
    record AdvertiseOpportunity(ProcurementId procurement, CcgCode ccg, String url)
            implements ProcurementCommand {}

    /// A provider has offered.
    @SentBy(CCG_GOVERNANCE_LEAD)
    record RecordBid(ProcurementId procurement, CcgCode ccg, BodyRef provider, String providerName)
            implements ProcurementCommand {}

    /// Somebody has judged an offer.
    @SentBy(CCG_GOVERNANCE_LEAD)
    record EvaluateBid(
            ProcurementId procurement,
            CcgCode ccg,
            BodyRef provider,
            BigDecimal score,
            PersonId evaluator)
            implements ProcurementCommand {}

    /// SI 2013/500 reg 9. What the record of a contract has to say may be left out here, for it is
    /// a rule that asks for it.
    ///
    /// @param registeredOffice the address at which the provider is registered
    /// @param amount to be paid in all
    /// @param ownShare what of it this group pays, where several do
    /// @param process by which the provider was selected
    /// @param duties how the award complies with those of the group
    /// @param grounds what speaks for the provider
    /// @param deciders who took the decision
    /// @param conflicts that came up, with the ruling on each
    /// @param conflictsSummary what is published of the conflicts; it names nobody
    /// @param decision the minutes of it
    @SentBy(CCG_ACCOUNTABLE_OFFICER)
    record AwardContract(
            ProcurementId procurement,
            CcgCode ccg,
            BodyRef provider,
            @Nullable String providerName,
            @Nullable String registeredOffice,
            @Nullable String services,
            @Nullable Money amount,
            @Nullable Money ownShare,
            @Nullable Period period,
            @Nullable String process,
            @Nullable Duties duties,
            List<SelectionGround> grounds,
            List<PersonId> deciders,
            List<ManagedConflict> conflicts,
            @Nullable String conflictsSummary,
            @Nullable String committee,
            DocRef decision,
            @Nullable String comments)
            implements ProcurementCommand {}

    /// How an award complies with NHS Act 2006 s.14Q, s.14R and s.14Z1, as far as it is said.
    record Duties(
            @Nullable String effectiveness,
            @Nullable String quality,
            @Nullable String integration) {}

    /// SI 2013/500 reg 9(1).
    @SentBy(CCG_GOVERNANCE_LEAD)
    record PublishAward(
            ProcurementId procurement, CcgCode ccg, BodyRef provider, DocRef publication)
            implements ProcurementCommand {}

    /// Services, amount and period take the place of those before.
    @SentBy(CCG_ACCOUNTABLE_OFFICER)
    record VaryContract(
            ProcurementId procurement,
            CcgCode ccg,
            BodyRef provider,
            String services,
            Money amount,
            Period period,
            String change)
            implements ProcurementCommand {}

    @SentBy(CCG_ACCOUNTABLE_OFFICER)
    record EndContract(
            ProcurementId procurement,
            CcgCode ccg,
            BodyRef provider,
            LocalDate lastDay,
            ContractEndCause cause)
            implements ProcurementCommand {}

    /// Somebody has complained to Monitor.
    ///
    /// @param text what is complained of; it names bodies, no persons
    @SentBy(MONITOR)
    record RecordCompetitionComplaint(
            ProcurementId procurement, CcgCode ccg, ComplaintId complaint, BodyRef by, String text)
            implements ProcurementCommand {}

    /// Monitor has investigated.
    @SentBy(MONITOR)
    record RecordMonitorFinding(
            ProcurementId procurement,
            CcgCode ccg,
            ComplaintId complaint,
            MonitorFinding finding,
            String text)
            implements ProcurementCommand {}
}
