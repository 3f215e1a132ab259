package org.ccgledger.query.conditions;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.conditions.ConditionEvent;
import org.ccgledger.events.conditions.ConditionEvent.*;
import org.ccgledger.events.conditions.ConditionTerms;
import org.ccgledger.events.conditions.Milestone;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.SuccessionEvent.CessationEvent;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Conditions, which begin with the grant of an application or later.
@Component
final class ConditionProjector implements Projector {

    static final String NAME = "conditions";

    private static final List<String> CCG = List.of("ccg");
    private static final List<String> CONDITION = List.of("ccg", "condition");
    private static final Timeline OPEN =
            new Timeline("condition", CONDITION, List.of("criterion", "bespoke", "imposed_on"));
    private static final Timeline LEVEL =
            new Timeline("condition_level", CONDITION, List.of("level"));
    private static final Timeline TEXT = new Timeline("condition_text", CONDITION, List.of("text"));
    private static final Timeline MAINSTREAMING =
            new Timeline(
                    "condition_mainstreaming", CONDITION, List.of("document", "mainstreamed_on"));
    private static final Timeline REVIEW =
            new Timeline(
                    "condition_review",
                    CCG,
                    List.of("review", "reviewed_on", "remaining", "next_review"));
    private static final Timeline PLAN =
            new Timeline("rectification_plan", CCG, List.of("document", "milestones jsonb"));

    private final QueryDatabase database;

    ConditionProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(CCGAuthorised.class, ConditionEvent.class, CessationEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        if (event instanceof ConditionEvent condition) {
            on(condition, at);
        } else if (event instanceof CCGAuthorised authorised) {
            authorised
                    .conditions()
                    .forEach(
                            terms -> impose(authorised.effectiveOn(), at, authorised.ccg(), terms));
        } else if (event instanceof CessationEvent cessation) {
            lapse(cessation, at);
        }
    }

    /// Conditions end with the group on which they were imposed.
    private void lapse(CessationEvent event, Recorded at) {
        event.settlementsOf(MatterKind.CONDITION)
                .forEach(line ->
                        OPEN.endsOn(event.effectiveOn(), at, database, line.ccg(), line.matter()));
    }

    private void on(ConditionEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch (event) {
            case ConditionImposed e -> impose(day, at, e.ccg(), e.terms());
            case ConditionDischarged e -> OPEN.endsOn(day, at, database, e.ccg(), e.condition());
            case ConditionSupportLevelChanged e ->
                    LEVEL.from(day, at, database, e.ccg(), e.condition(), e.to());
            case ConditionVaried e ->
                    TEXT.from(day, at, database, e.ccg(), e.condition(), e.text());
            case ConditionMainstreamed e ->
                    MAINSTREAMING.from(
                            day, at, database, e.ccg(), e.condition(), e.assurance().title(), day);
            case ConditionReviewDecided e ->
                    REVIEW.from(
                            day,
                            at,
                            database,
                            e.ccg(),
                            e.review(),
                            day,
                            e.remaining(),
                            e.nextReview());
            case RectificationPlanAgreed e -> plan(day, at, e.ccg(), e.plan(), e.milestones());
            case RectificationPlanRevised e -> plan(day, at, e.ccg(), e.plan(), e.milestones());
            case ConditionReviewOpened _,
                    ReviewEvidenceSubmitted _,
                    CCGFullyAuthorised _,
                    ConditionReviewOverdue _ -> {}
        }
    }

    private void impose(LocalDate day, Recorded at, CcgCode ccg, ConditionTerms terms) {
        OPEN.from(
                day, at, database, ccg, terms.condition(), terms.criterion(), terms.bespoke(), day);
        LEVEL.from(day, at, database, ccg, terms.condition(), terms.level());
        TEXT.from(day, at, database, ccg, terms.condition(), terms.text());
    }

    private void plan(
            LocalDate day, Recorded at, CcgCode ccg, DocRef plan, List<Milestone> milestones) {
        PLAN.from(
                day,
                at,
                database,
                ccg,
                plan.title(),
                EventJson.MAPPER.writeValueAsString(milestones));
    }

    @Override
    public void reset() {
        List.of(OPEN, LEVEL, TEXT, MAINSTREAMING, REVIEW, PLAN)
                .forEach(timeline -> timeline.clear(database));
    }
}
