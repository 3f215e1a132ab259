package org.ccgledger.query.statedfigures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CoCommissioningId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.ExpressionId;
import org.ccgledger.events.RoundName;
import org.ccgledger.events.Source;
import org.ccgledger.events.StatedFigureId;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.VariationId;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.*;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.expressions.ExpressionEvent.*;
import org.ccgledger.events.expressions.Readiness;
import org.ccgledger.events.statedfigures.CountedFigure;
import org.ccgledger.events.statedfigures.FigureUnit;
import org.ccgledger.events.statedfigures.StatedFigureEvent.StatedFigureRecorded;
import org.ccgledger.query.RunningQuerySide;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Three groups are interested in delegation and apply, one of them to commission jointly. One is
/// approved, one on a condition that is met in March; one goes live.
class StatedUptakeTest {

    private static final LocalDate EXPRESSED = LocalDate.of(2014, 6, 20);
    private static final LocalDate ASSESSED = LocalDate.of(2014, 7, 8);
    private static final LocalDate APPLIED = LocalDate.of(2015, 1, 9);
    private static final LocalDate APPROVED = LocalDate.of(2015, 2, 18);
    private static final LocalDate MET = LocalDate.of(2015, 3, 20);
    private static final LocalDate LIVE = LocalDate.of(2015, 4, 1);
    private static final RoundName ROUND = new RoundName("2015-16");
    private static final CcgCode ONE = new CcgCode("01A");
    private static final CcgCode TWO = new CcgCode("01B");
    private static final CcgCode THREE = new CcgCode("01C");
    private static final RunningQuerySide QUERIES = new RunningQuerySide();

    @BeforeAll
    static void record() {
        express(ONE, Readiness.READY_NOW);
        express(TWO, Readiness.READY_SOON);
        express(THREE, Readiness.READY_SOON);
        apply(ONE, CoCommissioningLevel.DELEGATED);
        apply(TWO, CoCommissioningLevel.DELEGATED);
        apply(THREE, CoCommissioningLevel.JOINT);
        coCommissioning(
                new CoCommissioningApproved(
                        ONE, application(ONE), CoCommissioningLevel.DELEGATED, APPROVED));
        coCommissioning(
                new CoCommissioningConditionallyApproved(
                        TWO,
                        application(TWO),
                        CoCommissioningLevel.DELEGATED,
                        List.of("Change the governance"),
                        APPROVED));
        coCommissioning(new ApprovalConditionMet(TWO, application(TWO), 1, 0, MET));
        coCommissioning(new DelegationWentLive(ONE, List.of(), List.of(), LIVE));
    }

    private static void express(CcgCode ccg, Readiness readiness) {
        ExpressionId expression = new ExpressionId("eoi-" + ccg);
        QUERIES.history()
                .append(
                        StreamName.expression(expression),
                        new ExpressionOfInterestSubmitted(
                                expression,
                                ROUND,
                                ccg,
                                List.of(ccg),
                                List.of(CoCommissioningLevel.DELEGATED),
                                "statement",
                                false,
                                EXPRESSED));
        QUERIES.history()
                .append(
                        StreamName.expression(expression),
                        new ReadinessAssessed(
                                expression,
                                ccg,
                                CoCommissioningLevel.DELEGATED,
                                readiness,
                                ASSESSED,
                                ASSESSED));
    }

    private static void apply(CcgCode ccg, CoCommissioningLevel level) {
        coCommissioning(
                new CoCommissioningApplied(
                        ccg,
                        application(ccg),
                        ROUND,
                        level,
                        new VariationId(ccg + "-V1"),
                        DocRef.titled("Policy"),
                        DocRef.titled("Plan"),
                        APPLIED));
    }

    private static void coCommissioning(CoCommissioningEvent event) {
        CcgCode ccg =
                switch (event) {
                    case CoCommissioningApplied e -> e.ccg();
                    case CoCommissioningApproved e -> e.ccg();
                    case DelegationWentLive e -> e.ccg();
                    default -> TWO;
                };
        QUERIES.history().append(StreamName.coCommissioning(ccg), event);
    }

    private static CoCommissioningId application(CcgCode ccg) {
        return new CoCommissioningId(ccg + "-P1");
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    /// A count of none is one that the ledger does not know.
    @ParameterizedTest
    @CsvSource({
        "READY_NOW_FOR_DELEGATION, 2014-07-07, ",
        "READY_NOW_FOR_DELEGATION, 2014-07-08, 1",
        "READY_SOON_FOR_DELEGATION, 2014-07-08, 2",
        "APPLIED_FOR_DELEGATION, 2015-01-08, ",
        "APPLIED_FOR_DELEGATION, 2015-01-09, 2",
        "APPLIED_FOR_JOINT_COMMISSIONING, 2015-01-09, 1",
        "APPROVED_FOR_DELEGATION, 2015-02-17, ",
        "APPROVED_FOR_DELEGATION, 2015-02-18, 1",
        "APPROVED_FOR_DELEGATION, 2015-03-20, 2",
        "LIVE_DELEGATION, 2015-03-31, ",
        "LIVE_DELEGATION, 2015-04-01, 1"
    })
    void groups_are_counted_as_they_stood_on_the_day(
            CountedFigure counted, LocalDate asAt, Integer count) {
        StatedFigureId figure =
                new StatedFigureId(("uptake-" + counted + asAt).toLowerCase(Locale.ROOT));
        QUERIES.history()
                .append(
                        StreamName.statedFigure(figure),
                        new StatedFigureRecorded(
                                figure,
                                new Source(Source.Standing.STATED, "A page", null),
                                "groups",
                                counted,
                                null,
                                BigDecimal.TEN,
                                FigureUnit.CCGS,
                                asAt,
                                asAt));

        JsonNode items = QUERIES.json("/v1/stated-figures?figure=" + figure).get("items");
        assertThat(items.size()).isEqualTo(1);
        assertThat(items.get(0).path("count").asString(""))
                .isEqualTo(count == null ? "" : count.toString());
    }
}
