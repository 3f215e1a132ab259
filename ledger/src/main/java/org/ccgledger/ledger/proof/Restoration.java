package org.ccgledger.ledger.proof;

import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.ccgledger.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/// Has the ledger say that it goes on from an older state.
public final class Restoration {

    private static final Pattern EPOCH = Pattern.compile("ccg-ledger/.+/(\\d{1,9})");

    private Restoration() {}

    /// Begins another epoch, in which nothing that was told in the one before is believed.
    ///
    /// The new epoch is higher than any that was ever signed, also when the older state does not
    /// know of the last one.
    ///
    /// @return what the ledger says now
    public static Lineage record(
            DataSource database, Ledger ledger, CheckpointFiles files, String reason, Clock clock) {
        Lineage lineage = Lineage.read(database).orElseThrow();
        Optional<Checkpoint> last = files.last();
        int epoch = 1 + Math.max(lineage.epoch(), last.map(Restoration::epoch).orElse(0));
        LedgerRestored.@Nullable Signed signed =
                last.map(checkpoint ->
                                new LedgerRestored.Signed(
                                        checkpoint.origin(),
                                        checkpoint.size(),
                                        Base64.getEncoder().encodeToString(checkpoint.root())))
                        .orElse(null);
        LedgerRestored restored =
                new LedgerRestored(
                        epoch, reason, ledger.head(), signed, LineageEvents.today(clock));
        LineageEvents.append(
                ledger,
                lineage,
                LedgerRestored.TYPE,
                restored,
                restored.effectiveOn(),
                Integer.toString(epoch));
        return Lineage.read(database).orElseThrow();
    }

    private static int epoch(Checkpoint checkpoint) {
        Matcher origin = EPOCH.matcher(checkpoint.origin());
        return origin.matches() ? Integer.parseInt(origin.group(1)) : 0;
    }
}
