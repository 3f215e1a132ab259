package org.ccgledger.query.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.ccgledger.events.*;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.Money;
import org.ccgledger.events.approvals.*;
import org.ccgledger.events.approvals.ApprovalEvent.ApprovalRecorded;
import org.ccgledger.events.authorisation.*;
import org.ccgledger.events.authorisation.AuthorisationEvent.*;
import org.ccgledger.events.catalogue.CatalogueEvent.WaveOpened;
import org.ccgledger.events.commands.CommandEvent.*;
import org.ccgledger.events.conditions.*;
import org.ccgledger.events.conditions.ConditionEvent.*;
import org.ccgledger.events.directions.*;
import org.ccgledger.events.directions.DirectionEvent.*;
import org.ccgledger.events.registry.*;
import org.ccgledger.events.registry.RegistryEvent.*;
import org.ccgledger.events.runningcosts.RunningCostEvent.RunningCostEnvelopeBreached;
import org.ccgledger.events.statedfigures.*;
import org.ccgledger.events.statedfigures.StatedFigureEvent.StatedFigureRecorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {

    private static final CcgCode THURROCK = new CcgCode("07G");
    private static final CcgCode BASILDON = new CcgCode("99E");
    private static final LocalDate DECIDED = LocalDate.of(2013, 3, 14);
    private static final GroupNames GROUPS =
            GroupNames.of(
                    Map.of(
                                    THURROCK,
                                    "NHS Thurrock Clinical Commissioning Group",
                                    BASILDON,
                                    "NHS Basildon and Brentwood Clinical Commissioning" + " Group")
                            ::get);
    private static final FunctionCode ACUTE = new FunctionCode("acute-commissioning");
    private static final DirectionId DIRECTION = new DirectionId("07G-D1");
    private static final ConditionId CONDITION = new ConditionId("07G-C1");

    static Stream<EventType> types() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_kind_of_event_has_a_sentence(EventType type) {
        for (boolean optional : List.of(true, false)) {
            assertThat(sentence(Examples.of(type.carrier(), optional)))
                    .matches("On 14 March 2013 .+[^.]\\.")
                    .doesNotContain("null", "[", "  ")
                    .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-")
                    .doesNotContainPattern("[a-z]_|_[a-z]");
        }
    }

    @Test
    void an_authorisation_counts_its_conditions_and_directions() {
        assertThat(sentence(authorised(3, 1)))
                .isEqualTo(
                        "On 14 March 2013 the Board authorised NHS Thurrock Clinical Commissioning"
                                + " Group (07G) in wave 4 with 3 conditions and 1 direction.");
        assertThat(sentence(authorised(1, 0)))
                .isEqualTo(
                        "On 14 March 2013 the Board authorised NHS Thurrock Clinical Commissioning"
                                + " Group (07G) in wave 4 with 1 condition.");
        assertThat(sentence(authorised(0, 0)))
                .isEqualTo(
                        "On 14 March 2013 the Board authorised NHS Thurrock Clinical Commissioning"
                                + " Group (07G) in wave 4 without conditions.");
    }

    @Test
    void a_group_that_nobody_has_named_goes_by_its_code() {
        assertThat(sentence(new ApplicationWithdrawn(new CcgCode("02N"), DECIDED)))
                .isEqualTo(
                        "On 14 March 2013 the application for the group with code 02N was"
                                + " withdrawn.");
    }

    @Test
    void a_combination_lists_the_applications_that_end() {
        assertThat(
                        sentence(
                                new ApplicationsCombined(
                                        THURROCK,
                                        List.of(BASILDON, new CcgCode("02N")),
                                        List.of(),
                                        List.of(),
                                        DECIDED)))
                .isEqualTo(
                        "On 14 March 2013 the applications for NHS Basildon and Brentwood Clinical"
                                + " Commissioning Group (99E) and the group with code 02N were"
                                + " combined into that for NHS Thurrock Clinical Commissioning"
                                + " Group (07G).");
    }

    @Test
    void an_assessment_says_whether_the_criterion_is_met_and_names_no_assessor() {
        assertThat(
                        sentence(
                                new CriterionAssessed(
                                        THURROCK,
                                        new CriterionId("3.1.1A"),
                                        AssessmentResult.NOT_MET,
                                        AssessmentStage.SITE_VISIT,
                                        null,
                                        new PersonId("6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11"),
                                        LocalDate.of(2013, 1, 9))))
                .isEqualTo(
                        "On 9 January 2013 NHS Thurrock Clinical Commissioning Group (07G) was"
                                + " found not to meet criterion 3.1.1A at the site visit.");
    }

    @Test
    void a_wave_has_its_deadline_and_its_edition_of_the_criteria() {
        assertThat(
                        sentence(
                                new WaveOpened(
                                        4,
                                        LocalDate.of(2012, 11, 1),
                                        YearMonth.of(2013, 3),
                                        new CatalogueVersion("final-2012"),
                                        40,
                                        LocalDate.of(2012, 5, 23))))
                .isEqualTo(
                        "On 23 May 2012 the Board opened wave 4 against the edition final-2012 of"
                                + " the criteria, with applications due by 1 November 2012 and"
                                + " decisions planned for March 2013; 40 applications planned.");
    }

    @Test
    void a_review_says_what_became_of_the_conditions() {
        assertThat(
                        sentence(
                                new ConditionReviewDecided(
                                        THURROCK,
                                        1,
                                        List.of(
                                                outcome("07G-C1", ReviewAction.REMOVE),
                                                outcome("07G-C2", ReviewAction.REMOVE),
                                                outcome("07G-C3", ReviewAction.KEEP)),
                                        1,
                                        YearMonth.of(2013, 10),
                                        LocalDate.of(2013, 7, 16))))
                .isEqualTo(
                        "On 16 July 2013 the Board decided review 1 of the conditions of NHS"
                                + " Thurrock Clinical Commissioning Group (07G): 2 removed, 1 kept"
                                + " and 0 varied; 1 condition remains, to be reviewed again in"
                                + " October 2013.");
    }

    @Test
    void a_support_level_is_raised_or_lowered() {
        assertThat(
                        sentence(
                                new ConditionSupportLevelChanged(
                                        THURROCK,
                                        CONDITION,
                                        SupportLevel.IV,
                                        SupportLevel.II,
                                        2,
                                        LocalDate.of(2013, 10, 31))))
                .isEqualTo(
                        "On 31 October 2013 the support level of condition 07G-C1 of NHS Thurrock"
                                + " Clinical Commissioning Group (07G) was lowered from IV to II at"
                                + " review 2.");
    }

    @Test
    void a_direction_cites_its_power_and_what_it_takes() {
        assertThat(
                        sentence(
                                new DirectionIssued(
                                        THURROCK,
                                        new DirectionTerms(
                                                DIRECTION,
                                                LegalPower.REG8,
                                                DirectionKind.NOT_TO_EXERCISE,
                                                List.of(ACUTE),
                                                Period.from(LocalDate.of(2013, 4, 1)),
                                                DocRef.titled("Directions to Thurrock.")),
                                        null,
                                        DECIDED)))
                .isEqualTo(
                        "On 14 March 2013 the Board issued direction 07G-D1 to NHS Thurrock"
                                + " Clinical Commissioning Group (07G) under SI 2012/1631 reg 8 not"
                                + " to exercise acute commissioning, from 1 April 2013, by"
                                + " “Directions to Thurrock”.");
    }

    @Test
    void an_assigned_function_has_its_exerciser() {
        assertThat(
                        sentence(
                                new FunctionExerciseAssigned(
                                        THURROCK,
                                        DIRECTION,
                                        ACUTE,
                                        BodyRef.ccg(BASILDON),
                                        LocalDate.of(2014, 3, 31),
                                        LocalDate.of(2013, 4, 1))))
                .isEqualTo(
                        "On 1 April 2013 the exercise of acute commissioning for NHS Thurrock"
                                + " Clinical Commissioning Group (07G) was assigned to NHS Basildon"
                                + " and Brentwood Clinical Commissioning Group (99E) under"
                                + " direction 07G-D1, until 31 March 2014.");
    }

    @Test
    void an_appointment_says_nothing_of_the_person() {
        PersonId person = new PersonId("6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11");

        assertThat(
                        sentence(
                                new AccountableOfficerAppointed(
                                        THURROCK,
                                        person,
                                        new PersonalText(person, "A name"),
                                        LocalDate.of(2013, 4, 1),
                                        AppointmentRoute.NOMINATION,
                                        DECIDED)))
                .isEqualTo(
                        "On 14 March 2013 an accountable officer of NHS Thurrock Clinical"
                                + " Commissioning Group (07G) was appointed on the group's"
                                + " nomination, from 1 April 2013.");
    }

    @Test
    void an_approval_names_the_step_and_who_agreed() {
        assertThat(
                        sentence(
                                new ApprovalRecorded(
                                        new ApprovalId("board-07G-join"),
                                        BodyRef.BOARD,
                                        new ApprovalSubject(
                                                ApprovedStep.JOIN_APPLICATION,
                                                THURROCK,
                                                new PracticeCode("F81010")),
                                        DocRef.titled("Letter of 2 May"),
                                        LocalDate.of(2012, 5, 2))))
                .isEqualTo(
                        "On 2 May 2012 the Board agreed to practice F81010 joining the application"
                                + " for NHS Thurrock Clinical Commissioning Group (07G), in “Letter"
                                + " of 2 May”.");
    }

    @Test
    void a_population_has_its_basis() {
        assertThat(
                        sentence(
                                new PopulationRecorded(
                                        THURROCK,
                                        PopulationBasis.LIST,
                                        163_270,
                                        LocalDate.of(2012, 4, 1),
                                        LocalDate.of(2012, 6, 1))))
                .isEqualTo(
                        "On 1 June 2012 the population of NHS Thurrock Clinical Commissioning Group"
                                + " (07G) was recorded as 163,270 people as at 1 April 2012,"
                                + " counted from practices' lists.");
    }

    @Test
    void a_stated_figure_names_its_source() {
        assertThat(
                        sentence(
                                new StatedFigureRecorded(
                                        new StatedFigureId("s4-directions"),
                                        new Source(
                                                Source.Standing.STATED,
                                                "Press release of 14 March 2013",
                                                null),
                                        "groups with legal directions",
                                        CountedFigure.WITH_DIRECTIONS,
                                        null,
                                        new BigDecimal("15"),
                                        FigureUnit.CCGS,
                                        DECIDED,
                                        LocalDate.of(2013, 3, 15))))
                .isEqualTo(
                        "On 15 March 2013 it was recorded that the source “Press release of 14"
                                + " March 2013” states 15 groups for “groups with legal directions”"
                                + " as at 14 March 2013.");
    }

    @Test
    void a_breached_envelope_says_by_how_much() {
        assertThat(
                        sentence(
                                new RunningCostEnvelopeBreached(
                                        THURROCK,
                                        new FinancialYear("2013/14"),
                                        new Money("2400000.50"),
                                        new Money("2318175"),
                                        new Money("81825.50"),
                                        DECIDED)))
                .isEqualTo(
                        "On 14 March 2013 NHS Thurrock Clinical Commissioning Group (07G) had spent"
                                + " £2,400,000.50 on running itself, £81,825.50 more than its"
                                + " envelope of £2,318,175 for 2013/14.");
    }

    @Test
    void a_refusal_names_the_command_and_the_rule() {
        assertThat(
                        sentence(
                                new CommandRefused(
                                        UUID.randomUUID(),
                                        "application:07G",
                                        "ALREADY_DECIDED",
                                        "A12",
                                        409,
                                        "A group is authorised once",
                                        "It was decided on 14 March 2013.",
                                        List.of(),
                                        DECIDED)))
                .isEqualTo(
                        "On 14 March 2013 the command AuthoriseCCG on the application for NHS"
                                + " Thurrock Clinical Commissioning Group (07G) was refused,"
                                + " because “A group is authorised once” (ALREADY_DECIDED, rule"
                                + " A12).");
    }

    private static ReviewOutcome outcome(String condition, ReviewAction action) {
        return new ReviewOutcome(new ConditionId(condition), action, null, null, null);
    }

    private static CCGAuthorised authorised(int conditions, int directions) {
        return new CCGAuthorised(
                THURROCK,
                new OnsCode("E38000185"),
                new AreaTeamCode("Q57"),
                "NHS Thurrock Clinical Commissioning Group",
                List.of(),
                List.of(),
                DocRef.titled("Constitution"),
                4,
                AuthorisationOutcome.AUTHORISED,
                Collections.nCopies(
                        conditions,
                        new ConditionTerms(CONDITION, null, true, "text", SupportLevel.I)),
                Collections.nCopies(
                        directions,
                        new DirectionTerms(
                                DIRECTION,
                                LegalPower.REG8,
                                DirectionKind.NOT_TO_EXERCISE,
                                List.of(ACUTE),
                                Period.from(DECIDED),
                                DocRef.titled("Directions"))),
                DECIDED);
    }

    private static String sentence(CcgEvent event) {
        return Sentences.of(
                event,
                new EventMetadata(
                        "AuthoriseCCG",
                        true,
                        Actor.SYSTEM,
                        null,
                        null,
                        List.of(),
                        null,
                        "correlation",
                        null,
                        "rules"),
                GROUPS);
    }
}
