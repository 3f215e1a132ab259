package org.ccgledger.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// The first event of every ledger.
///
/// @param epoch 1; a restore raises it
/// @param keys with which checkpoints are signed
public record LedgerCreated(
        UUID ledgerId, int epoch, List<LedgerKeys.PublicKey> keys, LocalDate effectiveOn) {

    /// The permanent name of the event.
    public static final String TYPE = "ledger.LedgerCreated";

    static final String STREAM = "ledger:lineage";
}
