package org.ccgledger.command.decision;

import static org.ccgledger.command.successions.Merging.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.cocommissioning.CoCommissioningCommand.StartDelegation;
import org.ccgledger.command.cocommissioning.CoCommissioningDecider;
import org.ccgledger.command.conditions.ConditionCommand.RecordReviewOverdue;
import org.ccgledger.command.conditions.ConditionDecider;
import org.ccgledger.command.decision.CommonRefusal.CCGCeased;
import org.ccgledger.command.directions.DirectionCommand.AssignFunctionExercise;
import org.ccgledger.command.directions.DirectionCommand.ConsiderExerciser;
import org.ccgledger.command.directions.DirectionCommand.ConsultOnDirection;
import org.ccgledger.command.directions.DirectionCommand.DraftDirection;
import org.ccgledger.command.directions.DirectionCommand.IssueDirection;
import org.ccgledger.command.directions.DirectionCommand.RecordInformationRequirement;
import org.ccgledger.command.directions.DirectionCommand.RecordWillingness;
import org.ccgledger.command.directions.DirectionCommand.RevokeDirection;
import org.ccgledger.command.directions.DirectionCommand.VaryDirection;
import org.ccgledger.command.directions.DirectionDecider;
import org.ccgledger.command.expressions.ExpressionCommand.AssessReadiness;
import org.ccgledger.command.expressions.ExpressionCommand.TestConflictsCover;
import org.ccgledger.command.expressions.ExpressionDecider;
import org.ccgledger.command.officers.OfficerCommand.AppointAccountableOfficer;
import org.ccgledger.command.officers.OfficerDecider;
import org.ccgledger.command.performance.PerformanceCommand.AssessPerformance;
import org.ccgledger.command.performance.PerformanceCommand.PublishAssessment;
import org.ccgledger.command.performance.PerformanceDecider;
import org.ccgledger.command.registry.RegistryCommand.ApplyToVaryConstitution;
import org.ccgledger.command.registry.RegistryCommand.RecordPopulation;
import org.ccgledger.command.registry.RegistryDecider;
import org.ccgledger.command.support.SupportCommand.RecordBackstopSuccessionRisk;
import org.ccgledger.command.support.SupportDecider;
import org.ccgledger.command.tariffs.TariffCommand.AgreeTariffVariation;
import org.ccgledger.command.tariffs.TariffDecider;
import org.ccgledger.events.Actor;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CoCommissioningId;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.ExpressionId;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Money;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.Role;
import org.ccgledger.events.RoundName;
import org.ccgledger.events.ServiceLine;
import org.ccgledger.events.SupportId;
import org.ccgledger.events.TariffVariationId;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.authorisation.AuthorisationOutcome;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.DelegationAgreed;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.conditions.ConditionEvent.ConditionImposed;
import org.ccgledger.events.conditions.ConditionTerms;
import org.ccgledger.events.conditions.SupportLevel;
import org.ccgledger.events.directions.DirectionEvent.DirectionDrafted;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;
import org.ccgledger.events.directions.LegalPower;
import org.ccgledger.events.expressions.ConflictsCover;
import org.ccgledger.events.expressions.ExpressionEvent.ExpressionOfInterestSubmitted;
import org.ccgledger.events.expressions.Readiness;
import org.ccgledger.events.performance.AssessedDuty;
import org.ccgledger.events.performance.BoardView;
import org.ccgledger.events.performance.DutyFinding;
import org.ccgledger.events.performance.PerformanceEvent.AssessmentPublished;
import org.ccgledger.events.performance.PerformanceEvent.PerformanceAssessed;
import org.ccgledger.events.performance.PerformanceRating;
import org.ccgledger.events.registry.AppointmentRoute;
import org.ccgledger.events.registry.PopulationBasis;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVariationApplied;
import org.ccgledger.events.registry.RegistryEvent.PopulationRecorded;
import org.ccgledger.events.support.SupportEvent.CommissioningSupportChosen;
import org.ccgledger.events.support.SupportProviderKind;
import org.ccgledger.events.tariffs.TariffChangeKind;
import org.ccgledger.events.tariffs.TariffEvent.TariffVariationProposed;
import org.ccgledger.events.tariffs.TariffPurpose;
import org.junit.jupiter.api.Test;

