package org.ccgledger.verifier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
/// @param erasedParts that are gone, each by an event that says so
/// @param notChecked what this audit says nothing about, in sentences
public record AuditReport(
        List<Fault> faults,
        long moreFaults,
        @Nullable CheckpointText checkpoint,
        byte @Nullable [] note,
        @Nullable Instant cosignedAt,
        long events,
        long personalParts,
        long erasedParts,
        List<String> notChecked) {

    private static final int MOST_SAID = 20;

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

    /// What to tell whoever asked for the audit.
    ///
    /// @param took how long it was
    public List<String> sentences(Duration took) {
        List<String> sentences = new ArrayList<>();
        if (checkpoint != null) {
            sentences.add(
                    String.format(
                            Locale.UK,
                            "Checkpoint of %s: %,d events.",
                            checkpoint.origin(),
                            checkpoint.size()));
        }
        sentences.add(
                String.format(
                        Locale.UK,
                        "Read: %,d events and %,d personal parts%s in %d.%d s.",
                        events,
                        personalParts,
                        erasedParts == 0
                                ? ""
                                : String.format(
                                        Locale.UK,
                                        ", and %,d erased by an event that says so,",
                                        erasedParts),
                        took.toSeconds(),
                        took.toMillisPart() / 100));
        faults.stream().limit(MOST_SAID).forEach(fault -> sentences.add("WRONG: " + fault));
        long more = faults.size() - MOST_SAID + moreFaults;
        if (more > 0) {
            sentences.add(String.format(Locale.UK, "WRONG: and %,d more", more));
        }
        notChecked.forEach(what -> sentences.add("Not checked: " + what));
        sentences.add(
                isClean()
                        ? "All that was checked is in order."
                        : "This ledger is not what was signed, or its rows are not in order.");
        return sentences;
    }
}
