package org.ccgledger.standalone;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.ccgledger.ledger.proof.KeyRotation;
import org.ccgledger.ledger.proof.Lineage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Looks after the keys that sign the ledger's checkpoints.
@Command(
        name = "keys",
        description = "Looks after the keys that sign the ledger's checkpoints.",
        mixinStandardHelpOptions = true,
        versionProvider = Ccg.Version.class,
        subcommands = {Keys.ShowPolicy.class, Keys.Rotate.class})
final class Keys {

    /// Prints what an auditor pins.
    @Command(
            name = "policy",
            description = {
                "Prints the policy for `ccg verify`: the public keys, and for which sizes of the ledger they sign.",
                "An auditor keeps it, and compares what a later one adds with what the owner of the keys has told."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Ccg.Version.class)
    static final class ShowPolicy implements Callable<Integer> {

        @Mixin private LedgerAccess access = new LedgerAccess();

        @Override
        public Integer call() {
            return Attempt.at(() ->
                    access.as(
                            Databases.AUDITOR,
                            ledger -> {
                                Attempt.lineage(ledger).policy().forEach(System.out::println);
                                return 0;
                            }));
        }
    }

    /// Replaces the keys.
    @Command(
            name = "rotate",
            description = {
                "Replaces the keys, and has the ledger say so. The old ones sign beside the new ones for 30 days.",
                "A running ledger takes up the new ones by itself. Auditors need the new policy."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Ccg.Version.class)
    static final class Rotate implements Callable<Integer> {

        @Mixin private LedgerAccess access = new LedgerAccess();

        @Mixin private KeyFile keys = new KeyFile();

        @Override
        public Integer call() {
            return Attempt.at(() -> access.as(Databases.COMMAND, this::rotate));
        }

        private int rotate(DataSource database) {
            Path file = keys.of(access);
            return Attempt.withLedger(
                    database,
                    file,
                    ledger -> {
                        Lineage lineage =
                                KeyRotation.rotate(database, ledger, file, Clock.systemUTC());
                        System.out.printf(
                                "From position %d on other keys sign. The policy is now:%n",
                                lineage.keys().getLast().position());
                        lineage.policy().forEach(System.out::println);
                        return 0;
                    });
        }
    }
}
