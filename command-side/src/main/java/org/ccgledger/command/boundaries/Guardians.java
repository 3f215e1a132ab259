package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.Optional;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.Tag;
import org.ccgledger.events.interestregisters.InterestRegisterEvent.GuardianAppointed;

/// Who watches over a group's declarations of interests.
public final class Guardians {

    private Guardians() {}

    /// The guardian on that day, if one is appointed.
    public static Optional<PersonId> of(CcgCode ccg, LocalDate on, Reads reads) {
        return reads.tagged(Tag.ccg(ccg), GuardianAppointed.class).stream()
                .filter(appointed -> !appointed.effectiveOn().isAfter(on))
                .reduce((_, later) -> later)
                .map(GuardianAppointed::person);
    }
}
