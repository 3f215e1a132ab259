package org.ccgledger.command.delegations;

import static org.ccgledger.events.Role.GOVERNING_BODY_CHAIR;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DelegationId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.delegations.Delegate;
import org.ccgledger.events.delegations.ReservedTo;
import org.jspecify.annotations.Nullable;

/// What can be asked for about a group's scheme of reservation and delegation.
public sealed interface DelegationCommand extends Command {

    CcgCode ccg();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.ccg(ccg()));
    }

    /// From then on nobody else decides on the function: what was delegated of it is revoked.
    @SentBy(GOVERNING_BODY_CHAIR)
    record ReserveFunction(CcgCode ccg, FunctionCode function, ReservedTo reservedTo)
            implements DelegationCommand {}

    @SentBy(GOVERNING_BODY_CHAIR)
    record LiftReservation(CcgCode ccg, FunctionCode function) implements DelegationCommand {}

    /// NHS Act 2006 Sch 1A para 3. What the delegate was given of the function before is replaced.
    ///
    /// @param limit the most, in pounds, that one decision may commit
    @SentBy(GOVERNING_BODY_CHAIR)
    record DelegateFunction(
            CcgCode ccg, FunctionCode function, Delegate to, @Nullable BigDecimal limit)
            implements DelegationCommand {
        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            if ((to.committee() == null) == (to.office() == null)) {
                errors.add(new FieldError("/to", "is a committee or an office"));
            }
            if (limit != null && limit.signum() <= 0) {
                errors.add(new FieldError("/limit", "is more than nothing"));
            }
            return errors;
        }
    }

    @SentBy(GOVERNING_BODY_CHAIR)
    record RevokeDelegation(CcgCode ccg, DelegationId delegation) implements DelegationCommand {}
}
