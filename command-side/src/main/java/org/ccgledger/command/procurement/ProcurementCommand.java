package org.ccgledger.command.procurement;

import static org.ccgledger.events.Role.CCG_ACCOUNTABLE_OFFICER;

import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.ProcurementId;
import org.jspecify.annotations.Nullable;

/// What can be asked for about the services that a group commissions.
public sealed interface ProcurementCommand extends Command {

    ProcurementId procurement();

    CcgCode ccg();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.ccg(ccg()));
    }

    /// SI 2013/500 reg 3: a group commissions for needs.
    ///
    /// @param function the function in whose exercise the need is identified
    /// @param weakness of the present service, where there is one
    @SentBy(CCG_ACCOUNTABLE_OFFICER)
    record IdentifyServiceNeed(
            ProcurementId procurement,
            CcgCode ccg,
            FunctionCode function,
            String service,
            @Nullable String weakness)
            implements ProcurementCommand {}
}
