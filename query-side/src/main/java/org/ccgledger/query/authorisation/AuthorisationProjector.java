package org.ccgledger.query.authorisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.authorisation.AuthorisationEvent;
import org.ccgledger.events.authorisation.AuthorisationEvent.*;
import org.ccgledger.events.catalogue.CatalogueEvent.WaveOpened;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// The waves of applications and what was decided in them.
@Component
final class AuthorisationProjector implements Projector {

    static final String NAME = "authorisation";

    private static final Timeline WAVE =
            new Timeline(
                    "wave",
                    List.of("number"),
                    List.of(
                            "submission_deadline",
                            "planned_decision_month",
                            "catalogue",
                            "planned_applications"));
    private static final Timeline ASSIGNMENT =
            new Timeline("application_wave", List.of("ccg"), List.of("wave", "catalogue"));
    private static final Timeline SUBMISSION =
            new Timeline("application_submission", List.of("ccg", "wave"), List.of("submitted_on"));
    private static final Timeline DEFERRAL =
            new Timeline("application_deferral", List.of("ccg", "from_wave"), List.of("to_wave"));
    private static final Timeline AUTHORISATION =
            new Timeline("authorisation", List.of("ccg"), List.of("wave", "outcome"));

    private final QueryDatabase database;

    AuthorisationProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(
                WaveOpened.class,
                AssignedToWave.class,
                ApplicationSubmitted.class,
                ApplicationDeferred.class,
                CCGAuthorised.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        if (event instanceof AuthorisationEvent authorisation) {
            on(authorisation, at);
        } else if (event instanceof WaveOpened e) {
            WAVE.from(
                    e.effectiveOn(),
                    at,
                    database,
                    e.number(),
                    e.submissionDeadline(),
                    e.plannedDecisionMonth(),
                    e.catalogue(),
                    e.plannedApplications());
        }
    }

    private void on(AuthorisationEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch (event) {
            case AssignedToWave e ->
                    ASSIGNMENT.from(day, at, database, e.ccg(), e.wave(), e.catalogue());
            case ApplicationSubmitted e ->
                    SUBMISSION.from(day, at, database, e.ccg(), e.wave(), day);
            case ApplicationDeferred e -> {
                ASSIGNMENT.from(day, at, database, e.ccg(), e.toWave(), e.catalogue());
                DEFERRAL.from(day, at, database, e.ccg(), e.fromWave(), e.toWave());
            }
            case CCGAuthorised e ->
                    AUTHORISATION.from(day, at, database, e.ccg(), e.wave(), e.outcome());
            case CCGProposed _,
                    PracticeJoinedApplication _,
                    PracticeLeftApplication _,
                    ApplicationLapsed _,
                    ProposedConstitutionAmended _,
                    ApplicationsCombined _,
                    ApplicationWithdrawn _,
                    StakeholderSurveyRecorded _,
                    SiteVisitRecorded _,
                    CriterionAssessed _,
                    AssessmentModerated _,
                    ConditionsRecommended _,
                    RecommendationResponded _,
                    CommentWindowClosed _,
                    AuthorisationRefused _ -> {}
        }
    }

    @Override
    public void reset() {
        List.of(WAVE, ASSIGNMENT, SUBMISSION, DEFERRAL, AUTHORISATION)
                .forEach(timeline -> timeline.clear(database));
    }
}
