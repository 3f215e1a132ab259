package org.ccgledger.standalone.england;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.funds.FundCommand.AllotFunds;
import org.ccgledger.command.funds.FundCommand.CommitFunds;
import org.ccgledger.command.performance.PerformanceCommand.AssessPerformance;
import org.ccgledger.command.performance.PerformanceCommand.PublishAssessment;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CommitmentId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.Money;
import org.ccgledger.events.performance.AssessedDuty;
import org.ccgledger.events.performance.BoardView;
import org.ccgledger.events.performance.DutyFinding;
import org.ccgledger.events.performance.Outcome;
import org.ccgledger.events.performance.PerformanceRating;

/// What groups were given for health care in their first year, and how some answered for it, as
/// commands.
///
/// Known is the sum for all of them, £65bn; it is divided by the patients on their lists, in whole
/// pounds, and the last group has what is left. What the groups committed whose resources are told,
/// and how they were assessed, is synthetic.
final class FundScript {

    private static final FinancialYear YEAR = RunningCostScript.FIRST_YEAR;
    private static final BigInteger ALL = BigInteger.valueOf(65_000_000_000L);
    private static final LocalDate ALLOTTED_ON = LocalDate.of(2013, 4, 1);
    private static final LocalDate COMMITTED_ON = LocalDate.of(2013, 4, 15);
    private static final LocalDate CONSULTED_ON = LocalDate.of(2014, 5, 15);
    private static final LocalDate ASSESSED_ON = LocalDate.of(2014, 6, 30);
    private static final LocalDate PUBLISHED_ON = LocalDate.of(2014, 7, 31);
    private static final BigDecimal SHARE_COMMITTED = new BigDecimal("0.9");
    private static final BigDecimal TARGET = new BigDecimal("95");
    private static final String ACT = "NHS Act 2006";
    private static final Provenance DIVIDED =
            Provenance.assumed("£65bn, divided by the patients on practices' lists");
    private static final Provenance SYNTHETIC =
            Provenance.synthetic("what a group committed and how it was assessed is not known");

    private final EnglandPlan plan;
    private final Script script;

    FundScript(EnglandPlan plan, Script script) {
        this.plan = plan;
        this.script = script;
    }

    void write() {
        List<PlannedGroup> groups = plan.groups();
        BigInteger patients =
                BigInteger.valueOf(
                        groups.stream().mapToLong(group -> group.ccg().patients()).sum());
        List<PlannedGroup> told = plan.told();
        BigInteger left = ALL;
        for (PlannedGroup group : groups) {
            BigInteger share =
                    ALL.multiply(BigInteger.valueOf(group.ccg().patients())).divide(patients);
            BigInteger given = group.equals(groups.getLast()) ? left : share;
            left = left.subtract(given);
            allot(group, given);
            if (told.contains(group)) {
                answer(group, given);
            }
        }
    }

    private void allot(PlannedGroup group, BigInteger pounds) {
        script.by(group.code(), EnglandScript.OFFICER, ALLOTTED_ON)
                .under(ACT, "s.223G")
                .knownFrom(DIVIDED)
                .sends(
                        new AllotFunds(group.ods(), YEAR, new Money(pounds.toString())),
                        YEAR.value());
    }

    private void answer(PlannedGroup group, BigInteger pounds) {
        Money committed =
                new Money(new BigDecimal(pounds).multiply(SHARE_COMMITTED).toPlainString())
                        .inWholePounds();
        script.by(group.code(), EnglandScript.accountableOfficer(group), COMMITTED_ON)
                .under(ACT, "s.3")
                .knownFrom(SYNTHETIC)
                .sends(
                        new CommitFunds(
                                group.ods(),
                                YEAR,
                                new CommitmentId(group.code() + "-services-2013"),
                                "Services for patients in 2013/14",
                                committed),
                        YEAR.value());
        script.by(group.code(), EnglandScript.OFFICER, ASSESSED_ON)
                .under(ACT, "s.14Z16")
                .knownFrom(SYNTHETIC)
                .sends(
                        new AssessPerformance(
                                group.ods(),
                                YEAR,
                                List.of(
                                        new DutyFinding(
                                                AssessedDuty.FINANCE,
                                                "The group committed no more than it was given.",
                                                null),
                                        new DutyFinding(
                                                AssessedDuty.QUALITY,
                                                "Synthetic: waiting times were near their target.",
                                                new Outcome(
                                                        "Per cent seen within 18 weeks",
                                                        YEAR,
                                                        TARGET,
                                                        new BigDecimal("94.2")))),
                                List.of(
                                        new BoardView(
                                                new BodyRef("LA/SYN-" + group.code()),
                                                CONSULTED_ON,
                                                DocRef.titled(
                                                        "View of the health and wellbeing board"))),
                                PerformanceRating.ASSURED_WITH_SUPPORT),
                        YEAR.value());
        script.by(group.code(), EnglandScript.OFFICER, PUBLISHED_ON)
                .under(ACT, "s.14Z16(5)")
                .knownFrom(SYNTHETIC)
                .sends(
                        new PublishAssessment(
                                group.ods(), YEAR, DocRef.titled("Summary of the assessment")),
                        YEAR.value());
    }
}
