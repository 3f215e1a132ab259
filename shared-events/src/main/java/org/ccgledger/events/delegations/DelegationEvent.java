package org.ccgledger.events.delegations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DelegationId;
import org.ccgledger.events.EventName;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// What can happen to a group's scheme of reservation and delegation.
public sealed interface DelegationEvent extends CcgEvent {

    /// Nobody but those named decides on the function.
    @EventName("ccg.delegations.FunctionReserved")
    record FunctionReserved(
            CcgCode ccg, FunctionCode function, ReservedTo reservedTo, LocalDate effectiveOn)
            implements DelegationEvent {}

    @EventName("ccg.delegations.ReservationLifted")
    record ReservationLifted(CcgCode ccg, FunctionCode function, LocalDate effectiveOn)
            implements DelegationEvent {}

    /// `limit` is the most, in pounds, that one decision may commit; absent if there is none.
    @EventName("ccg.delegations.FunctionDelegated")
    record FunctionDelegated(
            CcgCode ccg,
            DelegationId delegation,
            FunctionCode function,
            Delegate to,
            @Nullable BigDecimal limit,
            LocalDate effectiveOn)
            implements DelegationEvent {}

    @EventName("ccg.delegations.DelegationRevoked")
    record DelegationRevoked(
            CcgCode ccg,
            DelegationId delegation,
            FunctionCode function,
            Delegate from,
            LocalDate effectiveOn)
            implements DelegationEvent {}

    CcgCode ccg();

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case FunctionReserved e -> Set.of(Tag.ccg(e.ccg()));
            case ReservationLifted e -> Set.of(Tag.ccg(e.ccg()));
            case FunctionDelegated e -> tags(e.ccg(), e.to());
            case DelegationRevoked e -> tags(e.ccg(), e.from());
        };
    }

    private static Set<Tag> tags(CcgCode ccg, Delegate delegate) {
        return Stream.concat(
                        Stream.of(Tag.ccg(ccg)),
                        Stream.ofNullable(delegate.committee()).map(Tag::committee))
                .collect(Collectors.toUnmodifiableSet());
    }
}
