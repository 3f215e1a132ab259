package org.ccgledger.command;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.ccgledger.access.AccessSecurity;
import org.ccgledger.command.advice.AdviceDecider;
import org.ccgledger.command.approvals.ApprovalDecider;
import org.ccgledger.command.authorisation.AuthorisationDecider;
import org.ccgledger.command.catalogue.CatalogueDecider;
import org.ccgledger.command.cocommissioning.CoCommissioningDecider;
import org.ccgledger.command.committees.CommitteeDecider;
import org.ccgledger.command.concerns.ConcernDecider;
import org.ccgledger.command.conditions.ConditionDecider;
import org.ccgledger.command.conduct.ConductDecider;
import org.ccgledger.command.corrections.CorrectionDecider;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.delegations.DelegationDecider;
import org.ccgledger.command.directions.DirectionDecider;
import org.ccgledger.command.erasures.ErasureDecider;
import org.ccgledger.command.expressions.ExpressionDecider;
import org.ccgledger.command.funds.FundDecider;
import org.ccgledger.command.governanceaudits.GovernanceAuditDecider;
import org.ccgledger.command.governingbodies.GoverningBodyDecider;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.command.handling.Commands;
import org.ccgledger.command.instruments.InstrumentDecider;
import org.ccgledger.command.interestregisters.InterestRegisterDecider;
import org.ccgledger.command.interests.InterestDecider;
import org.ccgledger.command.jointcommittees.JointCommitteeDecider;
import org.ccgledger.command.meetings.MeetingDecider;
import org.ccgledger.command.membership.MembershipDecider;
import org.ccgledger.command.officers.OfficerDecider;
import org.ccgledger.command.performance.PerformanceDecider;
import org.ccgledger.command.pledges.PledgeDecider;
import org.ccgledger.command.predecessors.PredecessorDecider;
import org.ccgledger.command.pressure.PressureDecider;
import org.ccgledger.command.procurement.ProcurementDecider;
import org.ccgledger.command.registry.RegistryDecider;
import org.ccgledger.command.running.CarriedOutErasures;
import org.ccgledger.command.runningcosts.RunningCostDecider;
import org.ccgledger.command.runningcosts.RunningCostPolicyDecider;
import org.ccgledger.command.severances.SeveranceDecider;
import org.ccgledger.command.statedfigures.StatedFigureDecider;
import org.ccgledger.command.successions.SuccessionDecider;
import org.ccgledger.command.support.SupportDecider;
import org.ccgledger.command.tariffs.TariffDecider;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.LedgerKeys;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/// The command side as a whole, to be imported by a process that gives it the beans that it needs:
/// a `Ledger`, its `LedgerKeys`, a `LedgerEventStore`, the `Serializer` named `eventSerializer`,
/// the `DataSource` named `automationDatabase`, an `Eraser` and an `ErasureRegister`, a `Clock` and
/// a `MeterRegistry`.
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Import(AccessSecurity.class)
public class CommandSide {

    /// Every capability. A new one is added here.
    public static final List<Decider<?, ?>> DECIDERS =
            List.of(
                    CatalogueDecider.DECIDER,
                    AuthorisationDecider.DECIDER,
                    RegistryDecider.DECIDER,
                    MembershipDecider.DECIDER,
                    SuccessionDecider.DECIDER,
                    ConditionDecider.DECIDER,
                    DirectionDecider.DECIDER,
                    OfficerDecider.DECIDER,
                    GoverningBodyDecider.DECIDER,
                    CommitteeDecider.DECIDER,
                    DelegationDecider.DECIDER,
                    ProcurementDecider.DECIDER,
                    TariffDecider.DECIDER,
                    SeveranceDecider.DECIDER,
                    ConcernDecider.DECIDER,
                    InterestDecider.DECIDER,
                    InterestRegisterDecider.DECIDER,
                    ConductDecider.DECIDER,
                    ApprovalDecider.DECIDER,
                    InstrumentDecider.DECIDER,
                    JointCommitteeDecider.DECIDER,
                    PressureDecider.DECIDER,
                    RunningCostPolicyDecider.DECIDER,
                    RunningCostDecider.DECIDER,
                    FundDecider.DECIDER,
                    PerformanceDecider.DECIDER,
                    SupportDecider.DECIDER,
                    AdviceDecider.DECIDER,
                    MeetingDecider.DECIDER,
                    ExpressionDecider.DECIDER,
                    GovernanceAuditDecider.DECIDER,
                    CoCommissioningDecider.DECIDER,
                    StatedFigureDecider.DECIDER,
                    CorrectionDecider.DECIDER,
                    PledgeDecider.DECIDER,
                    ErasureDecider.DECIDER,
                    PredecessorDecider.DECIDER);

    @Bean
    CommandTypes commandTypes() {
        return new CommandTypes(DECIDERS);
    }

    /// Without a transaction: the append is the only thing that a command writes.
    @Bean
    CommandBus commandBus() {
        return SimpleCommandBus.builder().transactionManager(NoTransactionManager.INSTANCE).build();
    }

    @Bean
    Commands commands(
            CommandBus bus,
            CommandTypes types,
            Ledger ledger,
            LedgerKeys keys,
            Clock clock,
            MeterRegistry meters,
            @Value("${ccg.build:development}") String build,
            @Qualifier("automationDatabase") DataSource automation) {
        return new Commands(
                bus,
                types,
                ledger,
                keys.fingerprintKey(),
                clock,
                meters,
                build,
                new CarriedOutErasures(automation));
    }
}
