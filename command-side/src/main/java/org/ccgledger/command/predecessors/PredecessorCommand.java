package org.ccgledger.command.predecessors;

import static org.ccgledger.events.Role.DEPARTMENT_OF_HEALTH;
import static org.ccgledger.events.Role.REGISTRY;
import static org.ccgledger.events.Role.TRANSITION_LEAD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.PctCode;
import org.ccgledger.events.PostId;
import org.ccgledger.events.ShaCode;
import org.ccgledger.events.predecessors.Holding;
import org.ccgledger.events.predecessors.TransferLine;

/// What can be asked for about a primary care trust, in the order of its closing.
public sealed interface PredecessorCommand extends Command {

    PctCode pct();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.pct(pct()));
    }

    /// A trust, and what it holds. What it is found to hold later is registered the same way.
    @SentBy({TRANSITION_LEAD, REGISTRY})
    record RegisterPredecessor(PctCode pct, String name, ShaCode sha, List<Holding> holdings)
            implements PredecessorCommand {
        @Override
        public Set<BodyRef> senders() {
            return Set.of(BodyRef.pct(pct), BodyRef.sha(sha));
        }

        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            if (holdings.isEmpty()) {
                errors.add(new FieldError("/holdings", "has a holding"));
            }
            Set<Holding> seen = new HashSet<>();
            for (int i = 0; i < holdings.size(); i++) {
                if (!seen.add(holdings.get(i))) {
                    errors.add(new FieldError("/holdings/" + i, "stands there once"));
                }
            }
            return errors;
        }
    }

    /// Health and Social Care Act 2012 s.300: who comes after the trust in what it holds. The lines
    /// take the place of those that were made before of the same holdings.
    ///
    /// @param transfersOn the day on which the receivers take over
    @SentBy(DEPARTMENT_OF_HEALTH)
    record MakeTransferScheme(PctCode pct, LocalDate transfersOn, List<TransferLine> lines)
            implements PredecessorCommand {
        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            if (lines.isEmpty()) {
                errors.add(new FieldError("/lines", "has a line"));
            }
            Set<Succession> seen = new HashSet<>();
            for (int i = 0; i < lines.size(); i++) {
                TransferLine line = lines.get(i);
                String field = "/lines/" + i + "/receiver";
                ceasing(line.receiver(), field).ifPresent(errors::add);
                if (!seen.add(new Succession(line.holding(), line.receiver()))) {
                    errors.add(new FieldError(field, "has one share of a holding"));
                }
            }
            return errors;
        }

        private record Succession(Holding holding, BodyRef receiver) {}
    }

    /// A post goes to another employer, with whoever holds it.
    ///
    /// @param transfersOn the day on which the receiver becomes the employer
    @SentBy(TRANSITION_LEAD)
    record TransferStaff(PctCode pct, PostId post, BodyRef receiver, LocalDate transfersOn)
            implements PredecessorCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return ceasing(receiver, "/receiver").stream().toList();
        }
    }

    /// Health and Social Care Act 2012 s.34. The trust is no more from `effectiveOn` on.
    @SentBy(DEPARTMENT_OF_HEALTH)
    record AbolishPredecessor(PctCode pct) implements PredecessorCommand {}

    /// Health and Social Care Act 2012 s.33 and s.34 abolish both kinds of body.
    private static Optional<FieldError> ceasing(BodyRef receiver, String field) {
        return Set.of("PCT", "SHA").contains(receiver.kind())
                ? Optional.of(new FieldError(field, "is not a body that is abolished as well"))
                : Optional.empty();
    }
}
