package org.ccgledger.query.sentences;

import java.time.LocalDate;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.advice.AdviceEvent;
import org.ccgledger.events.approvals.ApprovalEvent;
import org.ccgledger.events.authorisation.AuthorisationEvent;
import org.ccgledger.events.catalogue.CatalogueEvent;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent;
import org.ccgledger.events.commands.CommandEvent;
import org.ccgledger.events.committees.CommitteeEvent;
import org.ccgledger.events.concerns.ConcernEvent;
import org.ccgledger.events.conditions.ConditionEvent;
import org.ccgledger.events.conduct.ConductEvent;
import org.ccgledger.events.corrections.CorrectionEvent;
import org.ccgledger.events.delegations.DelegationEvent;
import org.ccgledger.events.directions.DirectionEvent;
import org.ccgledger.events.erasures.ErasureEvent;
import org.ccgledger.events.expressions.ExpressionEvent;
import org.ccgledger.events.funds.FundEvent;
import org.ccgledger.events.governanceaudits.GovernanceAuditEvent;
import org.ccgledger.events.governingbodies.GoverningBodyEvent;
import org.ccgledger.events.instruments.InstrumentEvent;
import org.ccgledger.events.interestregisters.InterestRegisterEvent;
import org.ccgledger.events.interests.InterestEvent;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent;
import org.ccgledger.events.meetings.MeetingEvent;
import org.ccgledger.events.membership.MembershipEvent;
import org.ccgledger.events.performance.PerformanceEvent;
import org.ccgledger.events.pledges.PledgeEvent;
import org.ccgledger.events.predecessors.PredecessorEvent;
import org.ccgledger.events.pressure.PressureEvent;
import org.ccgledger.events.procurement.ProcurementEvent;
import org.ccgledger.events.registry.RegistryEvent;
import org.ccgledger.events.runningcosts.RunningCostEvent;
import org.ccgledger.events.severances.SeveranceEvent;
import org.ccgledger.events.statedfigures.StatedFigureEvent;
import org.ccgledger.events.successions.SuccessionEvent;
import org.ccgledger.events.support.SupportEvent;
import org.ccgledger.events.tariffs.TariffEvent;
import org.ccgledger.ledger.LedgerCreated;
import org.ccgledger.ledger.proof.LedgerRestored;
import org.ccgledger.ledger.proof.LogKeyRotated;

/// Every event as a sentence. A new event does not compile until it has one.
///
/// A sentence says what happened, on which day and to whom. Who acted, under which authority and
/// why stands beside it, and no sentence holds anything about a natural person.
public final class Sentences {

    private Sentences() {}

    public static String of(CcgEvent event, EventMetadata metadata, GroupNames groups) {
        return switch (event) {
            case CatalogueEvent e -> CatalogueSentences.of(e);
            case AuthorisationEvent e -> AuthorisationSentences.of(e, groups);
            case RegistryEvent e -> RegistrySentences.of(e, groups);
            case MembershipEvent e -> MembershipSentences.of(e, groups);
            case SuccessionEvent e -> SuccessionSentences.of(e, groups);
            case GoverningBodyEvent e -> GoverningBodySentences.of(e, groups);
            case CommitteeEvent e -> CommitteeSentences.of(e, groups);
            case DelegationEvent e -> DelegationSentences.of(e, groups);
            case ApprovalEvent e -> ApprovalSentences.of(e, groups);
            case ConditionEvent e -> ConditionSentences.of(e, groups);
            case DirectionEvent e -> DirectionSentences.of(e, groups);
            case ProcurementEvent e -> ProcurementSentences.of(e, groups);
            case TariffEvent e -> TariffSentences.of(e, groups);
            case SeveranceEvent e -> SeveranceSentences.of(e, groups);
            case ConcernEvent e -> ConcernSentences.of(e, groups);
            case InstrumentEvent e -> InstrumentSentences.of(e);
            case JointCommitteeEvent e -> JointCommitteeSentences.of(e, groups);
            case PressureEvent e -> PressureSentences.of(e, groups);
            case MeetingEvent e -> MeetingSentences.of(e, groups);
            case ExpressionEvent e -> ExpressionSentences.of(e, groups);
            case CoCommissioningEvent e -> CoCommissioningSentences.of(e, groups);
            case GovernanceAuditEvent e -> GovernanceAuditSentences.of(e, groups);
            case InterestEvent e -> InterestSentences.of(e, groups);
            case InterestRegisterEvent e -> InterestRegisterSentences.of(e, groups);
            case ConductEvent e -> ConductSentences.of(e, groups);
            case RunningCostEvent e -> RunningCostSentences.of(e, groups);
            case FundEvent e -> FundSentences.of(e, groups);
            case PerformanceEvent e -> PerformanceSentences.of(e, groups);
            case SupportEvent e -> SupportSentences.of(e, groups);
            case AdviceEvent e -> AdviceSentences.of(e, groups);
            case StatedFigureEvent e -> StatedFigureSentences.of(e);
            case CorrectionEvent e -> CorrectionSentences.of(e);
            case PledgeEvent e -> PledgeSentences.of(e, groups);
            case ErasureEvent e -> ErasureSentences.of(e);
            case PredecessorEvent e -> PredecessorSentences.of(e, groups);
            case CommandEvent e -> CommandSentences.of(e, metadata, groups);
            // The families are not sealed in their turn; the tests go through all of them.
            default ->
                    throw new IllegalArgumentException(
                            "The family of " + event.getClass() + " has no sentences");
        };
    }

    /// What the ledger says of itself.
    public static String ofTheLedger(String type, LocalDate effectiveOn) {
        return switch (type) {
            case LedgerCreated.TYPE -> Wording.on(effectiveOn, "the ledger was created");
            case LogKeyRotated.TYPE ->
                    Wording.on(effectiveOn, "the keys that sign the ledger's checkpoints changed");
            case LedgerRestored.TYPE ->
                    Wording.on(effectiveOn, "the ledger was restored to an older state");
            default -> unknown(type, effectiveOn);
        };
    }

    /// What can be said of an event that another build wrote.
    public static String unknown(String type, LocalDate effectiveOn) {
        return Wording.on(
                effectiveOn,
                "an event of the type " + type + " was recorded, which this build does not know");
    }
}