/// What becomes of commands to a group that is no more.
class CessationTest {

    private static final LocalDate LATER = LocalDate.of(2015, 6, 1);
    private static final CCGCeased CEASED =
            new CCGCeased(NORTH_AND_EAST, MERGED_ON, Set.of(SUCCESSOR));
    private static final DirectionId D1 = new DirectionId("00G-D1");
    private static final DirectionId D2 = new DirectionId("00G-D2");
    private static final FunctionCode ACUTE = new FunctionCode("acute-commissioning");
    private static final CcgCode OTHER = new CcgCode("08Q");
    private static final Period UNLIMITED = Period.from(MERGED_ON.minusYears(2));
    private static final DocRef DOCUMENT = DocRef.titled("Direction");

    private static Specification lead(CcgCode ccg) {
        return Specification.of(RegistryDecider.DECIDER)
                .given(established(GATESHEAD), established(NORTH_AND_EAST), established(WEST))
                .given(merged())
                .by(Role.CCG_GOVERNANCE_LEAD, BodyRef.ccg(ccg))
                .on(LATER);
    }

    private static ApplyToVaryConstitution vary(CcgCode ccg) {
        return new ApplyToVaryConstitution(
                ccg, "More seats", DocRef.titled("Constitution"), DocRef.titled("Minutes"));
    }

    private static CCGAuthorised granted(DirectionTerms direction) {
        return new CCGAuthorised(
                NORTH_AND_EAST,
                new OnsCode("E38000006"),
                new AreaTeamCode("Q49"),
                "NHS Newcastle North and East Clinical Commissioning Group",
                List.of(new AreaCode("E38000006")),
                List.of(),
                DocRef.titled("Constitution"),
                1,
                AuthorisationOutcome.AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS,
                List.of(),
                List.of(direction),
                MERGED_ON.minusYears(2));
    }

    private static Specification directed(Role role, BodyRef body) {
        return Specification.of(DirectionDecider.DECIDER)
                .given(
                        granted(
                                new DirectionTerms(
                                        D1,
                                        LegalPower.REG8,
                                        DirectionKind.NOT_TO_EXERCISE,
                                        List.of(ACUTE),
                                        UNLIMITED,
                                        DOCUMENT)),
                        new DirectionDrafted(
                                NORTH_AND_EAST,
                                D2,
                                LegalPower.S14Z21,
                                DirectionKind.MANNER_OF_EXERCISE,
                                List.of(ACUTE),
                                UNLIMITED,
                                null,
                                MERGED_ON.minusMonths(1)))
                .given(merged())
                .by(role, body)
                .on(LATER);
    }

    private static RecordPopulation population() {
        return new RecordPopulation(NORTH_AND_EAST, PopulationBasis.LIST, 150_000, LATER);
    }

    @Test
    void a_group_that_has_ceased_decides_nothing_and_its_successor_is_named() {
        lead(NORTH_AND_EAST).when(vary(NORTH_AND_EAST)).thenRefused(CEASED);
    }

    @Test
    void nor_does_anybody_decide_on_it() {
        lead(NORTH_AND_EAST)
                .by(Role.BOARD_OFFICER, BodyRef.BOARD)
                .when(population())
                .thenRefused(CEASED);
    }

    @Test
    void nor_is_it_directed() {
        Specification committee = directed(Role.BOARD_AUTHORISATION, BodyRef.BOARD);
        committee
                .when(
                        new DraftDirection(
                                NORTH_AND_EAST,
                                LegalPower.S14Z21,
                                DirectionKind.MANNER_OF_EXERCISE,
                                List.of(new FunctionCode("planning")),
                                UNLIMITED,
                                null))
                .thenRefused(CEASED);
        committee.when(new IssueDirection(NORTH_AND_EAST, D2, DOCUMENT)).thenRefused(CEASED);
        committee
                .when(
                        new AssignFunctionExercise(
                                NORTH_AND_EAST, D1, ACUTE, BodyRef.ccg(OTHER), null))
                .thenRefused(CEASED);
        committee
                .when(
                        new VaryDirection(
                                NORTH_AND_EAST,
                                D1,
                                List.of(ACUTE),
                                new Period(UNLIMITED.from(), LATER.plusYears(1)),
                                null))
                .thenRefused(CEASED);
        committee.when(new RevokeDirection(NORTH_AND_EAST, D1, DOCUMENT)).thenRefused(CEASED);
        Specification officer = directed(Role.BOARD_OFFICER, BodyRef.BOARD);
        officer.when(new RecordInformationRequirement(NORTH_AND_EAST, List.of("Accounts"), LATER))
                .thenRefused(CEASED);
        officer.when(new ConsultOnDirection(NORTH_AND_EAST, D2, List.of(BodyRef.ccg(OTHER))))
                .thenRefused(CEASED);
        officer.when(new ConsiderExerciser(NORTH_AND_EAST, D1, ACUTE, OTHER, false, "Capacity"))
                .thenRefused(CEASED);
    }

