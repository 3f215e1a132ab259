package org.ccgledger.standalone.england;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.ccgledger.command.registry.RegistryCommand.RecordPopulation;
import org.ccgledger.command.runningcosts.BudgetLine;
import org.ccgledger.command.runningcosts.CostShare;
import org.ccgledger.command.runningcosts.RunningCostCommand.*;
import org.ccgledger.command.runningcosts.RunningCostPolicyCommand.SetRunningCostPolicy;
import org.ccgledger.events.Actor;
import org.ccgledger.events.CostLine;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.Money;
import org.ccgledger.events.registry.PopulationBasis;
import org.ccgledger.events.runningcosts.CostFund;
import org.ccgledger.events.runningcosts.PerHeadRange;
import org.jspecify.annotations.Nullable;

/// What groups were given for running themselves, and what some of them made of it, as commands.
///
/// So much a head is known year by year. The heads that counted are known of two groups, from their
/// allowances; for all others the patients of 2013/14 stand in. What a group spent is synthetic: of
/// the groups whose resources are told each spends its budget evenly, but for the last, which
/// spends more than its envelope in the last month; the first two share an accountable officer.
final class RunningCostScript {

    static final FinancialYear FIRST_YEAR = new FinancialYear("2013/14");
    private static final FinancialYear SECOND_YEAR = new FinancialYear("2014/15");
    private static final FinancialYear THIRD_YEAR = new FinancialYear("2015/16");
    private static final LocalDate COUNTED_AT = LocalDate.of(2012, 4, 1);
    private static final LocalDate LISTED_AT = LocalDate.of(2014, 3, 31);
    private static final LocalDate ANNOUNCED_ON = LocalDate.of(2012, 11, 30);
    private static final LocalDate BUDGETED_ON = LocalDate.of(2013, 4, 1);
    private static final LocalDate STRUCTURED_ON = LocalDate.of(2013, 5, 1);
    private static final LocalDate NEXT_ANNOUNCED_ON = LocalDate.of(2014, 2, 28);
    private static final LocalDate LISTS_PUBLISHED_ON = LocalDate.of(2014, 10, 31);
    private static final String ACT = "NHS Act 2006";
    private static final String PER_HEAD = "25.00";
    private static final Map<String, Integer> KNOWN_HEADS = Map.of("99P", 870_000, "10C", 88_000);
    private static final CostLine OWN_TEAM = new CostLine("own-team");
    private static final CostLine SUPPORT = new CostLine("support");
    private static final CostLine SHARED_OFFICER = new CostLine("accountable-officer");
    private static final BigDecimal HALF = BigDecimal.valueOf(50);
    private static final Money OFFICER_COST = new Money("130000");
    private static final int MONTHS = 12;
    private static final Provenance SYNTHETIC =
            Provenance.synthetic("what a group spent on itself is not known");

    private final EnglandPlan plan;
    private final Script script;

    RunningCostScript(EnglandPlan plan, Script script) {
        this.plan = plan;
        this.script = script;
    }

    void write() {
        policies();
        for (PlannedGroup group : plan.groups()) {
            population(group);
            allow(group, FIRST_YEAR, PER_HEAD, ANNOUNCED_ON, Sources.RUNNING_COSTS_2012);
            allow(group, SECOND_YEAR, "24.73", NEXT_ANNOUNCED_ON, Sources.RUNNING_COSTS_2014);
            allow(group, THIRD_YEAR, "22.07", NEXT_ANNOUNCED_ON, Sources.RUNNING_COSTS_2014);
        }
        List<PlannedGroup> told = plan.told();
        told.forEach(group -> spend(group, group.equals(told.getLast())));
        share(told.get(0), told.get(1));
    }

    private void policies() {
        policy(
                DepartmentOfHealth.SECRETARY_OF_STATE,
                PledgeScript.SPEECH_ON,
                FIRST_YEAR,
                null,
                new PerHeadRange(new Money("25"), new Money("35")),
                Sources.LANSLEY_2011);
        policy(
                EnglandScript.OFFICER,
                ANNOUNCED_ON,
                FIRST_YEAR,
                PER_HEAD,
                null,
                Sources.RUNNING_COSTS_2012);
        policy(
                EnglandScript.OFFICER,
                NEXT_ANNOUNCED_ON,
                SECOND_YEAR,
                "24.73",
                null,
                Sources.RUNNING_COSTS_2014);
        policy(
                EnglandScript.OFFICER,
                NEXT_ANNOUNCED_ON,
                THIRD_YEAR,
                "22.07",
                null,
                Sources.RUNNING_COSTS_2014);
    }

    private void policy(
            Actor actor,
            LocalDate on,
            FinancialYear fy,
            @Nullable String perHead,
            @Nullable PerHeadRange range,
            String source) {
        Provenance provenance = Provenance.stated(source);
        script.by("running-cost-policy", actor, on)
                .under(ACT, "s.223J")
                .knownFrom(provenance)
                .sends(
                        new SetRunningCostPolicy(
                                fy,
                                perHead == null ? null : new Money(perHead),
                                range,
                                PopulationBasis.ONS_MODERATED,
                                provenance.source()),
                        fy + "/" + on);
    }

