package org.ccgledger.command.pledges;

import static org.ccgledger.events.Role.AUDITOR;
import static org.ccgledger.events.Role.REGISTRY;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.boundaries.Entries;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.LedgerEntry;
import org.ccgledger.events.PledgeId;
import org.ccgledger.events.Source;
import org.ccgledger.events.pledges.PledgeBearing;

/// What can be recorded of promises.
public sealed interface PledgeCommand extends Command {

    PledgeId pledge();

    @Override
    default Set<BodyRef> senders() {
        return Set.of();
    }

    /// Dated on the day on which it was made.
    @SentBy({REGISTRY, AUDITOR})
    record RecordPledge(
            PledgeId pledge, BodyRef by, String subject, String text, Source pledgeSource)
            implements PledgeCommand {}

    /// Says that an entry of the ledger bears on the pledge; the reasons say how.
    @SentBy({REGISTRY, AUDITOR})
    record LinkEvidenceToPledge(PledgeId pledge, LedgerEntry entry, PledgeBearing bearing)
            implements PledgeCommand {
        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            if (!Entries.isStream(entry.stream())) {
                errors.add(new FieldError("/entry/stream", "is a stream such as pressure:02N-1"));
            }
            if (entry.version() < 1) {
                errors.add(new FieldError("/entry/version", "is 1 or more"));
            }
            return errors;
        }
    }
}
