package org.ccgledger.command.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ccgledger.events.Actor;
import org.ccgledger.events.Authority;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.advice.AdviceEvent;
import org.ccgledger.events.approvals.ApprovalEvent;
import org.ccgledger.events.authorisation.AuthorisationEvent;
import org.ccgledger.events.catalogue.CatalogueEvent;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent;
import org.ccgledger.events.commands.CommandEvent;
import org.ccgledger.events.commands.RuleBook;
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
import org.jspecify.annotations.Nullable;

/// Given what has happened, when something is asked for, then this is decided.
///
/// Unless it is said otherwise the sender is an officer of the Board with an authority and reasons,
/// and the day is the one on which the last thing happened.
public final class Specification {

    private final Decider<?, ?> decider;
    private final List<CcgEvent> given = new ArrayList<>();
    private Actor actor = new Actor("an-officer", Role.BOARD_OFFICER, BodyRef.BOARD, null);
    private @Nullable LocalDate on;
    private @Nullable Authority authority = Authority.of("NHS Act 2006", "s.14C");
    private @Nullable String reasons = "As set out in the paper.";
    private List<DocRef> evidence = List.of();

    private Specification(Decider<?, ?> decider) {
        this.decider = decider;
    }

    public static Specification of(Decider<?, ?> decider) {
        return new Specification(decider);
    }

    public Specification given(CcgEvent... events) {
        given.addAll(List.of(events));
        return this;
    }

    public Specification given(List<? extends CcgEvent> events) {
        given.addAll(events);
        return this;
    }

    public Specification by(Role role, BodyRef body) {
        actor = new Actor("an-actor", role, body, null);
        return this;
    }

    public Specification by(String actorId, Role role, BodyRef body) {
        actor = new Actor(actorId, role, body, null);
        return this;
    }

    public Specification on(LocalDate day) {
        on = day;
        return this;
    }

    public Specification withoutReasons() {
        reasons = null;
        return this;
    }

    public Specification withoutAuthority() {
        authority = null;
        return this;
    }

    public Specification withEvidence(DocRef... documents) {
        evidence = List.of(documents);
        return this;
    }

    public Decided when(Command command) {
        LocalDate day =
                on != null
                        ? on
                        : given.stream()
                                .map(CcgEvent::effectiveOn)
                                .max(LocalDate::compareTo)
                                .orElse(LocalDate.of(2012, 7, 1));
        Context context =
                new Context(
                        actor,
                        day,
                        authority,
                        reasons,
                        evidence,
                        Instant.parse("2026-01-01T12:00:00Z"),
                        new GivenReads());
        List<Decider.TagQuery> queries = decider.alsoReads(command);
        List<CcgEvent> boundary =
                given.stream()
                        .filter(event ->
                                streamOf(event).equals(decider.stream(command))
                                        || queries.stream()
                                                .anyMatch(query ->
                                                        KnownReads.matches(
                                                                event, query.tag(), query.kinds())))
                        .toList();
        Decision decision = foldedInSteps(decider, boundary).decide(command, context);
        if (decision instanceof Decision.Refused(var refusal)) {
            assertThat(RuleBook.heldAgainst(command.getClass().getSimpleName()))
                    .as("what the list says that %s is held against", command)
                    .extracting(RuleBook.Entry::code)
                    .contains(refusal.code());
        }
        return new Decided(decision);
    }

    /// Each state is gone on from as a running system does, which must come to the same as folding
    /// all at once, and must leave the state before as it was.
    private static <C extends Command, S> Folded<C, S> foldedInSteps(
            Decider<C, S> decider, List<CcgEvent> recorded) {
        Folded<C, S> folded = decider.fold(List.of());
        for (int i = 0; i < recorded.size(); i++) {
            List<CcgEvent> soFar = recorded.subList(0, i + 1);
            Folded<C, S> before = folded;
            String stateBefore = before.state().toString();
            folded = before.with(List.of(recorded.get(i))).orElseGet(() -> decider.fold(soFar));
            assertThat(before.state()).hasToString(stateBefore);
        }
        assertThat(folded.state()).isEqualTo(decider.fold(recorded).state());
        return folded;
    }

    /// What was decided.
    public record Decided(Decision decision) {

        public void thenAccepted(CcgEvent... events) {
            assertThat(decision).isEqualTo(Decision.accept(events));
        }

        /// For events whose content is another test's matter.
        @SafeVarargs
        public final void thenAccepted(Class<? extends CcgEvent>... events) {
            List<Class<?>> expected = new ArrayList<>();
            for (Class<? extends CcgEvent> event : events) {
                expected.add(event);
            }
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            assertThat(((Decision.Accepted) decision).events())
                    .<Class<?>>extracting(CcgEvent::getClass)
                    .containsExactlyElementsOf(expected);
        }

        public void thenUnchanged() {
            assertThat(decision).isEqualTo(Decision.unchanged());
        }

        public void thenRefused(Refusal refusal) {
            assertThat(decision).isEqualTo(Decision.refuse(refusal));
        }

        public void thenNotFound() {
            assertThat(decision).isInstanceOf(Decision.NotFound.class);
        }
    }

