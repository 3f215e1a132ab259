package org.ccgledger.query.statedfigures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.CriterionId;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.ExpressionId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.RoundName;
import org.ccgledger.events.Source;
import org.ccgledger.events.StatedFigureId;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.authorisation.AuthorisationOutcome;
import org.ccgledger.events.authorisation.Criterion;
import org.ccgledger.events.catalogue.CatalogueEvent.CriteriaCataloguePublished;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.conditions.ConditionEvent.ConditionDischarged;
import org.ccgledger.events.conditions.ConditionTerms;
import org.ccgledger.events.conditions.SupportLevel;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;
import org.ccgledger.events.directions.LegalPower;
import org.ccgledger.events.expressions.ExpressionEvent.ExpressionOfInterestSubmitted;
import org.ccgledger.events.membership.ContractType;
import org.ccgledger.events.membership.MembershipEvent.PracticeAdmitted;
import org.ccgledger.events.statedfigures.CountedFigure;
import org.ccgledger.events.statedfigures.FigureUnit;
import org.ccgledger.events.statedfigures.StatedFigureEvent.StatedFigureRecorded;
import org.ccgledger.query.RunningQuerySide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StatedFiguresTest {

    private static final LocalDate DECIDED = LocalDate.of(2013, 3, 14);
    private static final LocalDate EXPRESSED = LocalDate.of(2014, 6, 20);
    private static final LocalDate REVIEWED = LocalDate.of(2013, 7, 16);
    private static final LocalDate STATED = LocalDate.of(2013, 3, 15);
    private static final RunningQuerySide QUERIES = new RunningQuerySide();

    private static long known;

    /// Three groups: one without conditions, one with a condition, one with a condition and a
    /// direction. In July the condition of the second is discharged.
    @BeforeAll
    static void record() {
        criteria("draft-2012", 1, LocalDate.of(2012, 4, 1));
        criteria("final-2012", 3, LocalDate.of(2012, 10, 1));
        authorise("01A", 1, 0, 0);
        authorise("01B", 4, 1, 0);
        authorise("01C", 4, 1, 1);
        QUERIES.history()
                .append(
                        StreamName.membership(new PracticeCode("A00009")),
                        new PracticeAdmitted(
                                new PracticeCode("A00009"),
                                new CcgCode("01A"),
                                ContractType.GMS,
                                REVIEWED));
        figure("authorised", CountedFigure.AUTHORISED, null, "3", FigureUnit.CCGS, DECIDED);
        figure("authorised-4", CountedFigure.AUTHORISED, 4, "2", FigureUnit.CCGS, DECIDED);
        figure(
                "before",
                CountedFigure.AUTHORISED,
                null,
                "0",
                FigureUnit.CCGS,
                DECIDED.minusDays(1));
        figure("full", CountedFigure.FULLY_AUTHORISED, null, "43", FigureUnit.CCGS, DECIDED);
        figure("full-pc", CountedFigure.FULLY_AUTHORISED, null, "20", FigureUnit.PERCENT, DECIDED);
        CountedFigure share = CountedFigure.SHARE_OF_THOSE_WITH_CONDITIONS;
        figure("share-4", share, 4, "46", FigureUnit.PERCENT, DECIDED);
        figure("share-1", share, 1, "0", FigureUnit.PERCENT, DECIDED);
        figure("share-before", share, 4, "46", FigureUnit.PERCENT, DECIDED.minusDays(1));
        figure("conditions", CountedFigure.WITH_CONDITIONS, null, "2", FigureUnit.CCGS, DECIDED);
        figure("reviewed", CountedFigure.WITH_CONDITIONS, null, "1", FigureUnit.CCGS, REVIEWED);
        figure("directions", CountedFigure.WITH_DIRECTIONS, null, "1", FigureUnit.CCGS, DECIDED);
        figure("criteria", CountedFigure.CRITERIA, null, "3", FigureUnit.CRITERIA, DECIDED);
        figure(
                "draft",
                CountedFigure.CRITERIA,
                null,
                "1",
                FigureUnit.CRITERIA,
                LocalDate.of(2012, 9, 30));
        figure("practices", CountedFigure.PRACTICES, null, "8000", FigureUnit.PRACTICES, REVIEWED);
        express("eoi-1", List.of(CoCommissioningLevel.JOINT), "01A", "01B");
        express(
                "eoi-2",
                List.of(CoCommissioningLevel.DELEGATED, CoCommissioningLevel.JOINT),
                "01C");
        interest("interested", CountedFigure.INTERESTED_IN_CO_COMMISSIONING, "3");
        interest("joint", CountedFigure.INTERESTED_IN_JOINT_COMMISSIONING, "3");
        interest("delegated", CountedFigure.INTERESTED_IN_DELEGATION, "1");
        interest("involved", CountedFigure.INTERESTED_IN_GREATER_INVOLVEMENT, "19");
        known = figure("pcts", CountedFigure.NOT_COUNTED, null, "152", FigureUnit.PCTS, DECIDED);
        QUERIES.history()
                .append(
                        StreamName.conditions(new CcgCode("01B")),
                        new ConditionDischarged(
                                new CcgCode("01B"), new ConditionId("01B-C1"), null, 1, REVIEWED));
    }

    private static void express(String id, List<CoCommissioningLevel> levels, String... groups) {
        ExpressionId expression = new ExpressionId(id);
        List<CcgCode> ccgs = Stream.of(groups).map(CcgCode::new).toList();
        QUERIES.history()
                .append(
                        StreamName.expression(expression),
                        new ExpressionOfInterestSubmitted(
                                expression,
                                new RoundName("2015-16"),
                                ccgs.getFirst(),
                                ccgs,
                                levels,
                                "statement",
                                false,
                                EXPRESSED));
    }

    private static void interest(String id, CountedFigure counted, String value) {
        figure(id, counted, null, value, FigureUnit.CCGS, EXPRESSED);
    }

    private static void criteria(String edition, int count, LocalDate on) {
        QUERIES.history()
                .append(
                        StreamName.catalogue(new CatalogueVersion(edition)),
                        new CriteriaCataloguePublished(
                                new CatalogueVersion(edition),
                                IntStream.rangeClosed(1, count)
                                        .mapToObj(n ->
                                                new Criterion(
                                                        new CriterionId("1." + n),
                                                        1,
                                                        "text",
                                                        source()))
                                        .toList(),
                                on));
    }

    private static void authorise(String code, int wave, int conditions, int directions) {
        CcgCode ccg = new CcgCode(code);
        QUERIES.history()
                .append(
                        StreamName.application(ccg),
                        new CCGAuthorised(
                                ccg,
                                new OnsCode("E38000001"),
                                new AreaTeamCode("Q52"),
                                "NHS " + code + " Clinical Commissioning Group",
                                List.of(),
                                List.of(new PracticeCode("A000" + code.substring(0, 2))),
                                DocRef.titled("Constitution"),
                                wave,
                                AuthorisationOutcome.AUTHORISED,
                                conditions == 0
                                        ? List.of()
                                        : List.of(
                                                new ConditionTerms(
                                                        new ConditionId(code + "-C1"),
                                                        null,
                                                        true,
                                                        "text",
                                                        SupportLevel.I)),
                                directions == 0
                                        ? List.of()
                                        : List.of(
                                                new DirectionTerms(
                                                        new DirectionId(code + "-D1"),
                                                        LegalPower.REG8,
                                                        DirectionKind.NOT_TO_EXERCISE,
                                                        List.of(new FunctionCode("planning")),
                                                        Period.from(DECIDED),
                                                        DocRef.titled("Directions"))),
                                DECIDED));
    }

    private static long figure(
            String id,
            CountedFigure counted,
            @Nullable Integer wave,
            String value,
            FigureUnit unit,
            LocalDate asAt) {
        StatedFigureId figure = new StatedFigureId(id);
        return QUERIES.history()
                .append(
                        StreamName.statedFigure(figure),
                        new StatedFigureRecorded(
                                figure,
                                source(),
                                "what is stated of " + id,
                                counted,
                                wave,
                                new BigDecimal(value),
                                unit,
                                asAt,
                                STATED));
    }

    private static Source source() {
        return new Source(Source.Standing.STATED, "Press release", "https://example.org/1");
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    @Test
    void what_agrees_needs_no_explanation() {
        for (String id :
                List.of(
                        "authorised",
                        "authorised-4",
                        "before",
                        "conditions",
                        "reviewed",
                        "directions",
                        "criteria",
                        "draft",
                        "interested",
                        "joint",
                        "delegated")) {
            JsonNode figure = figure(id);
            assertThat(decimal(figure, "difference")).as(id).isZero();
            assertThat(figure.get("explanation").asString()).as(id).isEmpty();
        }
    }

    @Test
    void what_differs_says_by_how_much() {
        JsonNode figure = figure("full");

        assertThat(decimal(figure, "stated")).isEqualByComparingTo("43");
        assertThat(decimal(figure, "count")).isEqualByComparingTo("1");
        assertThat(decimal(figure, "difference")).isEqualByComparingTo("42");
        assertThat(figure.get("explanation").asString())
                .isEqualTo("The source states 42 more than the ledger counts for that day");
        assertThat(figure.get("citation").asString()).isEqualTo("Press release");
        assertThat(figure.get("asAt").asString()).isEqualTo("2013-03-14");
    }

    @Test
    void a_percentage_is_a_share_of_the_groups_authorised_by_then() {
        assertThat(decimal(figure("full-pc"), "count")).isEqualByComparingTo("33.3");
    }

    @Test
    void the_share_of_a_wave_is_of_all_groups_with_conditions() {
        assertThat(decimal(figure("share-4"), "count")).isEqualByComparingTo("100");
        assertThat(decimal(figure("share-1"), "count")).isEqualByComparingTo("0");
        assertThat(figure("share-before").get("explanation").asString())
                .isEqualTo("The ledger knows of no group to count on that day");
    }

    @Test
    void practices_are_counted_by_their_memberships() {
        assertThat(decimal(figure("practices"), "count")).isEqualByComparingTo("1");
    }

    @Test
    void what_the_ledger_does_not_hold_is_not_counted() {
        JsonNode figure = figure("pcts");

        assertThat(figure.path("count").isMissingNode() || figure.path("count").isNull()).isTrue();
        assertThat(figure.get("explanation").asString())
                .isEqualTo("The ledger holds nothing that could be counted for it");
    }

    @Test
    void interest_that_nobody_expressed_is_not_counted() {
        assertThat(figure("involved").get("explanation").asString())
                .isEqualTo("The ledger knows of no group to count on that day");
    }

    @Test
    void the_count_is_of_what_was_known() {
        JsonNode before =
                QUERIES.json("/v1/stated-figures?figure=reviewed&knownAt=" + known)
                        .get("items")
                        .get(0);

        assertThat(decimal(before, "count")).isEqualByComparingTo("2");
        assertThat(before.get("explanation").asString())
                .isEqualTo("The source states 1 fewer than the ledger counts for that day");
    }

    @Test
    void figures_are_found_by_whether_they_agree() {
        assertThat(QUERIES.json("/v1/stated-figures").get("items").size()).isEqualTo(19);
        assertThat(QUERIES.json("/v1/stated-figures?agrees=true").get("items").size())
                .isEqualTo(12);
        assertThat(QUERIES.json("/v1/stated-figures?agrees=false").get("items").size())
                .isEqualTo(4);
        assertThat(QUERIES.json("/v1/stated-figures?wave=4").get("items").size()).isEqualTo(3);
        assertThat(QUERIES.json("/v1/stated-figures?asOf=2013-03-14").get("items").size()).isZero();
    }

    private static BigDecimal decimal(JsonNode figure, String column) {
        return new BigDecimal(figure.get(column).asString());
    }

    private static JsonNode figure(String id) {
        JsonNode items = QUERIES.json("/v1/stated-figures?figure=" + id).get("items");
        assertThat(items.size()).isEqualTo(1);
        return items.get(0);
    }
}