    @Test
    void of_the_group_that_acts_and_of_the_other_both_are_asked_after() {
        directed(Role.CCG_ACCOUNTABLE_OFFICER, BodyRef.ccg(OTHER))
                .when(new RecordWillingness(NORTH_AND_EAST, D1, ACUTE, OTHER, true, "Staff"))
                .thenRefused(CEASED);
        directed(Role.CCG_ACCOUNTABLE_OFFICER, BodyRef.ccg(NORTH_AND_EAST))
                .when(new RecordWillingness(OTHER, D1, ACUTE, NORTH_AND_EAST, true, "Staff"))
                .thenRefused(CEASED);
    }

    @Test
    void nor_is_an_officer_appointed_to_it() {
        Specification.of(OfficerDecider.DECIDER)
                .given(established(NORTH_AND_EAST))
                .given(merged())
                .on(LATER)
                .when(
                        new AppointAccountableOfficer(
                                NORTH_AND_EAST,
                                new PersonId("6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11"),
                                null,
                                LATER,
                                AppointmentRoute.NOMINATION))
                .thenRefused(CEASED);
    }

    @Test
    void nor_is_it_judged_nor_agreed_with() {
        ExpressionId expression = new ExpressionId("00G-alone");
        Specification board =
                Specification.of(ExpressionDecider.DECIDER)
                        .given(
                                new ExpressionOfInterestSubmitted(
                                        expression,
                                        new RoundName("2015-16"),
                                        NORTH_AND_EAST,
                                        List.of(NORTH_AND_EAST),
                                        List.of(CoCommissioningLevel.JOINT),
                                        "We want to",
                                        false,
                                        MERGED_ON.minusMonths(9)))
                        .given(merged())
                        .on(LATER);
        board.when(
                        new AssessReadiness(
                                expression,
                                NORTH_AND_EAST,
                                CoCommissioningLevel.JOINT,
                                Readiness.READY_NOW,
                                LATER))
                .thenRefused(CEASED);
        board.when(
                        new TestConflictsCover(
                                expression, NORTH_AND_EAST, ConflictsCover.SATISFIED, "Covered"))
                .thenRefused(CEASED);

        TariffVariationId price = new TariffVariationId("00G-price");
        BodyRef provider = new BodyRef("PROVIDER/RTD");
        Specification.of(TariffDecider.DECIDER)
                .given(
                        new TariffVariationProposed(
                                price,
                                NORTH_AND_EAST,
                                provider,
                                "Physiotherapy",
                                TariffChangeKind.VARIATION,
                                "One price a patient",
                                TariffPurpose.INTEGRATION,
                                UNLIMITED,
                                MERGED_ON.minusMonths(2)))
                .given(merged())
                .by(Role.PROVIDER, provider)
                .on(LATER)
                .when(new AgreeTariffVariation(price, NORTH_AND_EAST, provider))
                .thenRefused(CEASED);
    }

