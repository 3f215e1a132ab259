package org.ccgledger.query.runningcosts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CostLine;
import org.ccgledger.events.Money;
import org.ccgledger.events.runningcosts.BudgetedLine;
import org.ccgledger.events.runningcosts.CostFund;
import org.ccgledger.events.runningcosts.CostPart;
import org.ccgledger.events.runningcosts.PerHeadRange;
import org.ccgledger.events.runningcosts.RunningCostEvent;
import org.ccgledger.events.runningcosts.RunningCostEvent.*;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Policies, allowances, budgets, spending and structures. Whether an envelope is breached follows
/// from what is spent.
@Component
final class RunningCostProjector implements Projector {

    static final String NAME = "running-costs";

    private static final Timeline POLICY =
            new Timeline(
                    "running_cost_policy",
                    List.of("fy"),
                    List.of(
                            "version",
                            "per_head numeric",
                            "range_from numeric",
                            "range_to numeric",
                            "basis",
                            "standing",
                            "citation",
                            "url"));
    private static final Timeline ALLOWANCE =
            new Timeline(
                    "running_cost_allowance",
                    List.of("ccg", "fy"),
                    List.of(
                            "basis",
                            "heads",
                            "heads_as_at",
                            "per_head numeric",
                            "envelope numeric"));
    private static final Timeline BUDGET =
            new Timeline("running_cost_budget", List.of("ccg", "fy"), List.of("version"));
    private static final Timeline PART =
            new Timeline(
                    "running_cost_budget_part",
                    List.of("host", "fy", "version", "line", "ccg"),
                    List.of("percent numeric", "amount numeric"));
    private static final Timeline SPEND =
            new Timeline(
                    "running_cost_spend",
                    List.of("entry"),
                    List.of("ccg", "fy", "host", "month", "line", "amount numeric", "booked_to"));
    private static final Timeline AFFORDABILITY =
            new Timeline(
                    "running_cost_affordability",
                    List.of("ccg", "fy", "structure"),
                    List.of("projected_cost numeric", "demonstrated_on"));
    private static final Timeline STRUCTURE =
            new Timeline(
                    "running_cost_structure",
                    List.of("ccg"),
                    List.of("fy", "structure", "description", "shared_with", "changed_on"));

    private final QueryDatabase database;

    RunningCostProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(RunningCostEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch ((RunningCostEvent) event) {
            case RunningCostPolicySet e -> policy(e, at);
            case RunningCostAllowanceSet e ->
                    ALLOWANCE.from(
                            day,
                            at,
                            database,
                            e.ccg(),
                            e.fy(),
                            e.basis(),
                            e.heads(),
                            e.headsAsAt(),
                            e.perHead(),
                            e.envelope());
            case RunningCostBudgetSet e -> budget(e, at);
            case RunningCostSpendRecorded e ->
                    spend(e, at, e.ccg(), e.ccg(), e.month(), e.line(), e.ownPart(), e.bookedTo());
            case SharedCostPosted e ->
                    spend(e, at, e.ccg(), e.host(), e.month(), e.line(), e.amount(), e.bookedTo());
            case EnvelopeAffordabilityDemonstrated e ->
                    AFFORDABILITY.from(
                            day,
                            at,
                            database,
                            e.ccg(),
                            e.fy(),
                            e.structure().title(),
                            e.projectedCost(),
                            day);
            case StructureChanged e ->
                    STRUCTURE.from(
                            day,
                            at,
                            database,
                            e.ccg(),
                            e.fy(),
                            e.structure().title(),
                            e.description(),
                            e.sharedWith(),
                            day);
            case AllowanceOutOfPolicyRange _,
                    RunningCostEnvelopeBreached _,
                    RunningCostMisclassified _ -> {}
        }
    }

    private void policy(RunningCostPolicySet e, Recorded at) {
        @Nullable PerHeadRange range = e.range();
        POLICY.from(
                e.effectiveOn(),
                at,
                database,
                e.fy(),
                e.version(),
                e.perHead(),
                range == null ? null : range.from(),
                range == null ? null : range.to(),
                e.basis(),
                e.source().standing(),
                e.source().citation(),
                e.source().url());
    }

    /// The parts of a version stay; which version holds says which parts do.
    private void budget(RunningCostBudgetSet e, Recorded at) {
        BUDGET.from(e.effectiveOn(), at, database, e.ccg(), e.fy(), e.version());
        for (BudgetedLine line : e.lines()) {
            for (CostPart part : line.parts()) {
                PART.from(
                        e.effectiveOn(),
                        at,
                        database,
                        e.ccg(),
                        e.fy(),
                        e.version(),
                        line.line(),
                        part.ccg(),
                        part.percent(),
                        part.amount());
            }
        }
    }

    private void spend(
            RunningCostEvent e,
            Recorded at,
            CcgCode ccg,
            CcgCode host,
            YearMonth month,
            CostLine line,
            Money amount,
            CostFund bookedTo) {
        SPEND.from(
                e.effectiveOn(),
                at,
                database,
                at.position(),
                ccg,
                e.fy(),
                host,
                month.atDay(1),
                line,
                amount,
                bookedTo);
    }

    @Override
    public void reset() {
        List.of(POLICY, ALLOWANCE, BUDGET, PART, SPEND, AFFORDABILITY, STRUCTURE)
                .forEach(timeline -> timeline.clear(database));
    }
}
