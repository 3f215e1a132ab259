package org.ccgledger.ledger.proof;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.ledger.LedgerKeys;

/// Other keys sign the checkpoints from here on.
///
/// @param keys that sign from this position on
/// @param retired that sign beside them for a while
public record LogKeyRotated(
        List<LedgerKeys.PublicKey> keys,
        List<LedgerKeys.PublicKey> retired,
        LocalDate effectiveOn) {

    /// The permanent name of the event.
    public static final String TYPE = "ledger.LogKeyRotated";
}