    @Test
    void its_last_year_is_assessed_as_at_a_day_on_which_it_was_there_and_published_later() {
        FinancialYear lastYear = new FinancialYear("2014/15");
        LocalDate lastDay = MERGED_ON.minusDays(1);
        AssessPerformance assess =
                new AssessPerformance(
                        NORTH_AND_EAST,
                        lastYear,
                        List.of(new DutyFinding(AssessedDuty.FINANCE, "Within its means", null)),
                        List.of(
                                new BoardView(
                                        new BodyRef("LA/E08000021"),
                                        lastDay,
                                        DocRef.titled("View"))),
                        PerformanceRating.ASSURED);
        Specification board =
                Specification.of(PerformanceDecider.DECIDER)
                        .given(established(NORTH_AND_EAST))
                        .given(merged());
        board.on(LATER).when(assess).thenRefused(CEASED);
        board.on(lastDay).when(assess).thenAccepted(PerformanceAssessed.class);
        board.given(
                        new PerformanceAssessed(
                                NORTH_AND_EAST,
                                lastYear,
                                assess.findings(),
                                assess.hwbConsulted(),
                                assess.rating(),
                                null,
                                lastDay))
                .on(LATER)
                .when(new PublishAssessment(NORTH_AND_EAST, lastYear, DocRef.titled("Summary")))
                .thenAccepted(AssessmentPublished.class);
    }

    @Test
    void what_falls_due_for_it_afterwards_changes_nothing() {
        Specification overdue =
                Specification.of(ConditionDecider.DECIDER)
                        .given(
                                merged(),
                                new ConditionImposed(
                                        NORTH_AND_EAST,
                                        new ConditionTerms(
                                                new ConditionId("00G-C1"),
                                                null,
                                                true,
                                                "Balance the books",
                                                SupportLevel.II),
                                        MERGED_ON.minusMonths(2),
                                        MERGED_ON.minusMonths(4)))
                        .by(Role.SYSTEM, Actor.SYSTEM.body())
                        .on(MERGED_ON.plusDays(1));
        overdue.when(new RecordReviewOverdue(NORTH_AND_EAST)).thenUnchanged();
        Specification.of(CoCommissioningDecider.DECIDER)
                .given(
                        merged(),
                        new DelegationAgreed(
                                NORTH_AND_EAST,
                                new CoCommissioningId("00G-P1"),
                                List.of(new FunctionCode("enhanced-services")),
                                List.of(),
                                MERGED_ON,
                                MERGED_ON.minusMonths(1)))
                .by(Role.SYSTEM, Actor.SYSTEM.body())
                .on(MERGED_ON)
                .when(new StartDelegation(NORTH_AND_EAST))
                .thenUnchanged();
        SupportId support = new SupportId("00G-payroll");
        Specification.of(SupportDecider.DECIDER)
                .given(
                        merged(),
                        new CommissioningSupportChosen(
                                support,
                                NORTH_AND_EAST,
                                new ServiceLine("payroll"),
                                SupportProviderKind.CSU_BACKSTOP,
                                new BodyRef("CSU/0AK"),
                                new Period(UNLIMITED.from(), LATER.plusMonths(6)),
                                new Money("100"),
                                UNLIMITED.from()))
                .by(Role.SYSTEM, Actor.SYSTEM.body())
                .on(LATER)
                .when(new RecordBackstopSuccessionRisk(support, NORTH_AND_EAST))
                .thenUnchanged();
    }

    @Test
    void what_counts_from_a_day_before_is_still_recorded() {
        lead(NORTH_AND_EAST)
                .by(Role.BOARD_OFFICER, BodyRef.BOARD)
                .on(MERGED_ON.minusDays(1))
                .when(population())
                .thenAccepted(PopulationRecorded.class);
    }

    @Test
    void what_was_done_before_is_unchanged_by_being_asked_for_again() {
        lead(NORTH_AND_EAST)
                .given(
                        new PopulationRecorded(
                                NORTH_AND_EAST,
                                PopulationBasis.LIST,
                                150_000,
                                LATER,
                                MERGED_ON.minusDays(1)))
                .by(Role.BOARD_OFFICER, BodyRef.BOARD)
                .when(population())
                .thenUnchanged();
    }

    @Test
    void the_group_that_takes_its_place_decides_as_any_other() {
        lead(NEWCASTLE_GATESHEAD)
                .when(vary(NEWCASTLE_GATESHEAD))
                .thenAccepted(ConstitutionVariationApplied.class);
        lead(NEWCASTLE_GATESHEAD)
                .on(MERGED_ON.minusDays(1))
                .when(vary(new CcgCode("99Z")))
                .thenNotFound();
    }
}
