package org.ccgledger.verifier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an audit found.
///
/// @param faults that are named, the lowest position first
/// @param moreFaults that were counted and not named
/// @param checkpoint that was held against the ledger, if one could be believed
/// @param note that states it
/// @param cosignedAt when enough witnesses last held it to be the newest they had seen; nothing if
///   the policy asks for none, or it is not to be believed
/// @param events that were looked at
/// @param personalParts that are there
/// @param notChecked what this audit says nothing about, in sentences
public record AuditReport(
        List<Fault> faults,
        long moreFaults,
        @Nullable CheckpointText checkpoint,
        byte @Nullable [] note,
        @Nullable Instant cosignedAt,
        long events,
        long personalParts,
        List<String> notChecked) {

    /// Something that is wrong.
    ///
    /// @param position of the event where it shows; 0 if it shows nowhere in particular
    public record Fault(long position, String what) {
        @Override
        public String toString() {
            return position == 0 ? what : "position " + position + ": " + what;
        }
    }

    /// Whether all that was checked is in order.
    public boolean isClean() {
        return faults.isEmpty();
    }
}
