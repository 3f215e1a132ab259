package org.ccgledger.command.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.established;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.performance.PerformanceCommand.*;
import org.ccgledger.command.performance.PerformanceRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.Money;
import org.ccgledger.events.funds.FundEvent.AllocationAdjusted;
import org.ccgledger.events.funds.FundEvent.FundsAllotted;
import org.ccgledger.events.performance.AssessedDuty;
import org.ccgledger.events.performance.BoardView;
import org.ccgledger.events.performance.DutyFinding;
import org.ccgledger.events.performance.Outcome;
import org.ccgledger.events.performance.PerformanceEvent.*;
import org.ccgledger.events.performance.PerformanceRating;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PerformanceTest {

    private static final FinancialYear FY = new FinancialYear("2013/14");
    private static final LocalDate ON = LocalDate.of(2014, 6, 30);
    private static final DocRef SUMMARY = DocRef.titled("Summary");

    private static Specification thurrock() {
        return Specification.of(PerformanceDecider.DECIDER).given(established(THURROCK)).on(ON);
    }

    private static BoardView view(LocalDate on) {
        return new BoardView(new BodyRef("LA/E06000034"), on, DocRef.titled("View"));
    }

    private static List<DutyFinding> findings(FinancialYear measuredFor) {
        return List.of(
                new DutyFinding(AssessedDuty.FINANCE, "Within its means", null),
                new DutyFinding(
                        AssessedDuty.QUALITY,
                        "Better than was aimed at",
                        new Outcome(
                                "Seen within 18 weeks",
                                measuredFor,
                                new BigDecimal("90"),
                                new BigDecimal("92"))));
    }

    private static AssessPerformance assess(FinancialYear measuredFor, BoardView... views) {
        return new AssessPerformance(
                THURROCK, FY, findings(measuredFor), List.of(views), PerformanceRating.ASSURED);
    }

    private static PerformanceAssessed assessed(@Nullable Money resources) {
        return new PerformanceAssessed(
                THURROCK,
                FY,
                findings(FY),
                List.of(view(ON)),
                PerformanceRating.ASSURED,
                resources,
                ON);
    }

    @Test
    void a_group_is_assessed_after_its_board_was_consulted() {
        thurrock().when(assess(FY, view(ON))).thenAccepted(assessed(null));
        HwbNotConsulted refusal = new HwbNotConsulted(FY);
        thurrock().when(assess(FY)).thenRefused(refusal);
        thurrock().when(assess(FY, view(ON.plusDays(1)))).thenRefused(refusal);
        Specification.of(PerformanceDecider.DECIDER)
                .on(ON)
                .when(assess(FY, view(ON)))
                .thenNotFound();
    }

    @Test
    void outcomes_are_measured_against_the_resources_of_their_own_year() {
        FundsAllotted allotted =
                new FundsAllotted(THURROCK, FY, new Money("100"), LocalDate.of(2013, 1, 1));
        AllocationAdjusted adjusted =
                new AllocationAdjusted(
                        THURROCK, FY, new Money("20"), new Money("120"), LocalDate.of(2013, 5, 1));
        AllocationAdjusted later =
                new AllocationAdjusted(
                        THURROCK, FY, new Money("20"), new Money("140"), ON.plusDays(1));
        FinancialYear next = new FinancialYear("2014/15");
        thurrock()
                .given(allotted, adjusted, later)
                .given(new FundsAllotted(THURROCK, next, new Money("7"), ON))
                .when(assess(FY, view(ON)))
                .thenAccepted(assessed(new Money("120")));
        thurrock()
                .given(allotted)
                .when(assess(next, view(ON)))
                .thenRefused(new OutcomeOfAnotherYear("Seen within 18 weeks", next, FY));
    }

    @Test
    void a_year_is_assessed_from_its_first_day_on() {
        LocalDate first = LocalDate.of(2013, 4, 1);
        thurrock().on(first).when(assess(FY, view(first))).thenAccepted(PerformanceAssessed.class);
        LocalDate before = first.minusDays(1);
        thurrock()
                .on(before)
                .when(assess(FY, view(before)))
                .thenRefused(new InvalidPeriod(before, FY));
    }

    @Test
    void a_year_is_assessed_once_and_published_once() {
        AssessmentPublished published = new AssessmentPublished(THURROCK, FY, SUMMARY, ON);
        PublishAssessment publish = new PublishAssessment(THURROCK, FY, SUMMARY);
        thurrock().when(publish).thenNotFound();
        thurrock().given(assessed(null)).when(publish).thenAccepted(published);
        thurrock().given(assessed(null), published).when(publish).thenUnchanged();
        AlreadyDecided refusal = new AlreadyDecided(ON);
        thurrock()
                .given(assessed(null), published)
                .when(new PublishAssessment(THURROCK, FY, DocRef.titled("Another")))
                .thenRefused(refusal);
        thurrock().given(assessed(null)).when(assess(FY, view(ON))).thenRefused(refusal);
        thurrock().given(assessed(null), published).when(assess(FY, view(ON))).thenRefused(refusal);
    }

    @Test
    void an_assessment_has_findings_and_asks_boards_of_local_authorities() {
        assertThat(assess(FY, view(ON)).fieldErrors()).isEmpty();
        assertThat(
                        new AssessPerformance(
                                        THURROCK,
                                        FY,
                                        List.of(),
                                        List.of(
                                                new BoardView(
                                                        BodyRef.BOARD, ON, DocRef.titled("View"))),
                                        PerformanceRating.ASSURED)
                                .fieldErrors())
                .hasSize(2);
    }
}
