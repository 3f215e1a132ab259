package org.ccgledger.ledger.proof;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The ledger goes on from an older state; what came after that is lost, and this says how much.
///
/// @param epoch of the history that begins here
/// @param reason in words
/// @param restoredTo the last position that the older state holds
/// @param signed the last checkpoint of the history that ended, where the signer knew one
public record LedgerRestored(
        int epoch, String reason, long restoredTo, @Nullable Signed signed, LocalDate effectiveOn) {

    /// The permanent name of the event.
    public static final String TYPE = "ledger.LedgerRestored";

    /// A checkpoint that was signed.
    ///
    /// @param root in base64
    public record Signed(String origin, long size, String root) {}
}
