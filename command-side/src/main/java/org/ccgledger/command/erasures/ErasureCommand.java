package org.ccgledger.command.erasures;

import static org.ccgledger.events.Role.AUDITOR;
import static org.ccgledger.events.Role.REGISTRY;
import static org.ccgledger.events.Role.SYSTEM;

import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.LegalHoldId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.erasures.ErasureGround;
import org.ccgledger.events.erasures.Requester;
import org.ccgledger.events.erasures.RetentionGround;

/// What can be decided about the personal parts of the ledger that are about one person.
public sealed interface ErasureCommand extends Command {

    PersonId person();

    @Override
    default Set<BodyRef> senders() {
        return Set.of();
    }

    /// Nothing about the person is erased until the hold is lifted; the reasons say why.
    @SentBy({REGISTRY, AUDITOR})
    record PlaceLegalHold(PersonId person, LegalHoldId hold) implements ErasureCommand {}

    @SentBy({REGISTRY, AUDITOR})
    record LiftLegalHold(PersonId person, LegalHoldId hold) implements ErasureCommand {}

    /// Destroys the person's key and deletes their personal parts, all that there are.
    ///
    /// @param approvers who have approved it, at least one
    @SentBy(REGISTRY)
    record ErasePersonalData(
            PersonId person, ErasureGround ground, Requester requestedBy, List<PersonId> approvers)
            implements ErasureCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return approvers.isEmpty()
                    ? List.of(new FieldError("/approvers", "names at least one"))
                    : List.of();
        }
    }

    /// Erases again what was erased before the ledger was restored from a backup that is older.
    @SentBy(SYSTEM)
    record RepeatErasure(
            PersonId person, ErasureGround ground, Requester requestedBy, List<PersonId> approvers)
            implements ErasureCommand {}

    /// Says that the person's data is kept although somebody asked for its erasure.
    @SentBy(REGISTRY)
    record DeclineErasure(PersonId person, RetentionGround ground, Requester requestedBy)
            implements ErasureCommand {}
}
