package org.ccgledger.events.predecessors;

import org.ccgledger.events.BodyRef;

/// Who comes after a primary care trust in something that it holds, and by which share.
///
/// @param kind of what is held
/// @param name of what is held
public record TransferLine(HoldingKind kind, String name, BodyRef receiver, Share share) {

    public Holding holding() {
        return new Holding(kind, name);
    }
}
