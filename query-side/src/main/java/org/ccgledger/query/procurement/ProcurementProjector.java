package org.ccgledger.query.procurement;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.procurement.AwardRecord;
import org.ccgledger.events.procurement.ManagedConflict;
import org.ccgledger.events.procurement.ProcurementEvent;
import org.ccgledger.events.procurement.ProcurementEvent.*;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Procurements with their offers, contracts and complaints.
@Component
final class ProcurementProjector implements Projector {

    static final String NAME = "procurement";

    private static final List<String> PROCUREMENT = List.of("procurement");
    private static final List<String> OF_PROVIDER = List.of("procurement", "provider");
    private static final List<String> COMPLAINED = List.of("procurement", "complaint");
    private static final Timeline NEED =
            new Timeline(
                    "procurement_need",
                    PROCUREMENT,
                    List.of("ccg", "function", "service", "weakness", "identified_on"));
    private static final Timeline ROUTE =
            new Timeline(
                    "procurement_route",
                    PROCUREMENT,
                    List.of(
                            "route",
                            "grounds",
                            "provider",
                            "existing_service",
                            "no_other_capable",
                            "collaborators",
                            "clinical_lead",
                            "contract_manager",
                            "committee",
                            "decision",
                            "reasons",
                            "decided_on"));
    private static final Timeline ADVERTISEMENT =
            new Timeline("procurement_advertisement", PROCUREMENT, List.of("url", "advertised_on"));
    private static final Timeline BID =
            new Timeline("procurement_bid", OF_PROVIDER, List.of("provider_name", "bid_on"));
    private static final Timeline EVALUATION =
            new Timeline(
                    "procurement_evaluation",
                    List.of("procurement", "provider", "evaluator"),
                    List.of("score numeric", "evaluated_on"));
    private static final Timeline AWARD =
            new Timeline(
                    "contract_award",
                    OF_PROVIDER,
                    List.of(
                            "ccg",
                            "provider_name",
                            "registered_office",
                            "services",
                            "amount numeric",
                            "own_share numeric",
                            "starts_on",
                            "ends_on",
                            "process",
                            "effectiveness",
                            "quality",
                            "integration",
                            "grounds",
                            "deciders",
                            "rulings",
                            "conflicts_summary",
                            "committee",
                            "decision",
                            "reasons",
                            "comments",
                            "awarded_on"));
    private static final Timeline VARIATION =
            new Timeline(
                    "contract_variation",
                    OF_PROVIDER,
                    List.of(
                            "services",
                            "amount numeric",
                            "starts_on",
                            "ends_on",
                            "change",
                            "varied_on"));
    private static final Timeline PUBLICATION =
            new Timeline(
                    "contract_publication", OF_PROVIDER, List.of("title", "uri", "published_on"));
    private static final Timeline END =
            new Timeline("contract_end", OF_PROVIDER, List.of("last_day", "cause", "ended_on"));
    private static final Timeline COMPLAINT =
            new Timeline(
                    "competition_complaint",
                    COMPLAINED,
                    List.of("ccg", "complainant", "text", "complained_on"));
    private static final Timeline FINDING =
            new Timeline("monitor_finding", COMPLAINED, List.of("finding", "text", "found_on"));

    private final QueryDatabase database;

    ProcurementProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(ProcurementEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        EventMetadata metadata = Projector.metadata(at);
        LocalDate day = event.effectiveOn();
        switch ((ProcurementEvent) event) {
            case ServiceNeedIdentified e ->
                    NEED.from(
                            day,
                            at,
                            database,
                            e.procurement(),
                            e.ccg(),
                            e.function(),
                            e.service(),
                            e.weakness(),
                            day);
            case ProcurementRouteDecided e -> decided(e, at, metadata);
            case OpportunityAdvertised e ->
                    ADVERTISEMENT.from(day, at, database, e.procurement(), e.url(), day);
            case BidRecorded e ->
                    BID.from(
                            day,
                            at,
                            database,
                            e.procurement(),
                            e.provider(),
                            e.providerName(),
                            day);
            case BidEvaluated e ->
                    EVALUATION.from(
                            day,
                            at,
                            database,
                            e.procurement(),
                            e.provider(),
                            e.evaluator(),
                            e.score().toPlainString(),
                            day);
            case ContractAwarded e -> awarded(e, at, metadata);
            case AwardPublished e ->
                    PUBLICATION.from(
                            day,
                            at,
                            database,
                            e.procurement(),
                            e.provider(),
                            e.publication().title(),
                            e.publication().uri(),
                            day);
            case ContractVaried e ->
                    VARIATION.from(
                            day,
                            at,
                            database,
                            e.procurement(),
                            e.provider(),
                            e.services(),
                            e.amount(),
                            e.period().from(),
                            e.period().until(),
                            e.change(),
                            day);
            case ContractEnded e ->
                    END.from(
                            day,
                            at,
                            database,
                            e.procurement(),
                            e.provider(),
                            e.lastDay(),
                            e.cause(),
                            day);
            case ProcurementNovated e ->
                    NEED.with("ccg", e.successor().code(), day, at, database, e.procurement());
            case CompetitionComplaintRecorded e ->
                    COMPLAINT.from(
                            day,
                            at,
                            database,
                            e.procurement(),
                            e.complaint(),
                            e.ccg(),
                            e.by(),
                            e.text(),
                            day);
            case MonitorFindingRecorded e ->
                    FINDING.from(
                            day,
                            at,
                            database,
                            e.procurement(),
                            e.complaint(),
                            e.finding(),
                            e.text(),
                            day);
        }
    }

    private void decided(ProcurementRouteDecided e, Recorded at, EventMetadata metadata) {
        ROUTE.from(
                e.effectiveOn(),
                at,
                database,
                e.procurement(),
                e.route(),
                e.grounds(),
                e.provider(),
                e.existingService(),
                e.noOtherCapable(),
                e.collaborators(),
                e.clinicalLead(),
                e.contractManager(),
                e.committee(),
                e.decision().title(),
                metadata.reasons(),
                e.effectiveOn());
    }

    private void awarded(ContractAwarded e, Recorded at, EventMetadata metadata) {
        AwardRecord award = e.award();
        AWARD.from(
                e.effectiveOn(),
                at,
                database,
                e.procurement(),
                award.provider(),
                e.ccg(),
                award.providerName(),
                award.registeredOffice(),
                award.services(),
                award.amount(),
                e.ownShare(),
                award.period().from(),
                award.period().until(),
                award.process(),
                award.duties().effectiveness(),
                award.duties().quality(),
                award.duties().integration(),
                e.grounds(),
                e.deciders(),
                e.conflicts().stream().map(ManagedConflict::ruling).toList(),
                e.conflictsSummary(),
                e.committee(),
                e.decision().title(),
                metadata.reasons(),
                e.comments(),
                e.effectiveOn());
    }

    @Override
    public void reset() {
        List.of(
                        NEED,
                        ROUTE,
                        ADVERTISEMENT,
                        BID,
                        EVALUATION,
                        AWARD,
                        VARIATION,
                        PUBLICATION,
                        END,
                        COMPLAINT,
                        FINDING)
                .forEach(timeline -> timeline.clear(database));
    }
}