    /// What the envelope of a group counts.
    private static int heads(PlannedGroup group) {
        return KNOWN_HEADS.getOrDefault(group.code(), group.ccg().patients());
    }

    /// In the first year.
    static Money envelope(PlannedGroup group) {
        return new Money(PER_HEAD).times(heads(group)).inWholePounds();
    }

    private void population(PlannedGroup group) {
        script.by(group.code(), EnglandScript.OFFICER, ANNOUNCED_ON)
                .under(ACT, "s.223J")
                .knownFrom(
                        KNOWN_HEADS.containsKey(group.code())
                                ? Provenance.derived(
                                        "the allowance by £25 a head; "
                                                + Sources.RUNNING_COSTS_EXTREMES)
                                : Provenance.assumed(
                                        "patients of 2013/14 stand in for moderated heads"))
                .sends(
                        new RecordPopulation(
                                group.ods(),
                                PopulationBasis.ONS_MODERATED,
                                heads(group),
                                COUNTED_AT),
                        "moderated");
        script.by(group.code(), EnglandScript.OFFICER, LISTS_PUBLISHED_ON)
                .knownFrom(Provenance.stated(Sources.LIST_SIZES))
                .sends(
                        new RecordPopulation(
                                group.ods(),
                                PopulationBasis.LIST,
                                group.ccg().patients(),
                                LISTED_AT),
                        "list");
    }

    private void allow(
            PlannedGroup group, FinancialYear fy, String perHead, LocalDate on, String source) {
        script.by(group.code(), EnglandScript.OFFICER, on)
                .under(ACT, "s.223J")
                .knownFrom(Provenance.stated(source))
                .sends(
                        new SetRunningCostAllowance(
                                group.ods(),
                                fy,
                                PopulationBasis.ONS_MODERATED,
                                COUNTED_AT,
                                new Money(perHead)),
                        fy.value());
    }

    private void spend(PlannedGroup group, boolean isBeyond) {
        Money support = SupportScript.cost(group);
        Money team = envelope(group).minus(support).minus(OFFICER_COST);
        financeLine(group, BUDGETED_ON)
                .sends(
                        new SetRunningCostBudget(
                                group.ods(),
                                FIRST_YEAR,
                                List.of(
                                        new BudgetLine(OWN_TEAM, team, null),
                                        new BudgetLine(SUPPORT, support, null))),
                        FIRST_YEAR.value());
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = YearMonth.of(2013, 4).plusMonths(i);
            spend(group, month, OWN_TEAM, monthly(team));
            spend(group, month, SUPPORT, monthly(support));
        }
        if (isBeyond) {
            spend(group, YearMonth.of(2014, 3), SHARED_OFFICER, OFFICER_COST.times(2));
        }
    }

    private static Money monthly(Money ofTheYear) {
        return new Money(
                ofTheYear
                        .amount()
                        .divide(BigDecimal.valueOf(MONTHS), 2, RoundingMode.DOWN)
                        .toPlainString());
    }

    /// Reported in the middle of the next month.
    private void spend(PlannedGroup group, YearMonth month, CostLine line, Money amount) {
        financeLine(group, month.plusMonths(1).atDay(15))
                .sends(
                        new RecordRunningCostSpend(
                                group.ods(),
                                FIRST_YEAR,
                                month,
                                line,
                                amount,
                                CostFund.RUNNING_COSTS),
                        month + "/" + line);
    }

    private void share(PlannedGroup one, PlannedGroup other) {
        DocRef structure = DocRef.titled("One accountable officer for two groups");
        Money support = SupportScript.cost(one);
        financeLine(one, STRUCTURED_ON)
                .sends(
                        new SetRunningCostBudget(
                                one.ods(),
                                FIRST_YEAR,
                                List.of(
                                        new BudgetLine(
                                                OWN_TEAM,
                                                envelope(one).minus(support).minus(OFFICER_COST),
                                                null),
                                        new BudgetLine(SUPPORT, support, null),
                                        new BudgetLine(
                                                SHARED_OFFICER,
                                                OFFICER_COST,
                                                List.of(
                                                        new CostShare(one.ods(), HALF),
                                                        new CostShare(other.ods(), HALF))))),
                        "with " + other.code());
        financeLine(one, STRUCTURED_ON)
                .sends(
                        new DemonstrateAffordability(
                                one.ods(), FIRST_YEAR, structure, envelope(one)),
                        "structure");
        script.by(one.code(), EnglandScript.accountableOfficer(one), STRUCTURED_ON)
                .under(ACT, "s.223J")
                .knownFrom(SYNTHETIC)
                .sends(
                        new ChangeStructure(
                                one.ods(),
                                FIRST_YEAR,
                                structure,
                                "The two groups share an accountable officer.",
                                List.of(other.ods())),
                        "structure");
    }

    private Script.Line financeLine(PlannedGroup group, LocalDate on) {
        return script.by(group.code(), EnglandScript.financeOfficer(group), on)
                .under(ACT, "s.223J")
                .knownFrom(SYNTHETIC);
    }
}
