package org.ccgledger.ledger.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.LedgerKeys;

/// Replaces the keys that sign, and has the ledger say so.
///
/// The new keys are first written beside the old ones, then named in the ledger, then put in the
/// old ones' place. Cut off on the way it is finished by the next run.
public final class KeyRotation {

    private KeyRotation() {}

    /// Replaces the keys in the file.
    ///
    /// @return what the ledger says now
    public static Lineage rotate(DataSource database, Ledger ledger, Path file, Clock clock) {
        Lineage lineage = Lineage.read(database).orElseThrow();
        LedgerKeys old = LedgerKeys.existing(file).orElseThrow(() -> noKeys(file));
        Path drafted = drafted(file);
        LedgerKeys next =
                LedgerKeys.existing(drafted).orElseGet(() -> old.replacedAt(clock.instant()));
        next.write(drafted);
        LogKeyRotated rotated =
                new LogKeyRotated(next.publicKeys(), old.publicKeys(), LineageEvents.today(clock));
        LineageEvents.append(
                ledger,
                lineage,
                LogKeyRotated.TYPE,
                rotated,
                rotated.effectiveOn(),
                next.publicKeys().getFirst().publicKey());
        try {
            Files.move(drafted, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The new keys cannot take their place: " + file, e);
        }
        return Lineage.read(database).orElseThrow();
    }

    /// The keys that the ledger named last, which a rotation may not have put in their place yet.
    static Optional<LedgerKeys> keysNamedBy(Lineage lineage, Path file) {
        return Stream.of(file, drafted(file))
                .flatMap(place -> LedgerKeys.existing(place).stream())
                .filter(keys -> keys.publicKeys().equals(lineage.current()))
                .findFirst();
    }

    private static Path drafted(Path file) {
        return file.resolveSibling(file.getFileName() + ".next");
    }

    private static IllegalStateException noKeys(Path file) {
        return new IllegalStateException("There are no keys to be replaced: " + file);
    }
}
