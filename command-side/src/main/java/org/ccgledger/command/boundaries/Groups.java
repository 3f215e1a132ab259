package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.Tag;
import org.ccgledger.events.registry.RegistryEvent.CCGEstablished;

/// Which groups there are.
public final class Groups {

    private Groups() {}

    /// NHS Act 2006 s.14D: whether the group is established on that day.
    public static boolean isEstablished(CcgCode ccg, LocalDate on, Reads reads) {
        return reads.tagged(Tag.code(ccg), CCGEstablished.class).stream()
                .anyMatch(established -> !established.effectiveOn().isAfter(on));
    }
}