    private final class GivenReads implements Reads {
        @Override
        public List<CcgEvent> stream(StreamName stream) {
            return History.ordered(
                    given.stream().filter(event -> streamOf(event).equals(stream)).toList());
        }

        @Override
        public List<CcgEvent> tagged(Tag tag, List<Class<? extends CcgEvent>> kinds) {
            return new KnownReads(given).tagged(tag, kinds);
        }
    }

    /// The stream in which an event stands.
    private static StreamName streamOf(CcgEvent event) {
        return switch (event) {
            case CatalogueEvent.CriteriaCataloguePublished e -> StreamName.catalogue(e.catalogue());
            case CatalogueEvent.WaveOpened e -> StreamName.wave(e.number());
            case AuthorisationEvent e -> new StreamName("application", ccgOf(e));
            case ConditionEvent e -> new StreamName("conditions", ccgOf(e));
            case DirectionEvent e -> new StreamName("directions", ccgOf(e));
            case RegistryEvent e -> new StreamName("ccg", ccgOf(e));
            case GoverningBodyEvent e -> new StreamName("governing-body", ccgOf(e));
            case MembershipEvent.PracticeAdmitted e -> StreamName.membership(e.practice());
            case MembershipEvent.PracticeTransferred e -> StreamName.membership(e.practice());
            case MembershipEvent.PracticeMembershipEnded e -> StreamName.membership(e.practice());
            case SuccessionEvent.MergerApplied e -> StreamName.merger(e.merger());
            case SuccessionEvent.MergerApproved e -> StreamName.merger(e.merger());
            case SuccessionEvent.MergerRefused e -> StreamName.merger(e.merger());
            case SuccessionEvent.CCGMerged e -> StreamName.merger(e.merger());
            case SuccessionEvent.CCGDissolved e -> StreamName.ccg(e.ccg());
            case SuccessionEvent.CCGAbolished e -> StreamName.ccg(e.ccg());
            case ApprovalEvent.ApprovalRecorded e -> StreamName.approval(e.approval());
            case TariffEvent e -> StreamName.tariffVariation(e.variation());
            case SeveranceEvent e -> StreamName.severance(e.severance());
            case ConcernEvent e -> StreamName.concern(e.concern());
            case ProcurementEvent e -> StreamName.procurement(e.procurement());
            case InterestEvent e -> StreamName.interests(e.person(), e.ccg());
            case InterestRegisterEvent e -> StreamName.interestRegister(e.ccg());
            case ConductEvent.GiftDeclared e -> StreamName.gift(e.gift());
            case ConductEvent.BreachReported e -> StreamName.breach(e.breach());
            case ConductEvent.BreachClosed e -> StreamName.breach(e.breach());
            case ConductEvent.BreachPublished e -> StreamName.breach(e.breach());
            case ConductEvent.TrainingRecorded e -> StreamName.training(e.person(), e.ccg());
            case StatedFigureEvent.StatedFigureRecorded e -> StreamName.statedFigure(e.figure());
            case InstrumentEvent e -> new StreamName("instrument", ccgOf(e));
            case CorrectionEvent.RecordCorrected e -> StreamName.correction(e.correction());
            case PredecessorEvent e -> StreamName.predecessor(e.pct());
            case PledgeEvent e -> StreamName.pledge(e.pledge());
            case ErasureEvent e -> StreamName.personalData(e.person());
            case CommitteeEvent e -> StreamName.committee(e.committee());
            case DelegationEvent e -> StreamName.delegations(e.ccg());
            case JointCommitteeEvent e -> StreamName.jointCommittee(e.jointCommittee());
            case MeetingEvent e -> StreamName.meeting(e.meeting());
            case PressureEvent e -> new StreamName("pressure", ccgOf(e));
            case RunningCostEvent.RunningCostPolicySet e -> StreamName.runningCostPolicy(e.fy());
            case FundEvent e -> StreamName.allocation(e.ccg(), e.fy());
            case PerformanceEvent e -> StreamName.performance(e.ccg(), e.fy());
            case SupportEvent.BackstopPeriodSet _ -> StreamName.backstopPeriod();
            case SupportEvent e -> new StreamName("support", ccgOf(e));
            case AdviceEvent e -> new StreamName("advice", ccgOf(e));
            case RunningCostEvent e -> StreamName.runningCosts(new CcgCode(ccgOf(e)), e.fy());
            case ExpressionEvent.RoundOpened e -> StreamName.round(e.round());
            case ExpressionEvent e -> new StreamName("eoi", ccgOf(e));
            case CoCommissioningEvent e -> StreamName.coCommissioning(e.ccg());
            case GovernanceAuditEvent e -> StreamName.governanceAudit(e.audit());
            case CommandEvent e -> throw new IllegalArgumentException("No decision reads " + e);
            case CcgEvent e ->
                    throw new IllegalArgumentException(
                            "The stream of " + e.getClass() + " is not known here");
        };
    }

    /// The families of one group's or one other thing's streams name it in their first field.
    private static String ccgOf(CcgEvent event) {
        try {
            var first = event.getClass().getRecordComponents()[0].getAccessor();
            first.setAccessible(true);
            return first.invoke(event).toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
