package org.ccgledger.command.procurement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.ComplaintId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.procurement.ProcurementEvent;
import org.ccgledger.events.procurement.ProcurementEvent.*;
import org.jspecify.annotations.Nullable;

/// What has happened in a procurement. Offers and complaints may be recorded late, so each thing
/// stands by itself.
///
/// @param holder whose it is since the group that began it ceased to exist
record Procurement(
        @Nullable ServiceNeedIdentified need,
        @Nullable BodyRef holder,
        @Nullable ProcurementRouteDecided route,
        @Nullable OpportunityAdvertised advertised,
        Map<BodyRef, String> bids,
        Set<BidEvaluated> evaluations,
        Map<BodyRef, Contract> contracts,
        Map<ComplaintId, Complaint> complaints) {

    static final Procurement NOT_BEGUN =
            new Procurement(null, null, null, null, Map.of(), Set.of(), Map.of(), Map.of());

    /// A contract that was awarded, and what became of it.
    record Contract(
            ContractAwarded award,
            @Nullable AwardPublished published,
            @Nullable ContractVaried varied,
            @Nullable ContractEnded ended) {}

    /// A complaint, and Monitor's finding once there is one.
    record Complaint(CompetitionComplaintRecorded made, @Nullable MonitorFindingRecorded finding) {}

    /// Whether it has begun, and is the group's.
    boolean isOf(CcgCode ccg) {
        return holder == null
                ? need != null && need.ccg().equals(ccg)
                : holder.equals(BodyRef.ccg(ccg));
    }

    /// Of a procurement that has begun.
    FunctionCode function() {
        return Objects.requireNonNull(need, "A procurement begins with a need").function();
    }

    Optional<ProcurementRouteDecided> decidedRoute() {
        return Optional.ofNullable(route);
    }

    Set<PersonId> evaluators() {
        return evaluations.stream()
                .map(BidEvaluated::evaluator)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean isEvaluated(BodyRef provider) {
        return evaluations.stream().anyMatch(evaluated -> evaluated.provider().equals(provider));
    }

    Procurement evolve(ProcurementEvent event) {
        return switch (event) {
            case ServiceNeedIdentified e -> with(e, route, advertised, bids, evaluations);
            case ProcurementRouteDecided e -> with(need, e, advertised, bids, evaluations);
            case OpportunityAdvertised e -> with(need, route, e, bids, evaluations);
            case BidRecorded e ->
                    with(
                            need,
                            route,
                            advertised,
                            put(bids, e.provider(), e.providerName()),
                            evaluations);
            case BidEvaluated e -> with(need, route, advertised, bids, add(evaluations, e));
            case ContractAwarded e ->
                    contract(e.award().provider(), new Contract(e, null, null, null));
            case AwardPublished e ->
                    changed(
                            e.provider(),
                            contract ->
                                    new Contract(
                                            contract.award(),
                                            e,
                                            contract.varied(),
                                            contract.ended()));
            case ContractVaried e ->
                    changed(
                            e.provider(),
                            contract ->
                                    new Contract(
                                            contract.award(),
                                            contract.published(),
                                            e,
                                            contract.ended()));
            case ContractEnded e ->
                    changed(
                            e.provider(),
                            contract ->
                                    new Contract(
                                            contract.award(),
                                            contract.published(),
                                            contract.varied(),
                                            e));
            case CompetitionComplaintRecorded e ->
                    complaint(e.complaint(), new Complaint(e, findingOn(e.complaint())));
            case ProcurementNovated e ->
                    new Procurement(
                            need,
                            e.successor(),
                            route,
                            advertised,
                            bids,
                            evaluations,
                            contracts,
                            complaints);
            case MonitorFindingRecorded e -> {
                Complaint before = complaints.get(e.complaint());
                yield before == null
                        ? this
                        : complaint(e.complaint(), new Complaint(before.made(), e));
            }
        };
    }

    private @Nullable MonitorFindingRecorded findingOn(ComplaintId id) {
        Complaint before = complaints.get(id);
        return before == null ? null : before.finding();
    }

    private Procurement with(
            @Nullable ServiceNeedIdentified nowNeed,
            @Nullable ProcurementRouteDecided nowRoute,
            @Nullable OpportunityAdvertised nowAdvertised,
            Map<BodyRef, String> nowBids,
            Set<BidEvaluated> nowEvaluations) {
        return new Procurement(
                nowNeed,
                holder,
                nowRoute,
                nowAdvertised,
                nowBids,
                nowEvaluations,
                contracts,
                complaints);
    }

    private Procurement changed(BodyRef provider, UnaryOperator<Contract> change) {
        Contract before = contracts.get(provider);
        return before == null ? this : contract(provider, change.apply(before));
    }

    private Procurement contract(BodyRef provider, Contract contract) {
        return new Procurement(
                need,
                holder,
                route,
                advertised,
                bids,
                evaluations,
                put(contracts, provider, contract),
                complaints);
    }

    private Procurement complaint(ComplaintId id, Complaint complaint) {
        return new Procurement(
                need,
                holder,
                route,
                advertised,
                bids,
                evaluations,
                contracts,
                put(complaints, id, complaint));
    }

    private static <K, V> Map<K, V> put(Map<K, V> map, K key, V value) {
        Map<K, V> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return Collections.unmodifiableMap(changed);
    }

    private static <T> Set<T> add(Set<T> set, T element) {
        return Stream.concat(set.stream(), Stream.of(element))
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.toCollection(LinkedHashSet::new),
                                Collections::unmodifiableSet));
    }
}
