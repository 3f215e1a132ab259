package org.ccgledger.command.boundaries;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DelegationId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.delegations.Delegate;
import org.ccgledger.events.delegations.DelegationEvent;
import org.ccgledger.events.delegations.DelegationEvent.*;
import org.ccgledger.events.delegations.ReservedTo;
import org.jspecify.annotations.Nullable;

/// A group's scheme of reservation and delegation. Immutable.
///
/// @param delegations that are not revoked
/// @param reserved functions that are not delegated, and who keeps them
/// @param revoked the delegations that there were
public record Scheme(
        Map<DelegationId, Delegation> delegations,
        Map<FunctionCode, ReservedTo> reserved,
        Set<DelegationId> revoked) {

    public static final Scheme NONE = new Scheme(Map.of(), Map.of(), Set.of());

    /// A function that somebody decides on in the group's place.
    ///
    /// @param limit the most, in pounds, that one decision may commit; absent if there is none
    public record Delegation(
            DelegationId id, FunctionCode function, Delegate to, @Nullable BigDecimal limit) {

        /// Whether a decision that commits the amount is within the limit.
        public boolean covers(@Nullable BigDecimal amount) {
            return limit == null || amount == null || amount.compareTo(limit) <= 0;
        }
    }

    /// What the delegate was given of the function, if anything.
    public Optional<Delegation> given(Delegate delegate, FunctionCode function) {
        return delegations.values().stream()
                .filter(one -> one.to().equals(delegate) && one.function().equals(function))
                .findFirst();
    }

    /// G5: whether the delegate may decide on the function, committing that amount if any.
    public boolean covers(Delegate delegate, FunctionCode function, @Nullable BigDecimal amount) {
        return given(delegate, function).filter(one -> one.covers(amount)).isPresent();
    }

    public Optional<ReservedTo> reservation(FunctionCode function) {
        return Optional.ofNullable(reserved.get(function));
    }

    /// The id of the next delegation; ids are never used again.
    public DelegationId next(CcgCode ccg) {
        return new DelegationId(ccg + "-S" + (delegations.size() + revoked.size() + 1));
    }

    public Scheme evolve(DelegationEvent event) {
        Map<DelegationId, Delegation> live = new LinkedHashMap<>(delegations);
        Map<FunctionCode, ReservedTo> kept = new LinkedHashMap<>(reserved);
        Set<DelegationId> gone = new LinkedHashSet<>(revoked);
        switch (event) {
            case FunctionReserved e -> kept.put(e.function(), e.reservedTo());
            case ReservationLifted e -> kept.remove(e.function());
            case FunctionDelegated e ->
                    live.put(
                            e.delegation(),
                            new Delegation(e.delegation(), e.function(), e.to(), e.limit()));
            case DelegationRevoked e -> {
                live.remove(e.delegation());
                gone.add(e.delegation());
            }
        }
        return new Scheme(
                Collections.unmodifiableMap(live),
                Collections.unmodifiableMap(kept),
                Collections.unmodifiableSet(gone));
    }
}
