package org.ccgledger.command.authorisation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CriterionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Source;
import org.ccgledger.events.authorisation.AssessmentResult;
import org.ccgledger.events.authorisation.AssessmentStage;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationSubmitted;
import org.ccgledger.events.authorisation.AuthorisationEvent.AssessmentModerated;
import org.ccgledger.events.authorisation.AuthorisationEvent.AssignedToWave;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGProposed;
import org.ccgledger.events.authorisation.AuthorisationEvent.ConditionsRecommended;
import org.ccgledger.events.authorisation.AuthorisationEvent.CriterionAssessed;
import org.ccgledger.events.authorisation.AuthorisationOutcome;
import org.ccgledger.events.authorisation.Criterion;
import org.ccgledger.events.authorisation.RecommendedCondition;
import org.ccgledger.events.catalogue.CatalogueEvent.CriteriaCataloguePublished;
import org.ccgledger.events.catalogue.CatalogueEvent.WaveOpened;
import org.ccgledger.events.conditions.ConditionTerms;
import org.ccgledger.events.conditions.SupportLevel;
import org.ccgledger.events.directions.DirectionTerms;

/// The stages of one application, for tests: Thurrock in wave 4, with a catalogue of two criteria.
public final class Applications {

    public static final CcgCode THURROCK = new CcgCode("07G");
    public static final PracticeCode FIRST = new PracticeCode("Z00001");
    public static final PracticeCode SECOND = new PracticeCode("Z00002");
    public static final PersonId OFFICER = new PersonId("6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11");
    public static final CriterionId PLAN = new CriterionId("SYN-3.01");
    public static final CriterionId BOARD = new CriterionId("SYN-4.01");
    public static final CatalogueVersion CATALOGUE = new CatalogueVersion("two-criteria");
    public static final LocalDate PROPOSED_ON = LocalDate.of(2012, 6, 1);
    public static final LocalDate DEADLINE = LocalDate.of(2012, 11, 1);
    public static final LocalDate SUBMITTED_ON = LocalDate.of(2012, 10, 30);
    public static final LocalDate ASSESSED_ON = LocalDate.of(2013, 1, 10);
    public static final LocalDate MODERATED_ON = LocalDate.of(2013, 2, 1);
    public static final LocalDate RECOMMENDED_ON = LocalDate.of(2013, 2, 20);
    public static final LocalDate DECIDED_ON = LocalDate.of(2013, 3, 14);
    public static final String NAME = "NHS Thurrock Clinical Commissioning Group";

    private Applications() {}

    public static List<CcgEvent> wave(int number, LocalDate deadline) {
        Source source = new Source(Source.Standing.SYNTHETIC, "Made for a test", null);
        return List.of(
                new CriteriaCataloguePublished(
                        CATALOGUE,
                        List.of(
                                new Criterion(PLAN, 3, "A plan", source),
                                new Criterion(BOARD, 4, "A board", source)),
                        LocalDate.of(2012, 5, 1)),
                new WaveOpened(
                        number,
                        deadline,
                        YearMonth.of(2013, 3),
                        CATALOGUE,
                        null,
                        LocalDate.of(2012, 5, 1)));
    }

    public static List<CcgEvent> proposed() {
        return with(
                wave(4, DEADLINE),
                new CCGProposed(
                        THURROCK,
                        new OnsCode("E38000185"),
                        new AreaTeamCode("Q57"),
                        NAME,
                        List.of(new AreaCode("E38000185")),
                        List.of(FIRST, SECOND),
                        DocRef.titled("Constitution"),
                        OFFICER,
                        PROPOSED_ON));
    }

    public static List<CcgEvent> inWave() {
        return with(proposed(), new AssignedToWave(THURROCK, 4, CATALOGUE, PROPOSED_ON));
    }

    public static List<CcgEvent> submitted() {
        return with(
                inWave(),
                new ApplicationSubmitted(
                        THURROCK,
                        4,
                        List.of(DocRef.titled("Plan")),
                        DocRef.titled("Certificate"),
                        SUBMITTED_ON));
    }

    public static CriterionAssessed assessed(CriterionId criterion, AssessmentResult result) {
        return new CriterionAssessed(
                THURROCK, criterion, result, AssessmentStage.DESK_TOP, null, OFFICER, ASSESSED_ON);
    }

    /// Both criteria judged and moderated.
    public static List<CcgEvent> moderated(AssessmentResult plan, AssessmentResult board) {
        List<CriterionId> unmet = new ArrayList<>();
        if (plan == AssessmentResult.NOT_MET) {
            unmet.add(PLAN);
        }
        if (board == AssessmentResult.NOT_MET) {
            unmet.add(BOARD);
        }
        return with(
                submitted(),
                assessed(PLAN, plan),
                assessed(BOARD, board),
                new AssessmentModerated(THURROCK, List.of(), "Conditions", unmet, MODERATED_ON));
    }

    public static RecommendedCondition condition(CriterionId criterion, SupportLevel level) {
        return new RecommendedCondition(criterion, false, "Meet it", level);
    }

    /// The plan is not met; a condition for it was shared with the group.
    public static List<CcgEvent> recommended() {
        return with(
                moderated(AssessmentResult.NOT_MET, AssessmentResult.MET),
                new ConditionsRecommended(
                        THURROCK,
                        List.of(condition(PLAN, SupportLevel.II)),
                        OFFICER,
                        RECOMMENDED_ON.plusDays(14),
                        RECOMMENDED_ON));
    }

    public static CCGAuthorised authorised(
            AuthorisationOutcome outcome,
            List<ConditionTerms> conditions,
            List<DirectionTerms> directions) {
        return new CCGAuthorised(
                THURROCK,
                new OnsCode("E38000185"),
                new AreaTeamCode("Q57"),
                NAME,
                List.of(new AreaCode("E38000185")),
                List.of(FIRST, SECOND),
                DocRef.titled("Constitution"),
                4,
                outcome,
                conditions,
                directions,
                DECIDED_ON);
    }

    public static List<CcgEvent> with(List<CcgEvent> events, CcgEvent... more) {
        List<CcgEvent> all = new ArrayList<>(events);
        all.addAll(List.of(more));
        return all;
    }
}
