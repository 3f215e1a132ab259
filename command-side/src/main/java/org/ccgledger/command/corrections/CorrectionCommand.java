package org.ccgledger.command.corrections;

import static org.ccgledger.events.Role.AUDITOR;
import static org.ccgledger.events.Role.CCG_GOVERNANCE_LEAD;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.boundaries.Entries;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CorrectionId;
import org.ccgledger.events.LedgerEntry;
import org.jspecify.annotations.Nullable;

/// What can be said of an entry that turns out to be wrong.
public sealed interface CorrectionCommand extends Command {

    CorrectionId correction();

    /// Says what an entry should have said; it stays as it is. A group corrects entries that
    /// concern it and names itself as `ccg`, an auditor corrects any. The reasons stand beside it,
    /// and the source if there is one.
    @SentBy({CCG_GOVERNANCE_LEAD, AUDITOR})
    record CorrectRecord(
            CorrectionId correction,
            LedgerEntry entry,
            @Nullable CcgCode ccg,
            String field,
            String wrong,
            String right)
            implements CorrectionCommand {

        @Override
        public Set<BodyRef> senders() {
            return ccg == null ? Set.of() : Set.of(BodyRef.ccg(ccg));
        }

        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            if (!Entries.isStream(entry.stream())) {
                errors.add(new FieldError("/entry/stream", "is a stream such as conditions:02N"));
            }
            if (entry.version() < 1) {
                errors.add(new FieldError("/entry/version", "is 1 or more"));
            }
            if (wrong.equals(right)) {
                errors.add(new FieldError("/right", "differs from what is wrong"));
            }
            return errors;
        }
    }
}
