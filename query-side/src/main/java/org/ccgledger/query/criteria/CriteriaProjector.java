package org.ccgledger.query.criteria;

import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.authorisation.AssessmentStage;
import org.ccgledger.events.authorisation.AuthorisationEvent.AssessmentModerated;
import org.ccgledger.events.authorisation.AuthorisationEvent.CriterionAssessed;
import org.ccgledger.events.catalogue.CatalogueEvent.CriteriaCataloguePublished;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// The criteria of authorisation, and how each application was judged against them.
@Component
final class CriteriaProjector implements Projector {

    static final String NAME = "criteria";

    private static final Timeline CRITERION =
            new Timeline(
                    "criterion",
                    List.of("catalogue", "criterion"),
                    List.of("domain", "text", "standing"));
    private static final Timeline ASSESSMENT =
            new Timeline("assessment", List.of("ccg", "criterion"), List.of("result", "stage"));

    private final QueryDatabase database;

    CriteriaProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(
                CriteriaCataloguePublished.class,
                CriterionAssessed.class,
                AssessmentModerated.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        if (event instanceof CriterionAssessed e) {
            ASSESSMENT.from(
                    e.effectiveOn(), at, database, e.ccg(), e.criterion(), e.result(), e.stage());
        } else if (event instanceof AssessmentModerated e) {
            e.changes()
                    .forEach(change ->
                            ASSESSMENT.from(
                                    e.effectiveOn(),
                                    at,
                                    database,
                                    e.ccg(),
                                    change.criterion(),
                                    change.result(),
                                    AssessmentStage.MODERATION));
        } else if (event instanceof CriteriaCataloguePublished e) {
            e.criteria()
                    .forEach(criterion ->
                            CRITERION.from(
                                    e.effectiveOn(),
                                    at,
                                    database,
                                    e.catalogue(),
                                    criterion.criterion(),
                                    criterion.domain(),
                                    criterion.text(),
                                    criterion.source().standing()));
        }
    }

    @Override
    public void reset() {
        CRITERION.clear(database);
        ASSESSMENT.clear(database);
    }
}
