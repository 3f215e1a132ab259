package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.function;
import static org.ccgledger.query.sentences.Wording.on;

import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.OfficeCode;
import org.ccgledger.events.delegations.Delegate;
import org.ccgledger.events.delegations.DelegationEvent;
import org.ccgledger.events.delegations.DelegationEvent.*;
import org.ccgledger.events.delegations.ReservedTo;

final class DelegationSentences {

    private DelegationSentences() {}

    static String of(DelegationEvent event, GroupNames groups) {
        String group = groups.of(event.ccg());
        return on(
                event.effectiveOn(),
                switch (event) {
                    case FunctionReserved e ->
                            group
                                    + " reserved the function "
                                    + function(e.function())
                                    + " to its "
                                    + keeper(e.reservedTo());
                    case ReservationLifted e ->
                            group + " no longer reserved the function " + function(e.function());
                    case FunctionDelegated e ->
                            group
                                    + " delegated the function "
                                    + function(e.function())
                                    + " to its "
                                    + delegate(e.to())
                                    + (e.limit() == null
                                            ? ""
                                            : ", up to £" + e.limit().toPlainString())
                                    + " ("
                                    + e.delegation()
                                    + ")";
                    case DelegationRevoked e ->
                            group
                                    + " took the function "
                                    + function(e.function())
                                    + " back from its "
                                    + delegate(e.from())
                                    + " ("
                                    + e.delegation()
                                    + ")";
                });
    }

    private static String keeper(ReservedTo reservedTo) {
        return switch (reservedTo) {
            case MEMBERSHIP -> "members";
            case GOVERNING_BODY -> "governing body";
        };
    }

    private static String delegate(Delegate delegate) {
        CommitteeId committee = delegate.committee();
        OfficeCode office = delegate.office();
        if (committee != null) {
            return "committee " + committee;
        }
        return office == null ? "officers" : office.value().replace('-', ' ');
    }
}
