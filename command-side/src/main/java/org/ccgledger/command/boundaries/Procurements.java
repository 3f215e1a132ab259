package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.ProcurementId;
import org.ccgledger.events.Tag;
import org.ccgledger.events.procurement.ProcurementEvent;
import org.ccgledger.events.procurement.ProcurementEvent.*;

/// What groups procure.
public final class Procurements {

    private Procurements() {}

    /// The group's procurements on that day in which nothing was awarded yet, or a contract runs.
    public static Set<ProcurementId> open(CcgCode ccg, LocalDate on, Reads reads) {
        Map<ProcurementId, Under> procurements = new LinkedHashMap<>();
        for (ProcurementEvent event : reads.tagged(Tag.ccg(ccg), ProcurementEvent.class)) {
            if (!event.effectiveOn().isAfter(on)) {
                evolve(procurements, event, ccg, on);
            }
        }
        Set<ProcurementId> open = new LinkedHashSet<>();
        procurements.forEach((procurement, under) -> {
            if (!under.awarded() || !under.running().isEmpty()) {
                open.add(procurement);
            }
        });
        return open;
    }

    /// What has been awarded.
    ///
    /// @param running who has a contract that runs
    private record Under(boolean awarded, Set<BodyRef> running) {
        static final Under NOTHING = new Under(false, Set.of());

        Under awarded(BodyRef provider) {
            Set<BodyRef> all = new LinkedHashSet<>(running);
            all.add(provider);
            return new Under(true, all);
        }

        Under ended(BodyRef provider) {
            Set<BodyRef> rest = new LinkedHashSet<>(running);
            rest.remove(provider);
            return new Under(awarded, rest);
        }
    }

    private static void evolve(
            Map<ProcurementId, Under> all, ProcurementEvent event, CcgCode ccg, LocalDate on) {
        switch (event) {
            case ServiceNeedIdentified e -> all.putIfAbsent(e.procurement(), Under.NOTHING);
            case ContractAwarded e ->
                    all.merge(
                            e.procurement(),
                            Under.NOTHING.awarded(e.award().provider()),
                            (before, _) -> before.awarded(e.award().provider()));
            case ContractEnded e when e.lastDay().isBefore(on) ->
                    all.computeIfPresent(e.procurement(), (_, one) -> one.ended(e.provider()));
            case ProcurementNovated e when e.ccg().equals(ccg) -> all.remove(e.procurement());
            case ProcurementNovated e -> all.putIfAbsent(e.procurement(), Under.NOTHING);
            case ContractEnded _,
                    ProcurementRouteDecided _,
                    OpportunityAdvertised _,
                    BidRecorded _,
                    BidEvaluated _,
                    AwardPublished _,
                    ContractVaried _,
                    CompetitionComplaintRecorded _,
                    MonitorFindingRecorded _ -> {}
        }
    }
}
