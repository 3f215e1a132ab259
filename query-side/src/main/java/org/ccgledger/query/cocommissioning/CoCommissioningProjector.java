package org.ccgledger.query.cocommissioning;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CoCommissioningId;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.*;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.SuccessionEvent.CessationEvent;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Applications to co-commission, and the level at which each group takes part.
@Component
final class CoCommissioningProjector implements Projector {

    static final String NAME = "co-commissioning";

    private static final List<String> CCG = List.of("ccg");
    private static final List<String> APPLICATION_KEY = List.of("ccg", "application");
    private static final Timeline APPLICATION =
            new Timeline(
                    "co_commissioning_application",
                    APPLICATION_KEY,
                    List.of("round", "level", "applied_on"));
    private static final Timeline DECISION =
            new Timeline(
                    "co_commissioning_decision",
                    APPLICATION_KEY,
                    List.of("outcome", "conditions", "decided_on"));
    private static final Timeline CONDITION_MET =
            new Timeline(
                    "approval_condition_met",
                    List.of("ccg", "application", "condition"),
                    List.of("met_on"));
    private static final Timeline AGREEMENT =
            new Timeline(
                    "delegation_agreement",
                    CCG,
                    List.of("application", "functions", "reserved", "agreed_on", "starts_on"));
    private static final Timeline LEVEL =
            new Timeline(
                    "co_commissioning_level", CCG, List.of("level", "since", "joint_committee"));
    private static final Timeline NOTICE =
            new Timeline("delegation_notice", CCG, List.of("ends_on"));
    private static final Timeline OVERRIDE =
            new Timeline("assurance_override", CCG, List.of("audit", "valid_until"));

    private final QueryDatabase database;

    CoCommissioningProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(CoCommissioningEvent.class, CessationEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        if (event instanceof CessationEvent cessation) {
            lapse(cessation, at);
        } else if (event instanceof CoCommissioningEvent arrangement) {
            on(arrangement, at);
        }
    }

    /// Whatever a group takes part in ends with the group; who takes its place begins anew.
    private void lapse(CessationEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        event.settlementsOf(MatterKind.CO_COMMISSIONING)
                .forEach(line -> {
                    LEVEL.endsOn(day, at, database, line.ccg());
                    AGREEMENT.endsOn(day, at, database, line.ccg());
                    NOTICE.endsOn(day, at, database, line.ccg());
                });
    }

    private void takenOver(CoCommissioningTakenOver e, Recorded at) {
        at(e, at, e.level(), e.jointCommittee());
        if (e.level() == CoCommissioningLevel.DELEGATED) {
            AGREEMENT.from(
                    e.effectiveOn(),
                    at,
                    database,
                    e.ccg(),
                    null,
                    e.functions(),
                    e.reserved(),
                    e.effectiveOn(),
                    e.effectiveOn());
        }
    }

    private void on(CoCommissioningEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch (event) {
            case CoCommissioningApplied e ->
                    APPLICATION.from(
                            day, at, database, e.ccg(), e.application(), e.round(), e.level(), day);
            case CoCommissioningApproved e ->
                    decided(e, at, e.application(), "APPROVED", List.of());
            case CoCommissioningConditionallyApproved e ->
                    decided(e, at, e.application(), "CONDITIONALLY_APPROVED", e.conditions());
            case CoCommissioningDeclined e ->
                    decided(e, at, e.application(), "DECLINED", List.of());
            case ApprovalConditionMet e ->
                    CONDITION_MET.from(
                            day, at, database, e.ccg(), e.application(), e.condition(), day);
            case DelegationAgreed e ->
                    AGREEMENT.from(
                            day,
                            at,
                            database,
                            e.ccg(),
                            e.application(),
                            e.functions(),
                            e.reserved(),
                            day,
                            e.from());
            case DelegationWentLive e -> at(e, at, CoCommissioningLevel.DELEGATED, null);
            case CoCommissioningTakenOver e -> takenOver(e, at);
            case JointArrangementStarted e ->
                    at(e, at, CoCommissioningLevel.JOINT, e.jointCommittee());
            case JointArrangementEnded e -> LEVEL.endsOn(day, at, database, e.ccg());
            case GreaterInvolvementStarted e ->
                    at(e, at, CoCommissioningLevel.GREATER_INVOLVEMENT, null);
            case DelegationNoticeGiven e -> NOTICE.from(day, at, database, e.ccg(), e.endsOn());
            case DelegationEnded e -> over(e, at, true);
            case DelegationAgreementRevoked e -> over(e, at, e.wasLive());
            case DelegationAssuranceLost _ -> {}
            case AssuranceBlockOverridden e -> {
                OVERRIDE.from(day, at, database, e.ccg(), e.audit(), e.until());
                OVERRIDE.endsOn(e.until().plusDays(1), at, database, e.ccg());
            }
        }
    }

    private void decided(
            CoCommissioningEvent event,
            Recorded at,
            CoCommissioningId application,
            String outcome,
            List<String> conditions) {
        LocalDate day = event.effectiveOn();
        DECISION.from(day, at, database, event.ccg(), application, outcome, conditions, day);
    }

    private void at(
            CoCommissioningEvent event,
            Recorded at,
            CoCommissioningLevel level,
            @Nullable JointCommitteeId committee) {
        LocalDate day = event.effectiveOn();
        LEVEL.from(day, at, database, event.ccg(), level, day, committee);
    }

    private void over(CoCommissioningEvent event, Recorded at, boolean wasLive) {
        LocalDate day = event.effectiveOn();
        AGREEMENT.endsOn(day, at, database, event.ccg());
        NOTICE.endsOn(day, at, database, event.ccg());
        if (wasLive) {
            LEVEL.endsOn(day, at, database, event.ccg());
        }
    }

    @Override
    public void reset() {
        List.of(APPLICATION, DECISION, CONDITION_MET, AGREEMENT, LEVEL, NOTICE, OVERRIDE)
                .forEach(timeline -> timeline.clear(database));
    }
}
