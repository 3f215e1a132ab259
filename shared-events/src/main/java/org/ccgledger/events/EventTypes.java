package org.ccgledger.events;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/// Every kind of event there is.
public final class EventTypes {

    /// The families, each a sealed interface of its events. A new family is added here.
    public static final List<Class<? extends CcgEvent>> FAMILIES =
            List.of(
                    CatalogueEvent.class,
                    AuthorisationEvent.class,
                    RegistryEvent.class,
                    MembershipEvent.class,
                    SuccessionEvent.class,
                    GoverningBodyEvent.class,
                    CommitteeEvent.class,
                    DelegationEvent.class,
                    ApprovalEvent.class,
                    ConditionEvent.class,
                    DirectionEvent.class,
                    ProcurementEvent.class,
                    TariffEvent.class,
                    SeveranceEvent.class,
                    ConcernEvent.class,
                    InstrumentEvent.class,
                    JointCommitteeEvent.class,
                    PressureEvent.class,
                    MeetingEvent.class,
                    ExpressionEvent.class,
                    GovernanceAuditEvent.class,
                    CoCommissioningEvent.class,
                    InterestEvent.class,
                    InterestRegisterEvent.class,
                    ConductEvent.class,
                    RunningCostEvent.class,
                    FundEvent.class,
                    PerformanceEvent.class,
                    SupportEvent.class,
                    AdviceEvent.class,
                    StatedFigureEvent.class,
                    CorrectionEvent.class,
                    PledgeEvent.class,
                    ErasureEvent.class,
                    PredecessorEvent.class,
                    CommandEvent.class);

    private static final Map<Class<? extends CcgEvent>, EventType> BY_CARRIER =
            FAMILIES.stream()
                    .flatMap(EventTypes::carriersOf)
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), EventType::of));

    /// How events of earlier versions are read, those aside whose own class is still in its family.
    /// No event has an earlier version yet.
    private static final List<Upcaster> UPCASTERS = List.of();

    /// Reads whatever this build knows.
    public static final EventReader READER = new EventReader(BY_CARRIER.values(), UPCASTERS);

    private EventTypes() {}

    /// Those that are written today.
    public static List<EventType> all() {
        return BY_CARRIER.values().stream()
                .sorted(Comparator.comparing(EventType::name).thenComparingInt(EventType::version))
                .toList();
    }

    public static EventType of(CcgEvent event) {
        EventType type = BY_CARRIER.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(event.getClass() + " belongs to no known family");
        }
        return type;
    }

    /// The names of an event class, or of all events of a family.
    public static Set<String> namesOf(Class<? extends CcgEvent> kind) {
        return carriersOf(kind)
                .map(EventType::of)
                .map(EventType::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The names of several event classes and families.
    public static Set<String> namesOf(Collection<Class<? extends CcgEvent>> kinds) {
        return kinds.stream()
                .flatMap(kind -> namesOf(kind).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Class<? extends CcgEvent>> carriersOf(Class<? extends CcgEvent> kind) {
        return kind.isSealed()
                ? Arrays.stream(kind.getPermittedSubclasses())
                        .flatMap(c -> carriersOf(c.asSubclass(CcgEvent.class)))
                : Stream.of(kind);
    }
}
